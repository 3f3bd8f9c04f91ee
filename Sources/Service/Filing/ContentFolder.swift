import Crypto
import Glibc
import NIOPosix
import Rulebook

/// Contents as files of the data folder: `berkas/3f/a9/3fa9…`, readable by the server's user only.
struct ContentFolder: Sendable {
    let path: String

    /// Before the name of a file that is not whole yet.
    private static let unfinished = ".baru-"

    /// Keeps bytes; when this returns they survive a power cut.
    ///
    /// - Throws: `Refusal` of code `storageFull`; ``ContentFault``.
    /// - Complexity: O(length)
    func keep(_ bytes: ArraySlice<UInt8>) async throws -> KeptContent {
        try await Self.apart { try write(bytes) }
    }

    /// Blocking work away from the threads that answer requests.
    static func apart<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        try await NIOThreadPool.singleton.runIfActive(body)
    }

    private func write(_ bytes: ArraySlice<UInt8>) throws -> KeptContent {
        let content = try KeptContent(of: bytes)
        let digest = content.digest
        let target = "\(path)/\(digest.path)"
        // The same content is written again only where it is not what it was; a new time tells the sweep to wait.
        if (try? self.digest(of: digest)) == content, utimes(target, nil) == 0 { return content }
        let folder = String(target.dropLast(65))
        try makeFolders(to: folder)
        let scratch = "\(folder)/\(Self.unfinished)\(NewID.make(at: 0))"
        let file = open(scratch, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw Self.fault() }
        do {
            defer { close(file) }
            try Self.write(bytes, to: file)
            guard fsync(file) == 0, rename(scratch, target) == 0 else { throw Self.fault() }
        } catch {
            unlink(scratch)
            throw error
        }
        try settle(folder)
        return content
    }

    private static func write(_ bytes: ArraySlice<UInt8>, to file: Int32) throws {
        try bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Glibc.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, min(rest.count, KeptContent.pieceLength))
                guard count > 0 || errno == EINTR else { throw fault() }
                rest = rest.dropFirst(max(count, 0))
            }
        }
    }

    /// Makes the folders of two levels, and their names durable.
    private func makeFolders(to folder: String) throws {
        let above = String(folder.dropLast(3))
        for (place, parent) in [(path, nil), (above, path), (folder, above)] as [(String, String?)] {
            if mkdir(place, 0o700) == 0 {
                if let parent { try settle(parent) }
            } else if errno != EEXIST {
                throw Self.fault()
            }
        }
    }

    private func settle(_ folder: String) throws {
        let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw Self.fault() }
        defer { close(file) }
        guard fsync(file) == 0 else { throw Self.fault() }
    }

    private static func fault() -> any Error {
        switch errno {
        case ENOSPC, EDQUOT:
            Refusal(
                .storageFull, at: "",
                "Ruang penyimpanan server habis, jadi berkas ini tidak disimpan. Beri tahu pengelola server; yang sudah tersimpan tetap utuh.")
        case ENOENT: ContentFault.missing
        case let number: ContentFault.system(number)
        }
    }

    /// Makes sure that a content is there.
    ///
    /// - Throws: ``ContentFault``.
    func confirm(_ content: KeptContent) throws {
        guard access("\(path)/\(content.digest.path)", R_OK) == 0 else { throw Self.fault() }
    }

    /// The bytes from ``KeptContent/pieceLength`` times `number` on, as many as that; none behind the end.
    ///
    /// - Throws: ``ContentFault``.
    func piece(_ number: Int, of digest: DocumentDigest) async throws -> [UInt8] {
        try await Self.apart { try read(number, of: digest) }
    }

    private func read(_ number: Int, of digest: DocumentDigest) throws -> [UInt8] {
        let file = open("\(path)/\(digest.path)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else { throw Self.fault() }
        defer { close(file) }
        var facts = stat()
        guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { throw ContentFault.damaged }
        var piece = [UInt8](repeating: 0, count: KeptContent.pieceLength)
        var length = 0
        while length < piece.count {
            let wanted = piece.count - length
            let count = piece.withUnsafeMutableBytes { buffer in
                pread(file, buffer.baseAddress.map { $0 + length }, wanted, off_t(number * KeptContent.pieceLength + length))
            }
            if count == 0 { break }
            guard count > 0 || errno == EINTR else { throw Self.fault() }
            length += max(count, 0)
        }
        piece.removeLast(piece.count - length)
        return piece
    }

    /// What is there under a name, looked at whole.
    private func digest(of name: DocumentDigest) throws -> KeptContent? {
        var hash = SHA256()
        var size = 0
        var number = 0
        while case let piece = try read(number, of: name), !piece.isEmpty {
            hash.update(data: piece)
            size += piece.count
            number += 1
        }
        return DocumentDigest(HexText.text(hash.finalize())).map { KeptContent(digest: $0, size: size) }
    }
}
