// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import Files
internal import Glibc
internal import Synchronization

/// The files that GDAL's drivers read and write, through a file system of our own that hears each
/// refusal.
///
/// Some drivers do not look whether a call succeeded: a tag of a TIFF that cannot be read is one that
/// is not there, and what cannot be written is lost. Here a write, cut or close that the system
/// refuses is kept, with the file's path, until the one who writes the file asks for it; and a read
/// that fails for a trouble that passes, until the thread's next call of GDAL ends. Drivers that go
/// past GDAL's calls, such as SQLite's and netCDF's, look after themselves.
enum CheckedFiles {
    /// Puts this file system in the place of GDAL's own.
    static func install() { _ = isInstalled }

    /// Whether a write to a file was refused so long ago that memory no longer takes what follows.
    static func isBeyondHope(_ path: String) -> Bool {
        faults.withLock { faults in faults.contains { $0.isBeyondHope && $0.path == path } }
    }

    /// Why a file or one of its side files could not be written, once: the first `errno`.
    static func takeFault(of path: String) -> Int32? {
        let stem = path.lastIndex(of: ".").map { path[..<$0] } ?? path[...]
        return faults.withLock { faults in
            let code = faults.first { $0.path.hasPrefix(stem) }?.code
            if code != nil { faults.removeAll { $0.path.hasPrefix(stem) } }
            return code
        }
    }

    /// What a read on this thread was refused with since this was asked last: a trouble that passes.
    static func takeRefusal() -> Int32? {
        guard let kept = pthread_getspecific(refusal) else { return nil }
        pthread_setspecific(refusal, nil)
        return Int32(truncatingIfNeeded: Int(bitPattern: kept))
    }

    /// Of each thread its own: the code, in a pointer's place.
    private static let refusal: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()

    /// Keeps the code of a call that only looks, where it tells of a trouble that passes.
    fileprivate static func keepRefusal(_ code: Int32) {
        if FailureKind.passes(code) {
            pthread_setspecific(refusal, UnsafeRawPointer(bitPattern: Int(code)))
        }
        errno = code
    }

    fileprivate static func keep(_ code: Int32, _ path: String, isBeyondHope: Bool = false) {
        faults.withLock { $0.append((path, code, isBeyondHope)) }
    }

    private static let faults = Mutex<[(path: String, code: Int32, isBeyondHope: Bool)]>([])

    private static let isInstalled: Bool = {
        guard let calls = VSIAllocFilesystemPluginCallbacksStruct() else { return false }
        defer { VSIFreeFilesystemPluginCallbacksStruct(calls) }
        calls.pointee.stat = { _, path, result, _ in
            guard let path, let result else { return -1 }
            // GDAL's structure is the system's own.
            let status = UnsafeMutableRawPointer(result).assumingMemoryBound(to: stat.self)
            guard stat(path, status) != 0 else { return 0 }
            CheckedFiles.keepRefusal(errno)
            return -1
        }
        calls.pointee.read_dir = { _, path, most in
            path.flatMap { CheckedFiles.names(in: String(cString: $0), atMost: Int(most)) }
        }
        calls.pointee.unlink = { _, path in path.map { unlink($0) } ?? -1 }
        calls.pointee.rename = { _, from, to in
            guard let from, let to, rename(from, to) == 0 else {
                if let to { CheckedFiles.keep(errno, String(cString: to)) }
                return -1
            }
            return 0
        }
        calls.pointee.mkdir = { _, path, mode in path.map { mkdir($0, mode_t(mode)) } ?? -1 }
        calls.pointee.rmdir = { _, path in path.map { rmdir($0) } ?? -1 }
        calls.pointee.open = { _, path, access in
            guard let path, let access,
                let file = CheckedFile(String(cString: path), String(cString: access))
            else { return nil }
            return Unmanaged.passRetained(file).toOpaque()
        }
        calls.pointee.tell = { vsi_l_offset(CheckedFile.of($0)?.place ?? 0) }
        calls.pointee.seek = { CheckedFile.of($0)?.seek(Int($1), $2) ?? -1 }
        calls.pointee.read = { CheckedFile.of($0)?.read($1, $2, $3) ?? 0 }
        calls.pointee.eof = { CheckedFile.of($0)?.isAtEnd == true ? 1 : 0 }
        calls.pointee.write = { CheckedFile.of($0)?.write($1, $2, $3) ?? 0 }
        calls.pointee.flush = {
            CheckedFile.of($0).map {
                $0.flush()
                return 0
            } ?? -1
        }
        calls.pointee.truncate = { CheckedFile.of($0)?.truncate(Int($1)) ?? -1 }
        calls.pointee.close = { handle in
            guard let handle else { return -1 }
            return Unmanaged<CheckedFile>.fromOpaque(handle).takeRetainedValue().close()
        }
        // Without a prefix: for all paths that no other file system has. GDAL keeps the pointer.
        return VSIInstallPluginHandler(strdup(""), calls) == 0
    }()

