internal import Crypto
internal import Relational

#if canImport(Glibc)
    internal import Glibc
#endif

/// The seal behind the database is ASCII text of a fixed length, so that every byte of it is checked by itself:
///
///     ZONA-BACKUP 1⏎
///     bytes 0000000000000049152⏎
///     sha256 <64 digits>⏎
extension BackupFile {
    private static let sealLength: Int64 = 14 + 26 + 72
    private static let opening = Array("SQLite format 3\0".utf8)

    private var seal: String {
        let digits = String(length)
        return "ZONA-BACKUP 1\nbytes \(String(repeating: "0", count: 19 - digits.count))\(digits)\nsha256 \(digest)\n"
    }

    /// Writes the seal behind a finished database and makes the file survive a power cut.
    init(sealing path: String) throws {
        let file = try FileBytes(path, O_RDWR)
        let length = try file.length()
        self.init(path: path, length: length, digest: try BackupFile.digest(file, length))
        try file.write(Array(seal.utf8), at: length)
        try file.sync()
    }

    /// Reads a whole file.
    init(reading path: String) throws {
        guard let file = try? FileBytes(path, O_RDONLY) else { throw BackupFault.missing }
        let whole = try file.length()
        guard try file.read(BackupFile.opening.count, at: 0) == BackupFile.opening else {
            // A backup that lost all but a few bytes cannot be told from another short file.
            throw BackupFault.notABackup
        }
        if try BackupFile.goesOn(file, whole) { throw BackupFault.extended }
        let length = whole - BackupFile.sealLength
        guard length > 0 else { throw BackupFault.truncated }
        let found = try file.read(Int(BackupFile.sealLength), at: length)
        guard String(decoding: found, as: UTF8.self).hasPrefix("ZONA-BACKUP ") else { throw BackupFault.truncated }
        self.init(path: path, length: length, digest: try BackupFile.digest(file, length))
        guard found == Array(seal.utf8) else { throw BackupFault.damaged }
    }

    /// Whether a seal stands where the database says that it ends, and something more behind it.
    private static func goesOn(_ file: FileBytes, _ whole: Int64) throws -> Bool {
        // SQLite's own header: the size of a page, where 1 means 65,536, and the number of pages.
        let header = try file.read(32, at: 0)
        guard header.count == 32 else { return false }
        let page = Int64(header[16]) << 8 | Int64(header[17])
        let pages = header[28..<32].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        let end = pages * (page == 1 ? 65_536 : page)
        guard whole > end + sealLength else { return false }
        return try String(decoding: file.read(12, at: end), as: UTF8.self) == "ZONA-BACKUP "
    }

    /// Writes the database without the seal, and makes sure once more that it is what was sealed.
    func copy(to target: String) throws {
        let source = try FileBytes(path, O_RDONLY)
        let file = try FileBytes(target, O_WRONLY)
        var hash = SHA256()
        try source.forEachPiece(length) { piece, offset in
            hash.update(data: piece)
            try file.write(piece, at: offset)
        }
        guard hex(hash.finalize()) == digest else { throw BackupFault.damaged }
        try file.sync()
    }

    private static func digest(_ file: FileBytes, _ length: Int64) throws -> String {
        var hash = SHA256()
        try file.forEachPiece(length) { piece, _ in hash.update(data: piece) }
        return hex(hash.finalize())
    }
}

private func hex(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
