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
    /// - Parameter replacing: whether a file that is there already goes.
    /// - Throws: `Refusal`
    static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws(Refusal) {
        let draft = path + ".sementara"
        guard let stream = fopen(draft, "wb") else {
            throw Refusal(.unreadableFile, at: path, "Berkas tidak dapat ditulis: \(reason(errno)).")
        }
        let written = fwrite(bytes, 1, bytes.count, stream)
        let closed = fclose(stream) == 0
        guard written == bytes.count, closed else {
            let why = reason(errno)
            unlink(draft)
            throw Refusal(.unreadableFile, at: path, "Berkas tidak dapat ditulis: \(why).")
        }
        try name(draft, path, replacing: replacing)
    }

    /// Gives a finished draft its name; the draft is gone afterwards in any case.
    ///
    /// - Throws: `Refusal`
    static func name(_ draft: String, _ path: String, replacing: Bool) throws(Refusal) {
        if !replacing {
            // Taking the name first keeps the promise also when somebody else takes it in this moment.
            let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else {
                let code = errno
                unlink(draft)
                if code == EEXIST { throw taken(path) }
                throw Refusal(.unreadableFile, at: path, "Berkas tidak dapat ditulis: \(reason(code)).")
            }
            close(descriptor)
        }
        guard rename(draft, path) == 0 else {
            let why = reason(errno)
            unlink(draft)
            if !replacing { unlink(path) }
            throw Refusal(.unreadableFile, at: path, "Berkas tidak dapat ditulis: \(why).")
        }
    }

    /// Whether a name is taken, also by a link that leads nowhere.
    static func isThere(_ path: String) -> Bool {
        var facts = stat()
        return lstat(path, &facts) == 0
    }

    static func taken(_ path: String) -> Refusal {
        Refusal(
            .unreadableFile, at: path,
            "Berkas itu sudah ada dan tidak ditimpa. Pilih nama lain, atau tambahkan --replace bila isinya memang hendak diganti.")
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