    /// What a folder holds, as a list of GDAL's; `nil` where it cannot be read.
    private static func names(
        in folder: String, atMost most: Int
    ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
        guard let stream = opendir(folder.isEmpty ? "." : folder) else {
            keepRefusal(errno)
            return nil
        }
        defer { closedir(stream) }
        var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        var count = 0
        while most <= 0 || count <= most, let entry = readdir(stream) {
            list = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { CSLAddString(list, $0) }
            }
            count += 1
        }
        return list
    }
}

/// An open file, for one thread at a time, with what is still to be written of it.
private final class CheckedFile {
    private let path: String
    private let file: Int32
    private let writes: Bool
    private(set) var place = 0
    private(set) var isAtEnd = false
    /// Once a write was refused: the file is lost then, and its driver is to go on as if it were not.
    private var unwritten: UnwrittenBytes?
    /// Bytes that follow one another and are not written yet, and where the first belongs.
    private var pending: [UInt8] = []
    private var pendingStart = 0
    /// Bytes that were read before they are wanted, of a file that is only read, and where they begin.
    private var ahead: [UInt8] = []
    private var aheadStart = 0
    private static let aheadCount = 1 << 14

    init?(_ path: String, _ access: String) {
        let creates = access.contains("w") || access.contains("a")
        writes = creates || access.contains("+")
        let flags =
            (writes ? O_RDWR : O_RDONLY) | (creates ? O_CREAT : 0)
            | (access.contains("w") ? O_TRUNC : 0) | O_CLOEXEC
        file = open(path, flags, 0o644)
        self.path = path
        guard file >= 0 else {
            let code = errno
            if creates || writes && code != ENOENT { CheckedFiles.keep(code, path) }
            CheckedFiles.keepRefusal(code)
            return nil
        }
        if access.contains("a") { place = max(0, lseek(file, 0, SEEK_END)) }
    }

    static func of(_ handle: UnsafeMutableRawPointer?) -> CheckedFile? {
        handle.map { Unmanaged<CheckedFile>.fromOpaque($0).takeUnretainedValue() }
    }

    private func refused() {
        let code = errno
        if unwritten == nil {
            var status = stat()
            fstat(file, &status)
            unwritten = UnwrittenBytes(after: Int(status.st_size))
        }
        CheckedFiles.keep(code, path)
        errno = code
    }

    /// Where the file ends, or would.
    private var end: Int { unwritten?.end ?? Int(lseek(file, 0, SEEK_END)) }

    func seek(_ offset: Int, _ whence: Int32) -> Int32 {
        flush()
        isAtEnd = false
        switch whence {
        case SEEK_SET: place = offset
        case SEEK_CUR: place += offset
        default: place = end + offset
        }
        return 0
    }

    func read(_ memory: UnsafeMutableRawPointer?, _ size: Int, _ count: Int) -> Int {
        guard let memory, size > 0, count > 0 else { return 0 }
        flush()
        let wanted = UnsafeMutableRawBufferPointer(start: memory, count: size * count)
        let done =
            writes || wanted.count >= Self.aheadCount ? get(wanted, at: place) : getAhead(wanted)
        isAtEnd = done < wanted.count
        place += done
        return done / size
    }

