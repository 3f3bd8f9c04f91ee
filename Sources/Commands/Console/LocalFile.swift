import Glibc
import Rulebook

/// Files named on the command line.
enum LocalFile {
    /// Reads a file, or standard input for `-`.
    ///
    /// - Parameter limit: most bytes; a larger file is refused after reading that many.
    /// - Throws: `Refusal`
    static func read(_ path: String, limit: Int) throws(Refusal) -> [UInt8] {
        guard let stream = fopen(path == "-" ? "/dev/stdin" : path, "rb") else {
            throw Refusal(.unreadableFile, at: path, "Berkas tidak dapat dibuka: \(reason(errno)).")
        }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, stream)
            bytes.append(contentsOf: chunk[..<count])
            guard bytes.count <= limit else {
                throw Refusal(.fileTooLarge, at: path, "Berkas lebih besar dari \(limit >> 20) MB.")
            }
            if count < chunk.count { break }
        }
        guard ferror(stream) == 0 else {
            throw Refusal(.unreadableFile, at: path, "Berkas tidak dapat dibaca: \(reason(errno)).")
        }
        return bytes
    }

    /// Writes a file whole: under another name first, so that a full disk leaves nothing half written.
    ///
    /// - Throws: `Refusal`
    static func write(_ bytes: [UInt8], to path: String) throws(Refusal) {
        let draft = path + ".sementara"
        guard let stream = fopen(draft, "wb") else {
            throw Refusal(.unreadableFile, at: path, "Berkas tidak dapat ditulis: \(reason(errno)).")
        }
        let written = fwrite(bytes, 1, bytes.count, stream)
        let closed = fclose(stream) == 0
        guard written == bytes.count, closed, rename(draft, path) == 0 else {
            let why = reason(errno)
            unlink(draft)
            throw Refusal(.unreadableFile, at: path, "Berkas tidak dapat ditulis: \(why).")
        }
    }

    private static func reason(_ code: Int32) -> String {
        switch code {
        case ENOENT: "tidak ada"
        case EACCES, EPERM: "tidak diizinkan"
        case EISDIR: "itu sebuah folder"
        case ENOSPC: "media penyimpanan penuh"
        default: String(cString: strerror(code))
        }
    }
}
