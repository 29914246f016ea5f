// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// Files and folders that appear whole or not at all: made in a hidden folder, synced, renamed.
public enum WholeFile {
    /// The outputs that are placed together; each by itself without them.
    @TaskLocal private static var outputs: Outputs?

    /// Makes several files and folders that take their places together once `body` has returned, or
    /// not at all.
    ///
    /// - Throws: ``WriteError``, ``ReadError`` where an input changed meanwhile, and what `body` throws.
    public static func together(_ body: () async throws -> Void) async throws {
        let outputs = Outputs()
        try await $outputs.withValue(outputs) { try await body() }
        try outputs.place()
    }

    /// Where an output can be read that may not have taken its place yet.
    public static func made(_ path: String) -> String {
        outputs?.made(resolved(path)) ?? path
    }

    // MARK: Files

    /// Writes text to a file.
    ///
    /// - Parameters:
    ///   - text: What is to be in it, as UTF-8.
    ///   - path: The file.
    ///   - overwrite: Whether a file that is there may be replaced.
    /// - Throws: ``WriteError``.
    public static func write(
        _ text: String, to path: String, overwrite: Bool = true
    ) throws {
        try write(Array(text.utf8), to: path, overwrite: overwrite)
    }

    /// Writes bytes to a file, such as a picture.
    ///
    /// - Throws: ``WriteError``.
    public static func write(
        _ bytes: [UInt8], to path: String, overwrite: Bool = true
    ) throws {
        try make(path, overwrite: overwrite) { made throws(WriteError) in
            var file = try NewFile(at: made, named: path)
            try file.write(bytes)
            try file.close()
        }
    }

    /// Writes a file whose bytes come in pieces, so that not all need be in memory.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - overwrite: Whether a file that is there may be replaced.
    ///   - body: Calls its argument with each piece.
    /// - Throws: ``WriteError``, ``ReadError`` where an input changed meanwhile, and what `body` throws.
    public static func write(
        to path: String, overwrite: Bool = true,
        _ body: (_ write: ([UInt8]) throws -> Void) async throws -> Void
    ) async throws {
        try check(path, overwrite: overwrite)
        let isPlaced = kind(of: path) != .other && !HiddenFolder.holds(path)
        let output = isPlaced ? try output(path, overwrite: overwrite) : nil
        var file = try NewFile(at: output?.made ?? path, named: path)
        try await body { try file.write($0) }
        try file.close()
        if let output { try place(output) }
    }

    /// Writes text to an open file, such as standard output, to its last byte.
    ///
    /// - Throws: ``WriteError`` where the disk is full, or the reader has gone.
    public static func write(
        _ text: String, into file: Int32, named name: String
    ) throws(WriteError) {
        try write(Array(text.utf8), into: file, named: name)
    }

