/// Reads the fields of an object that must have exactly these keys.
struct Fields {
    private let fields: [String: CanonicalValue]

    init?(_ value: CanonicalValue?, _ keys: Set<String>) {
        guard case .object(let fields)? = value, Set(fields.keys) == keys else { return nil }
        self.fields = fields
    }

    subscript(key: String) -> CanonicalValue? { fields[key] }

    func text(_ key: String) -> String? { fields[key]?.text }
    func fingerprint(_ key: String) -> Fingerprint? { text(key).flatMap { Fingerprint(hex: $0) } }
    func key(_ key: String) -> VerifyingKey? { text(key).flatMap { VerifyingKey(hex: $0) } }
    func signature(_ key: String) -> Signature? { text(key).flatMap { Signature(hex: $0) } }
    func chain(_ key: String) -> ChainID? { text(key).flatMap { try? ChainID($0) } }

    /// An integer that is not negative.
    func count(_ key: String) -> Int? {
        guard let number = fields[key]?.integer, number >= 0 else { return nil }
        return number
    }

    /// A path of a proof.
    func path(_ key: String) -> [Fingerprint]? {
        guard case .array(let values)? = fields[key], values.count <= MerkleProof.maximumCount else { return nil }
        let path = values.compactMap { $0.text.flatMap { Fingerprint(hex: $0) } }
        return path.count == values.count ? path : nil
    }

    /// What is signed: `tag`, which says what it is, and the canonical text.
    static func signedBytes(_ tag: String, _ value: CanonicalValue) -> [UInt8] {
        // The values that are signed are small and within range, so this never falls back to nothing.
        Array(tag.utf8) + ((try? value.canonicalBytes()) ?? [])
    }
}
