// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import Synchronization

private let keptFolders = Mutex<[String]>([])

private let removal: Void = {
    atexit {
        for path in keptFolders.withLock(\.self) {
            try? FileManager.default.removeItem(atPath: path)
        }
    }
    return ()
}()

/// Makes an empty folder that several tests share, gone when all tests are.
public func keptFolder(_ name: String) throws -> String {
    _ = removal
    let path = NSTemporaryDirectory() + "steppe-\(name)-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    keptFolders.withLock { $0.append(path) }
    return path
}