    /// Writes bytes to an open file, such as standard output, to the last.
    ///
    /// - Throws: ``WriteError`` where the disk is full, or the reader has gone.
    public static func write(
        _ bytes: [UInt8], into file: Int32, named name: String
    ) throws(WriteError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw WriteError(path: name, code: errno, isCreation: false) }
            rest = rest.dropFirst(count)
        }
    }

    /// Says whether a file may be written there, before work is spent on what goes into it.
    public static func check(_ path: String, overwrite: Bool) throws(WriteError) {
        switch kind(of: path) {
        case .regular where !overwrite:
            throw WriteError(path: path, message: "it exists; add --overwrite to replace it")
        case .folder: throw WriteError(path: path, message: "it is a folder; name a file in it")
        case .other: return
        case .regular, .nothing: break
        }
        guard access(folder(of: resolved(path)), W_OK | X_OK) == 0 else {
            throw WriteError(path: path, code: errno)
        }
    }

    /// Makes a file by whatever means, at a hidden path that only its success turns into the real one.
    ///
    /// Whatever else `body` leaves beside the file it is given, such as a shapefile's parts, comes
    /// along. A device or a pipe, such as `/dev/stdout`, is written to as it is.
    ///
    /// - Throws: ``WriteError``, ``ReadError`` where an input changed meanwhile, and what `body` throws.
    public static func make<Fault: Error>(
        _ path: String, overwrite: Bool = true, _ body: (_ made: String) throws(Fault) -> Void
    ) throws {
        try check(path, overwrite: overwrite)
        // What lies in a hidden folder comes into its place with that.
        if kind(of: path) == .other || HiddenFolder.holds(path) { return try body(path) }
        let output = try output(path, overwrite: overwrite)
        try body(output.made)
        try place(output)
    }

    // MARK: Folders

    /// Says whether a folder may be written there, before work is spent on what goes into it.
    ///
    /// - Parameters:
    ///   - path: The folder.
    ///   - overwrite: Whether a folder that is there may be replaced.
    ///   - marker: A file that tells a folder of one's own making: no other is ever replaced.
    /// - Throws: ``WriteError``.
    public static func checkFolder(
        _ path: String, overwrite: Bool, marker: String
    ) throws(WriteError) {
        switch kind(of: path) {
        case .regular, .other:
            throw WriteError(path: path, message: "it is a file, not a folder; choose another name")
        case .folder where isEmpty(path): break
        case .folder:
            guard overwrite else {
                throw WriteError(path: path, message: "it exists; add --overwrite to replace it")
            }
            guard access("\(path)/\(marker)", F_OK) == 0 else {
                throw WriteError(
                    path: path,
                    message: "it holds no \(marker), so it is no output to replace: its files "
                        + "would be lost. Choose another folder, or remove it yourself")
            }
        case .nothing: break
        }
        var parent = resolved(path)
        repeat {
            parent = folder(of: parent)
        } while kind(of: parent) == .nothing && parent != "." && parent != "/"
        guard kind(of: parent) == .folder else {
            throw WriteError(path: path, message: "'\(parent)' is not a folder")
        }
        guard access(parent, W_OK | X_OK) == 0 else { throw WriteError(path: path, code: errno) }
    }

    /// A folder filled by `body` under another name, which takes the real one at the end.
    ///
    /// What stands there changes places with it in one step, so that whoever looks finds one of the
    /// two, whole.
    ///
    /// - Parameters:
    ///   - path: The folder.
    ///   - overwrite: Whether a folder that is there may be replaced.
    ///   - marker: A file that `body` leaves in it: a folder without it is never replaced.
    ///   - body: Fills the folder whose path it is given.
    /// - Throws: ``WriteError``, ``ReadError`` where an input changed meanwhile, and what `body` throws.
    public static func makeFolder(
        _ path: String, overwrite: Bool, marker: String,
        _ body: (_ made: String) async throws -> Void
    ) async throws {
        try checkFolder(path, overwrite: overwrite, marker: marker)
        try makeParents(of: resolved(path), named: path)
        // An empty folder that stands there holds nothing to keep.
        let output = try output(path, overwrite: overwrite || isEmpty(path))
        guard mkdir(output.made, 0o755) == 0 else { throw WriteError(path: path, code: errno) }
        try await body(output.made)
        try place(output)
    }

    // MARK: Kept files

    /// Says whether a folder can be there to keep files in: one that can only be read may.
    package static func checkKeeping(in folder: String) throws(WriteError) {
        var place = resolved(folder)
        switch kind(of: place) {
        case .folder: return
        case .regular, .other:
            throw WriteError(path: folder, message: "it is a file, not a folder; name another")
        case .nothing: break
        }
        while kind(of: place) == .nothing, place != ".", place != "/" {
            place = self.folder(of: place)
        }
        guard kind(of: place) == .folder, access(place, W_OK | X_OK) == 0 else {
            throw WriteError(path: folder, code: kind(of: place) == .folder ? errno : ENOTDIR)
        }
    }

    /// Writes a file that is no output and may be lost, in a folder that is made where there is none;
    /// whole, and in its place at once, whatever becomes of the run.
    package static func keep(_ bytes: [UInt8], at path: String) throws {
        try makeParents(of: resolved(path), named: path)
        try $outputs.withValue(nil) { try write(bytes, to: path) }
    }

    /// The same with text, as UTF-8.
    package static func keep(_ text: String, at path: String) throws {
        try keep(Array(text.utf8), at: path)
    }

    /// Removes what is half-written, lets nothing new begin, and ends the program.
    ///
    /// - Parameters:
    ///   - status: The exit status.
    ///   - lastWords: What is still to be done when all is removed; told whether any output had
    ///     taken its place already.
    public static func abandonAll(
        status: Int32, lastWords: (_ hasPlaced: Bool) -> Void
    ) -> Never {
        HiddenFolder.abandonAll(status: status, lastWords: lastWords)
    }

    private static func output(
        _ path: String, overwrite: Bool
    ) throws(WriteError) -> Outputs.Output {
        let real = resolved(path)
        let folder = folder(of: real)
        return Outputs.Output(
            name: path, hidden: try HiddenFolder(in: folder, for: path), folder: folder,
            file: String(real.split(separator: "/").last ?? ""), overwrite: overwrite)
    }

    private static func place(_ output: Outputs.Output) throws {
        if let outputs { return try outputs.add(output) }
        let outputs = Outputs()
        try outputs.add(output)
        try outputs.place()
    }

    /// The true folder that an output lies in, which is made where there is none, and its name there.
    static func place(of path: String) throws(WriteError) -> (folder: String, name: String) {
        let real = resolved(path)
        try makeParents(of: real, named: path)
        return (folder(of: real), String(real.split(separator: "/").last ?? ""))
    }

    private static func makeParents(of real: String, named path: String) throws(WriteError) {
        let parent = folder(of: real)
        guard kind(of: parent) == .nothing else { return }
        try makeParents(of: parent, named: path)
        guard mkdir(parent, 0o755) == 0 || errno == EEXIST else {
            throw WriteError(path: path, code: errno)
        }
    }

    // MARK: Paths

    private enum Kind { case nothing, regular, folder, other }

    /// What a path leads to, through links.
    private static func kind(of path: String) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { return .nothing }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .regular
        case S_IFDIR: return .folder
        default: return .other
        }
    }

    private static func isEmpty(_ folder: String) -> Bool {
        (try? FileManager.default.contentsOfDirectory(atPath: folder).isEmpty) ?? false
    }

    /// Where a link leads, so that the link stays and its target is replaced; without a final `/`.
    private static func resolved(_ path: String) -> String {
        if let real = realpath(path, nil) {
            defer { free(real) }
            return String(cString: real)
        }
        guard path.count > 1, path.hasSuffix("/") else {
            // A new name in a folder: that folder's true path, so that one place has one name.
            guard let real = realpath(folder(of: path), nil) else { return path }
            defer { free(real) }
            return "\(String(cString: real))/\(path.split(separator: "/").last ?? "")"
        }
        return resolved(String(path.dropLast()))
    }

    /// A path without its last part. (`NSString` has such a thing too, and on Linux it crashes on
    /// names of one letter.)
    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}

/// A file that is being written, closed at the latest with this value.
private struct NewFile: ~Copyable {
    private let file: Int32
    /// What errors call it.
    private let name: String
    private var isOpen = true

    init(at path: String, named name: String) throws(WriteError) {
        file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        self.name = name
        guard file >= 0 else {
            isOpen = false
            throw WriteError(path: name, code: errno)
        }
    }

    func write(_ bytes: [UInt8]) throws(WriteError) {
        try WholeFile.write(bytes, into: file, named: name)
    }

    mutating func close() throws(WriteError) {
        isOpen = false
        guard Glibc.close(file) == 0 else {
            throw WriteError(path: name, code: errno, isCreation: false)
        }
    }

    deinit { if isOpen { _ = Glibc.close(file) } }
}
