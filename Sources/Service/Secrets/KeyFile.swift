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
    /// - Throws: `Refusal` of code `keyFileUnusable` when it is missing, is no key, or may be read by others.
    public func read() throws(Refusal) -> [UInt8] {
        let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw refusal("tidak dapat dibuka") }
        defer { Glibc.close(file) }
        var facts = stat()
        guard fstat(file, &facts) == 0 else { throw refusal("tidak dapat dibuka") }
        guard facts.st_mode & 0o077 == 0 else {
            throw refusal("dapat dibaca pengguna lain di mesin ini; jalankan chmod 600 pada berkas itu")
        }
        var bytes = [UInt8](repeating: 0, count: Self.length * 2 + 2)
        let count = Glibc.read(file, &bytes, bytes.count)
        guard count >= Self.length * 2, let key = HexText.bytes(String(decoding: bytes[..<(Self.length * 2)], as: UTF8.self)),
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