    /// Reads what it can of some bytes; how many that are.
    private func get(_ bytes: UnsafeMutableRawBufferPointer, at start: Int) -> Int {
        let done = getStored(bytes, at: start)
        return unwritten?.lay(over: bytes, at: start, read: done) ?? done
    }

    private func getStored(_ bytes: UnsafeMutableRawBufferPointer, at start: Int) -> Int {
        var done = 0
        while done < bytes.count {
            let some = pread(
                file, bytes.baseAddress.map { $0 + done }, bytes.count - done,
                off_t(start + done))
            if some < 0 && errno == EINTR { continue }
            if some < 0 {
                let code = errno
                if writes { refused() }
                CheckedFiles.keepRefusal(code)
            }
            guard some > 0 else { break }
            done += some
        }
        return done
    }

    /// Reads a few bytes, and those that follow them.
    private func getAhead(_ bytes: UnsafeMutableRawBufferPointer) -> Int {
        if place < aheadStart || place + bytes.count > aheadStart + ahead.count {
            ahead = [UInt8](unsafeUninitializedCapacity: Self.aheadCount) { memory, count in
                count = get(UnsafeMutableRawBufferPointer(memory), at: place)
            }
            aheadStart = place
        }
        let start = place - aheadStart
        let count = min(bytes.count, max(0, ahead.count - start))
        ahead.withUnsafeBytes {
            bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<start + count]))
        }
        return count
    }

    func write(_ memory: UnsafeRawPointer?, _ size: Int, _ count: Int) -> Int {
        guard let memory, size > 0, count > 0 else { return 0 }
        let bytes = UnsafeRawBufferPointer(start: memory, count: size * count)
        if place != pendingStart + pending.count || pending.count + bytes.count > 1 << 16 {
            flush()
        }
        if bytes.count > 1 << 16 {
            put(bytes, at: place)
        } else {
            if pending.isEmpty { pendingStart = place }
            pending.append(contentsOf: bytes)
        }
        place += bytes.count
        return count
    }

    func flush() {
        guard !pending.isEmpty else { return }
        pending.withUnsafeBytes { put($0, at: pendingStart) }
        pending.removeAll(keepingCapacity: true)
    }

    /// Writes all of some bytes, and keeps in memory what the system does not take. A trouble that may
    /// pass is tried once more: what is written is read back in the end.
    private func put(_ bytes: UnsafeRawBufferPointer, at start: Int) {
        var done = 0
        var mayRetry = true
        while done < bytes.count, unwritten == nil {
            let some = pwrite(
                file, bytes.baseAddress.map { $0 + done }, bytes.count - done,
                off_t(start + done))
            if some < 0 && errno == EINTR { continue }
            if some < 0 && mayRetry && FailureKind.passes(errno) {
                mayRetry = false
                continue
            }
            guard some > 0 else {
                refused()
                break
            }
            done += some
        }
        keep(UnsafeRawBufferPointer(rebasing: bytes[done...]), at: start + done)
    }

    /// Takes bytes that the disk did not.
    private func keep(_ bytes: UnsafeRawBufferPointer, at start: Int) {
        guard let unwritten, !bytes.isEmpty else { return }
        let wasFull = unwritten.isFull
        unwritten.keep(bytes, at: start)
        if unwritten.isFull && !wasFull { CheckedFiles.keep(ENOSPC, path, isBeyondHope: true) }
    }

    func truncate(_ size: Int) -> Int32 {
        flush()
        if unwritten == nil {
            if ftruncate(file, off_t(size)) == 0 { return 0 }
            refused()
        }
        unwritten?.cut(to: size)
        return 0
    }

    func close() -> Int32 {
        flush()
        if Glibc.close(file) == 0 { return 0 }
        refused()
        return -1
    }
}
