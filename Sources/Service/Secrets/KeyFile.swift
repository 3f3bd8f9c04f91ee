import Glibc
public import Rulebook

/// A key in a file of its own, apart from the database: 32 bytes as hexadecimal digits, for the server's user only.
public struct KeyFile: Hashable, Sendable {
    /// Bytes of a key.
    public static let length = 32

    /// Where it stands.
    public let path: String

    /// A file that may or may not be there yet.
    public init(_ path: String) {
        self.path = path
    }

    /// Whether there is a file.
    public var exists: Bool { access(path, F_OK) == 0 }

    /// The key in the file.
    ///
    /// - Throws: `Refusal` of code `keyFileUnusable` when it is missing, is no key, is a link, or may be read by others.
    public func read() throws(Refusal) -> [UInt8] {
        // A pipe must not make the server wait for whoever writes into it.
        let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else {
            throw refusal(errno == ELOOP ? "adalah tautan simbolis, bukan berkas biasa" : "tidak dapat dibuka")
        }
        defer { Glibc.close(file) }
        var facts = stat()
        guard fstat(file, &facts) == 0 else { throw refusal("tidak dapat dibuka") }
        guard facts.st_mode & S_IFMT == S_IFREG else { throw refusal("bukan berkas biasa") }
        guard facts.st_mode & 0o077 == 0 else {
            throw refusal("dapat dibaca pengguna lain di mesin ini; jalankan chmod 600 pada berkas itu")
        }
        // One more than a key with two ends of line, so that more is noticed.
        var bytes = [UInt8](repeating: 0, count: Self.length * 2 + 3)
        let count = Glibc.read(file, &bytes, bytes.count)
        guard count >= Self.length * 2, count < bytes.count, let key = HexText.bytes(String(decoding: bytes[..<(Self.length * 2)], as: UTF8.self)),
            bytes[(Self.length * 2)..<count].allSatisfy({ $0 == UInt8(ascii: "\n") })
        else { throw refusal("isinya bukan kunci") }
        return key
    }

    /// Writes a new key; a file that is there already is left alone.
    ///
    /// - Throws: `Refusal` of code `keyFileUnusable` when it cannot be written or is there already.
    public func make(_ key: [UInt8]) throws(Refusal) {
        let file = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw refusal(errno == EEXIST ? "sudah ada" : "tidak dapat ditulis") }
        defer { Glibc.close(file) }
        let text = Array((HexText.text(key) + "\n").utf8)
        guard Glibc.write(file, text, text.count) == text.count, fsync(file) == 0 else {
            unlink(path)
            throw refusal("tidak dapat ditulis")
        }
        guard isSettled() else {
            unlink(path)
            throw refusal("tidak dapat ditulis")
        }
    }

    /// Makes the file's name survive a power cut, as the database does what goes by its key; whether that succeeded.
    func isSettled() -> Bool {
        let end = path.lastIndex(of: "/")
        let folder = Glibc.open(end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return false }
        defer { Glibc.close(folder) }
        return fsync(folder) == 0
    }

    /// The key in the file; a new one is made where there is no file.
    ///
    /// - Throws: `Refusal` of code `keyFileUnusable`.
    public func readOrMake() throws(Refusal) -> [UInt8] {
        if !exists { try make(Sodium.random(Self.length)) }
        return try read()
    }

    private func refusal(_ reason: String) -> Refusal {
        Refusal(
            .keyFileUnusable, at: path,
            "Berkas kunci \(reason). Pulihkan berkas kunci dari tempat penyimpanannya; Zona tidak pernah menimpa kunci.")
    }
}
