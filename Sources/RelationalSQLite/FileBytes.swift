internal import Dispatch
internal import Relational

#if canImport(Glibc)
    internal import Glibc
#endif

/// A file read and written at given places, in pieces, so that its length does not matter.
final class FileBytes {
    private let descriptor: CInt

    init(_ path: String, _ flags: CInt) throws {
        descriptor = open(path, flags | O_CLOEXEC)
        guard descriptor >= 0 else { throw system("cannot open the file") }
    }

    deinit { close(descriptor) }

    func length() throws -> Int64 {
        let length = lseek(descriptor, 0, SEEK_END)
        guard length >= 0 else { throw system("cannot measure the file") }
        return Int64(length)
    }

    /// Up to `count` bytes; fewer only where the file ends.
    func read(_ count: Int, at offset: Int64) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let got = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress.map { $0 + done }, count - done, off_t(offset) + done) }
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { throw system("cannot read the file") }
            if got == 0 { break }
            done += got
        }
        return Array(bytes.prefix(done))
    }

    /// The first `length` bytes in pieces of a megabyte.
    func forEachPiece(_ length: Int64, _ body: (_ piece: [UInt8], _ offset: Int64) throws -> Void) throws {
        var offset: Int64 = 0
        while offset < length {
            let piece = try read(Int(min(length - offset, 1 << 20)), at: offset)
            guard !piece.isEmpty else { throw BackupFault.truncated }
            try body(piece, offset)
            offset += Int64(piece.count)
        }
    }

    func write(_ bytes: [UInt8], at offset: Int64) throws {
        var done = 0
        while done < bytes.count {
            let put = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done, off_t(offset) + done) }
            if put < 0 && errno == EINTR { continue }
            guard put > 0 else { throw system("cannot write the file") }
            done += put
        }
    }

    func sync() throws {
        guard fsync(descriptor) == 0 else { throw system("cannot sync the file") }
    }
}

/// Whether a name is taken, also by a link that leads nowhere.
func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
}

/// A name beside the final one that nobody else uses.
func scratchName(_ path: String) -> String {
    "\(path).\(String(UInt64.random(in: 0 ... .max), radix: 36)).tmp"
}

/// Gives a finished file its name and makes that survive a power cut.
func publish(_ scratch: String, as path: String, overwriting: Bool) throws {
    if !overwriting {
        // Taking the name first keeps the promise also when somebody else takes it in this moment.
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            if errno == EEXIST { throw BackupFault.exists }
            throw system("cannot create the file")
        }
        close(file)
    }
    guard rename(scratch, path) == 0 else {
        let error = system("cannot name the file")
        if !overwriting { unlink(path) }
        throw error
    }
    try syncFolder(of: path)
}

/// Runs work that waits for the disk on a thread that may wait.
func elsewhere<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async { continuation.resume(with: Result(catching: work)) }
    }
}
