import Journaling
import Relational

/// How checkpoints and rotations stand in the database: canonical text, so that nothing is lost on the way.
extension SignedCheckpoint {
    /// The text to store.
    ///
    /// - Throws: `CanonicalRefusal`, which does not happen for a checkpoint that was made.
    func storedText() throws -> String {
        let value: CanonicalValue = [
            "akar": .text(checkpoint.root.hex), "kepala": .text(checkpoint.head.hex), "kunci": .text(checkpoint.key.text),
            "rantai": .text(checkpoint.chain.text), "tanda": .text(signature.hex), "ukuran": .integer(checkpoint.size),
            "waktu": .integer(Int(checkpoint.time)),
        ]
        return String(decoding: try value.canonicalBytes(), as: UTF8.self)
    }

    /// Reads what ``storedText()`` gave. Whether the signature is right is for others to see.
    ///
    /// - Throws: `RelationalError` of kind `damaged`.
    init(stored text: String) throws {
        guard let value = try? CanonicalValue(canonical: Array(text.utf8)),
            let root = value["akar"]?.text.flatMap({ Fingerprint(hex: $0) }),
            let head = value["kepala"]?.text.flatMap({ Fingerprint(hex: $0) }),
            let key = value["kunci"]?.text.flatMap({ KeyID($0) }),
            let chain = value["rantai"]?.text.flatMap({ try? ChainID($0) }),
            let signature = value["tanda"]?.text.flatMap({ Signature(hex: $0) }), let size = value["ukuran"]?.integer,
            let time = value["waktu"]?.integer,
            let checkpoint = try? Checkpoint(chain: chain, size: size, root: root, head: head, time: Int64(time), key: key)
        else { throw RelationalError(.damaged, "a checkpoint of the journal cannot be read") }
        self.init(checkpoint, signature: signature)
    }
}

extension KeyRotation {
    /// The text to store.
    ///
    /// - Throws: `CanonicalRefusal`, which does not happen for a rotation that was made.
    func storedText() throws -> String {
        let value: CanonicalValue = [
            "baru": .text(new.hex), "lama": .text(old.hex), "tanda_baru": .text(newSignature.hex),
            "tanda_lama": .text(oldSignature.hex), "waktu": .integer(Int(time)),
        ]
        return String(decoding: try value.canonicalBytes(), as: UTF8.self)
    }

    /// Reads what ``storedText()`` gave. Whether the signatures are right is for others to see.
    ///
    /// - Throws: `RelationalError` of kind `damaged`.
    init(stored text: String) throws {
        guard let value = try? CanonicalValue(canonical: Array(text.utf8)),
            let old = value["lama"]?.text.flatMap({ VerifyingKey(hex: $0) }),
            let new = value["baru"]?.text.flatMap({ VerifyingKey(hex: $0) }),
            let oldSignature = value["tanda_lama"]?.text.flatMap({ Signature(hex: $0) }),
            let newSignature = value["tanda_baru"]?.text.flatMap({ Signature(hex: $0) }),
            let time = value["waktu"]?.integer,
            let rotation = try? KeyRotation(
                old: old, new: new, time: Int64(time), oldSignature: oldSignature, newSignature: newSignature)
        else { throw RelationalError(.damaged, "a rotation of the journal's keys cannot be read") }
        self = rotation
    }
}
