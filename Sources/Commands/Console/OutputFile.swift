import Glibc
import Rulebook

/// A file that is written piece by piece, under another name until it is whole.
final class OutputFile {
    private let path: String
    private let replacing: Bool
    private let draft: String
    private let stream: UnsafeMutablePointer<FILE>
    private var isFinished = false

    /// Begins a file that only its owner may read; `-` is standard output.
    ///
    /// - Parameter replacing: whether a file that is there already goes.
    /// - Throws: `Refusal`
    init(_ path: String, replacing: Bool) throws(Refusal) {
        self.path = path
        self.replacing = replacing
        draft = path == "-" ? "/dev/stdout" : path + ".sementara"
        if path != "-" { unlink(draft) }
        let descriptor = open(draft, path == "-" ? O_WRONLY : O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0, let stream = fdopen(descriptor, "wb") else { throw Self.refusal(path) }
        self.stream = stream
    }

    deinit {
        if isFinished { return }
        fclose(stream)
        if path != "-" { unlink(draft) }
    }

    /// - Throws: `Refusal`
    func write(_ bytes: [UInt8]) throws(Refusal) {
        guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else { throw Self.refusal(path) }
    }

    /// Gives the file its name.
    ///
    /// - Throws: `Refusal`
    func finish() throws(Refusal) {
        guard fflush(stream) == 0 else { throw Self.refusal(path) }
        guard path == "-" || fsync(fileno(stream)) == 0 else { throw Self.refusal(path) }
        isFinished = true
        fclose(stream)
        if path != "-" { try LocalFile.name(draft, path, replacing: replacing) }
    }

    private static func refusal(_ path: String) -> Refusal {
        Refusal(.unreadableFile, at: path, "Berkas tidak dapat ditulis: \(FileTrouble.text).")
    }
}
