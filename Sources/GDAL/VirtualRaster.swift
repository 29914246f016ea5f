// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import Foundation

/// What a VRT may read: rasters below its own folder.
///
/// A VRT is text that names other files, so one from a stranger could show any file of this machine.
/// It is looked at before GDAL opens it. Bands of raw bytes and of foreign code are refused always;
/// sources elsewhere are, unless ``GDALRuntime/allowSourcesOutside()`` was called. A VRT among the
/// sources must keep to the same folder.
struct VirtualRaster {
    private let name: String
    /// The folder that sources must lie below.
    private let root: String
    private var seen: Set<String> = []

    /// Where this process keeps its own.
    static let memory = "/vsimem/steppe/"

    /// A new name there.
    static func newName() -> String { "\(memory)\(UUID().uuidString).vrt" }

    /// Refuses a name that leads elsewhere through a VRT; other names pass.
    static func check(_ name: String) throws(GDALError) {
        GDALRuntime.register()
        if name.hasPrefix(memory) { return }
        if name.contains("<VRTDataset") || name.lowercased().hasPrefix("vrt://") {
            throw refusal(of: "a VRT", "it is opened as a file; save it as one")
        }
        guard isVirtual(name) else { return }
        var check = VirtualRaster(name: name, root: folder(of: canonical(name)))
        try check.visit(name)
    }

    private init(name: String, root: String) {
        self.name = name
        self.root = root
    }

    private static func refusal(of name: String, _ why: String) -> GDALError {
        GDALError(operation: "open", subject: name, reasons: [why])
    }

    private func refusal(_ why: String) -> GDALError { Self.refusal(of: name, why) }

    // MARK: Files

    private static let largestSize = 256 << 20

    /// Whether GDAL takes a file for a VRT; it looks no further than its first kilobyte.
    private static func isVirtual(_ name: String) -> Bool {
        guard GDALRuntime.isFile(name), let file = VSIFOpenL(name, "rb") else { return false }
        defer { VSIFCloseL(file) }
        var head = [UInt8](repeating: 0, count: 4096)
        let count = VSIFReadL(&head, 1, head.count, file)
        return String(decoding: head.prefix(count), as: UTF8.self).contains("<VRTDataset")
    }

    /// A path without links, `.` and `..`; what GDAL keeps in archives is taken by its letters.
    private static func canonical(_ path: String) -> String {
        if !path.hasPrefix("/vsi"), let real = realpath(path, nil) {
            defer { free(real) }
            return String(cString: real)
        }
        let start = path.hasPrefix("/") ? "" : FileManager.default.currentDirectoryPath + "/"
        var parts: [Substring] = []
        for part in (start + path).split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
    }

    // MARK: XML

    private mutating func visit(_ path: String) throws(GDALError) {
        guard seen.insert(Self.canonical(path)).inserted else { return }
        var bytes: UnsafeMutablePointer<GByte>?
        defer { VSIFree(bytes) }
        let isRead = VSIIngestFile(nil, path, &bytes, nil, GIntBig(Self.largestSize)) != 0
        try checkReads(of: path)
        guard isRead, let bytes else { throw refusal("'\(path)' cannot be read whole") }
        let tree = try calling("open", on: path) { CPLParseXMLString(bytes) }
        defer { CPLDestroyXMLNode(tree) }
        var nodes = [tree]
        while let node = nodes.popLast() {
            if let next = node.pointee.psNext { nodes.append(next) }
            if let child = node.pointee.psChild { nodes.append(child) }
            if node.pointee.eType == CXT_Element { try check(node, in: path) }
        }
    }

    private mutating func check(
        _ node: UnsafeMutablePointer<CPLXMLNode>, in path: String
    ) throws(GDALError) {
        func value(_ key: String?) -> String? {
            CPLGetXMLValue(node, key, nil).map { String(cString: $0) }
        }
        switch String(cString: node.pointee.pszValue).lowercased() {
        case "vrtrasterband":
            let kinds = ["vrtsourced", "vrtwarped", "vrtderived", "vrtpansharpened"]
            guard let kind = value("subClass")?.lowercased() else { return }
            guard kinds.contains(where: { kind == $0 + "rasterband" }) else {
                throw refusal("it shows the bytes of a file as pixels (\(kind)), which is not done")
            }
        case "pixelfunctioncode":
            throw refusal("it holds a program, which is not run")
        case "pixelfunctionlanguage":
            guard value(nil)?.lowercased() == "c" else {
                throw refusal("it holds a program, which is not run")
            }
        case "pixelfunctiontype":
            guard value(nil) != "steppe" else { throw refusal("it uses a name kept for Steppe") }
        case "sourcefilename", "sourcedataset", "dempath":
            guard let source = value(nil) else { return }
            let isRelative = value("relativeToVRT") == "1" || value("relativetoVRT") == "1"
            try check(source: source, isRelative: isRelative, in: path)
        case "mdi":
            guard ["X_DATASET", "Y_DATASET", "OVERVIEW_FILE"].contains(value("key")?.uppercased()),
                let source = value(nil)
            else { return }
            try check(source: source, isRelative: false, in: path)
        default: return
        }
    }

    /// Refuses a source that lies outside the folder, and looks into one that is a VRT itself.
    private mutating func check(
        source: String, isRelative: Bool, in path: String
    ) throws(GDALError) {
        guard !source.contains("<VRTDataset") else {
            throw refusal("it holds another VRT as text; save that as a file")
        }
        guard !source.lowercased().hasPrefix("vrt://") else {
            throw refusal("its source '\(source)' is a VRT made up of a name")
        }
        try GDALRuntime.register(toOpen: source)
        let base = isRelative ? Self.folder(of: path) : ""
        let file = Self.file(of: source, from: base)
        guard GDALRuntime.mayLeaveFolder || Self.canonical(file).hasPrefix(root) else {
            throw refusal(
                "its source '\(source)' lies outside the folder of the VRT; move it below that "
                    + "folder, or allow it with --allow-outside")
        }
        if Self.isVirtual(file) { try visit(file) }
    }

    private static func exists(_ path: String) -> Bool {
        guard path.hasPrefix("/vsi") else { return access(path, F_OK) == 0 }
        guard let file = VSIFOpenL(path, "rb") else { return false }
        VSIFCloseL(file)
        return true
    }

    /// The file behind a source: the name itself, or the part of a subdataset's name that is one.
    private static func file(of source: String, from base: String) -> String {
        func path(_ name: some StringProtocol) -> String {
            name.hasPrefix("/") ? String(name) : base + name
        }
        if exists(path(source)) { return path(source) }
        let marks: Character = source.contains("\"") ? "\"" : ":"
        let part = source.split(separator: marks).dropFirst().first { exists(path($0)) }
        return path(part ?? source[...])
    }
}
