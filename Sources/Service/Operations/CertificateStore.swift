import Glibc
import NIOSSL
import Rulebook
import Synchronization

/// The certificate the server shows, which can be exchanged while it runs.
final class CertificateStore: Sendable {
    private struct Loaded {
        let context: NIOSSLContext
        let notAfter: Int
    }

    private let files: ServerConfiguration.TLSFiles
    private let loaded: Mutex<Loaded>

    /// - Throws: `Refusal` when a file cannot be read or the two do not belong together.
    init(_ files: ServerConfiguration.TLSFiles) throws(Refusal) {
        self.files = files
        loaded = Mutex(try Self.load(files))
    }

    /// For a new connection; those that are open keep what they began with.
    var context: NIOSSLContext { loaded.withLock { $0.context } }

    /// When the certificate ends, in seconds since 1970 UTC.
    var notAfter: Int { loaded.withLock { $0.notAfter } }

    /// Reads the files again. The old certificate stays in use when the new one is refused.
    ///
    /// - Throws: `Refusal`
    func reload() throws(Refusal) {
        let new = try Self.load(files)
        loaded.withLock { $0 = new }
    }

    /// A warning when the certificate has ended or does so within two weeks.
    func warning(at now: Moment) -> Finding? {
        let left = notAfter - Int(now.seconds)
        guard left < 14 * 86_400 else { return nil }
        let ends = Moment(seconds: Int64(notAfter)).text
        return Finding(
            .certificateExpiring, .warning, at: files.certificate,
            left < 0
                ? "Sertifikat sudah tidak berlaku sejak \(ends). Peramban menolaknya; pasang yang baru lalu muat ulang."
                : "Sertifikat berlaku hanya sampai \(ends). Pasang yang baru lalu muat ulang.")
    }

    private static func load(_ files: ServerConfiguration.TLSFiles) throws(Refusal) -> Loaded {
        let chainBytes = try read(files.certificate, .certificateUnusable)
        let keyBytes = try read(files.key, .privateKeyUnusable)
        guard let chain = try? NIOSSLCertificate.fromPEMBytes(chainBytes), let leaf = chain.first else {
            throw Refusal(
                .certificateUnusable, at: files.certificate,
                "Berkas ini tidak berisi sertifikat PEM yang utuh. Isinya harus rantai sertifikat: milik server dahulu, lalu perantaranya.")
        }
        guard let key = try? NIOSSLPrivateKey(bytes: keyBytes, format: .pem) else {
            throw Refusal(
                .privateKeyUnusable, at: files.key,
                "Berkas ini tidak berisi kunci PEM yang dapat dibaca. Kunci harus tanpa kata sandi.")
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        guard let context = try? NIOSSLContext(configuration: configuration) else {
            throw Refusal(
                .privateKeyUnusable, at: files.key,
                "Kunci ini bukan pasangan sertifikat \(files.certificate). Pakai kunci yang dipakai ketika sertifikat itu diminta.")
        }
        return Loaded(context: context, notAfter: Int(leaf.notValidAfter))
    }

    private static func read(_ path: String, _ code: FindingCode) throws(Refusal) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        defer { if descriptor >= 0 { close(descriptor) } }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 14)
        var count = descriptor < 0 ? -1 : 1
        while descriptor >= 0, bytes.count <= 1 << 20 {
            count = Glibc.read(descriptor, &piece, piece.count)
            guard count > 0 else { break }
            bytes += piece[..<count]
        }
        guard count == 0 else {
            let why =
                switch count > 0 ? EFBIG : errno {
                case ENOENT: "tidak ada"
                case EACCES, EPERM: "tidak boleh dibaca oleh pengguna yang menjalankan Zona"
                case EISDIR: "itu sebuah folder"
                case EFBIG: "terlalu besar untuk sebuah sertifikat atau kunci"
                case let other: String(cString: strerror(other))
                }
            throw Refusal(code, at: path, "Berkas tidak dapat dibaca: \(why). Periksa letak dan izinnya.")
        }
        return bytes
    }
}
