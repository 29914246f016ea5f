// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Files
import Foundation
import Support
import Testing

@Suite("What can be done about a failure")
struct FailureTests {
    private struct Fault: Failure {}

    @Test("an error that says no more asks for its input to be mended")
    func standard() { #expect(Fault().failureKind == .badData) }

    @Test(
        "the system's code decides whether to mend, to name another input, or to try again",
        arguments: [
            (EIO, FailureKind.tryAgain), (EMFILE, .tryAgain), (ENOMEM, .tryAgain),
            (ETIMEDOUT, .tryAgain), (ENOENT, .noInput), (EACCES, .noInput), (ENOTDIR, .noInput),
            (EISDIR, .badData),
        ])
    func reading(code: Int32, kind: FailureKind) { #expect(FailureKind(reading: code) == kind) }

    @Test(
        "a full disk breaks a write off, a missing folder forbids it, a bad device is tried again")
    func writing() {
        #expect(FailureKind(writing: ENOSPC, isCreation: false) == .inputOutput)
        #expect(FailureKind(writing: ENOENT, isCreation: true) == .cannotCreate)
        #expect(FailureKind(writing: EIO, isCreation: false) == .tryAgain)
        #expect(
            WriteError(path: "a.csv", code: ENOSPC, isCreation: false).description
                == "cannot write 'a.csv': No space left on device")
    }

    @Test("a file is read to its end, and one that is not there is no input")
    func readingFiles() throws {
        let folder = try keptFolder("read")
        let bytes = [UInt8]((0..<200_000).map { UInt8(truncatingIfNeeded: $0) })
        try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/a"))
        #expect(try readFile(at: "\(folder)/a") == bytes)
        #expect(throws: ReadError(path: "\(folder)/b", code: ENOENT)) {
            try readFile(at: "\(folder)/b")
        }
        #expect(ReadError(path: "b", code: ENOENT).failureKind == .noInput)
    }
}
