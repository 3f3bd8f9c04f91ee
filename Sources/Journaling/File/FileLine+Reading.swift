extension FileLine {
    /// Why a canonical line says nothing.
    enum Refusal: Error, Hashable {
        /// A header of a version that this program does not know.
        case version(Int)
        /// Anything else.
        case malformed
    }

    /// Reads a line. What it gives has exactly this text again.
    init(_ value: CanonicalValue) throws(Refusal) {
        let line: FileLine? =
            switch value["baris"]?.text {
            case "kepala": try Self.header(value)
            case "titik-periksa": Self.checkpoint(value)
            case "ganti-kunci": Self.rotation(value)
            case "pembuka": Self.opening(value)
            case "jalur": Self.inclusion(value)
            case "jalur-lanjutan": Self.consistency(value)
            case "penutup": Self.closing(value)
            default: nil
            }
        guard let line else { throw .malformed }
        self = line
    }

    private static func header(_ value: CanonicalValue) throws(Refusal) -> FileLine? {
        guard let version = value["versi"]?.integer else { return nil }
        // Later versions may have other keys, so the version is asked first.
        guard version == Self.version else { throw .version(version) }
        guard let fields = Fields(value, ["baris", "berkas", "kunci", "rantai", "versi"]),
            let kind = fields.text("berkas").flatMap({ JournalFileKind(rawValue: $0) }), let key = fields.key("kunci"),
            let chain = fields.chain("rantai")
        else { return nil }
        return .header(Header(kind: kind, chain: chain, key: key))
    }

    private static func checkpoint(_ value: CanonicalValue) -> FileLine? {
        guard let fields = Fields(value, ["baris", "isi", "tanda"]), let content = fields["isi"],
            let checkpoint = Checkpoint(content), let signature = fields.signature("tanda")
        else { return nil }
        return .checkpoint(SignedCheckpoint(checkpoint, signature: signature))
    }

    private static func rotation(_ value: CanonicalValue) -> FileLine? {
        guard let fields = Fields(value, ["baris", "isi", "tanda_baru", "tanda_lama"]),
            let content = Fields(fields["isi"], ["baru", "lama", "waktu"]), let old = content.key("lama"),
            let new = content.key("baru"), let time = content.count("waktu"),
            let oldSignature = fields.signature("tanda_lama"), let newSignature = fields.signature("tanda_baru"),
            let rotation = try? KeyRotation(
                old: old, new: new, time: Int64(time), oldSignature: oldSignature, newSignature: newSignature)
        else { return nil }
        return .rotation(rotation)
    }

    private static func opening(_ value: CanonicalValue) -> FileLine? {
        guard let fields = Fields(value, ["baris", "garam", "komitmen", "nilai", "urutan"]),
            let salt = fields.text("garam").flatMap({ Commitment.Salt(hex: $0) }),
            let fingerprint = fields.fingerprint("komitmen"), let text = fields.text("nilai"),
            let sequence = fields.count("urutan"), sequence > 0
        else { return nil }
        return .opening(
            Opening(sequence: sequence, commitment: Commitment(fingerprint: fingerprint), value: text, salt: salt))
    }

    private static func inclusion(_ value: CanonicalValue) -> FileLine? {
        guard let fields = Fields(value, ["baris", "jalur", "ukuran", "urutan"]), let path = fields.path("jalur"),
            let size = fields.count("ukuran"), let sequence = fields.count("urutan"), sequence > 0
        else { return nil }
        return .inclusion(index: sequence - 1, size: size, path: path)
    }

    private static func consistency(_ value: CanonicalValue) -> FileLine? {
        guard let fields = Fields(value, ["baris", "jalur", "ukuran_baru", "ukuran_lama"]),
            let path = fields.path("jalur"), let new = fields.count("ukuran_baru"), let old = fields.count("ukuran_lama")
        else { return nil }
        return .consistency(old: old, new: new, path: path)
    }

    private static func closing(_ value: CanonicalValue) -> FileLine? {
        guard let outer = Fields(value, ["baris", "isi"]),
            let fields = Fields(outer["isi"], ["akar", "fakta", "ganti_kunci", "kepala", "pembuka", "titik_periksa"]),
            let entries = fields.count("fakta"), let openings = fields.count("pembuka"),
            let checkpoints = fields.count("titik_periksa"), let rotations = fields.count("ganti_kunci"),
            let head = fields.fingerprint("kepala"), let root = fields.fingerprint("akar")
        else { return nil }
        return .closing(
            Closing(
                entries: entries, openings: openings, checkpoints: checkpoints, rotations: rotations, head: head, root: root))
    }
}
