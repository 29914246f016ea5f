// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import Foundation
internal import Glibc

/// What decides a raster's pixels: the files behind it, and how they are put together.
package struct RasterContent: Sendable {
    /// The files, each once, in the order of their names.
    package let files: [String]
    /// How this process puts them together, with `<0>` for the first file and so on; empty where they
    /// are opened as they are.
    package let assembly: String

    /// What is behind a name.
    ///
    /// - Returns: `nil` where the pixels come from a rule of this process that no text describes.
    /// - Throws: ``GDALError`` where it cannot be opened.
    package init?(of raster: Raster, options: [String] = []) throws(GDALError) {
        let parts = try Parts(behind: raster, options)
        guard parts.isDescribed else { return nil }
        files = parts.files
        var assembly = parts.texts.joined(separator: "\n")
        // The names of this process's own rasters are new ones each time.
        for name in parts.views { assembly = assembly.replacing(name, with: "view") }
        // The longest first, for one may be the beginning of another.
        for (index, file) in files.enumerated().sorted(by: { $0.element.count > $1.element.count })
        {
            assembly = assembly.replacing(escapedForXML(file), with: "<\(index)>")
        }
        self.assembly = assembly
    }

    /// The files on the disk behind a view that this process made; any other raster's own name.
    ///
    /// - Throws: ``GDALError`` where it cannot be opened.
    package static func sources(of raster: Raster) throws(GDALError) -> [String] {
        raster.isAssembled ? try Parts(behind: raster, []).files : [raster.name]
    }

    /// Bytes of all files behind a raster.
    ///
    /// - Throws: ``GDALError`` where it cannot be opened.
    package static func bytes(of raster: Raster) throws(GDALError) -> Int {
        try Parts(behind: raster, []).files.reduce(0) { sum, file in
            var status = stat()
            return stat(file, &status) == 0 ? sum + Int(status.st_size) : sum
        }
    }

    /// A raster, the views that it is made of, and theirs.
    private struct Parts {
        /// Files on the disk, in the order of their names.
        let files: [String]
        /// The texts of views.
        private(set) var texts: [String] = []
        /// The names of views.
        let views: [String]
        /// Whether texts say all that is done with the files.
        private(set) var isDescribed = true

        init(behind raster: Raster, _ options: [String]) throws(GDALError) {
            var files: Set<String> = []
            var waiting = [raster]
            var seen: Set<Raster> = []
            while let next = waiting.popLast() {
                guard seen.insert(next).inserted else { continue }
                files.formUnion(try Dataset(opening: next, options: options).info.files)
                guard let assembly = next.assembly else { continue }
                if assembly.work is PixelRule { isDescribed = false }
                guard let text = RasterContent.text(of: next.name) else {
                    isDescribed = false
                    continue
                }
                texts.append(text)
                waiting += assembly.sources.filter(\.isAssembled)
            }
            self.files = files.filter { !$0.hasPrefix(VirtualRaster.memory) }.sorted()
            views = seen.filter(\.isAssembled).map(\.name).sorted()
        }
    }

    private static func text(of name: String) -> String? {
        var size: vsi_l_offset = 0
        guard let bytes = VSIGetMemFileBuffer(name, &size, 0) else { return nil }
        return String(
            decoding: UnsafeBufferPointer(start: bytes, count: Int(size)), as: UTF8.self)
    }
}

private func escapedForXML(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        .replacing("\"", with: "&quot;")
}
