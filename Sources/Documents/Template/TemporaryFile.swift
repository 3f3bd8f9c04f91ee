import FoundationEssentials
import Rulebook

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An empty file that only this account can read, gone as soon as this value is.
struct TemporaryFile: ~Copyable {
    /// The folder it is in, without a slash at the end.
    let folder: String
    let path: String
    private let descriptor: Int32

    /// - Throws: `Refusal` with `incident` when the folder for temporary files cannot be written to.
    init(suffix: String) throws(Refusal) {
        var folder = FileManager.default.temporaryDirectory.path
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        self.folder = folder
        var name = Array("\(folder)/zona-XXXXXX\(suffix)".utf8CString)
        // Made with mode 0600, under a name nobody else has.
        let opened = mkstemps(&name, Int32(suffix.utf8.count))
        let made = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        path = made
        descriptor = opened
        guard opened >= 0 else { throw Self.fault }
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unlink(path)
    }

    /// What is in it now. O(n).
    ///
    /// - Throws: `Refusal` with `incident`
    func contents() throws(Refusal) -> [UInt8] {
        let size = lseek(descriptor, 0, SEEK_END)
        guard size >= 0 else { throw Self.fault }
        var bytes = [UInt8](repeating: 0, count: Int(size))
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { (buffer) -> Int in
                guard let base = buffer.baseAddress else { return 0 }
                return pread(descriptor, base + filled, buffer.count - filled, off_t(filled))
            }
            guard count > 0 else { throw Self.fault }
            filled += count
        }
        return bytes
    }

    static let fault = Refusal(
        .incident, at: "",
        "Buku kerja tidak dapat ditulis ke folder sementara. Periksa ruang disk dan hak tulis folder itu, lalu ulangi.")
}
