/// What a person types to say who they are: a civil servant's number (NIP) or an official e-mail address.
public struct SignInName: Hashable, Sendable {
    /// Which of the two.
    public enum Kind: Hashable, Sendable {
        /// Eighteen digits.
        case nip
        /// `name@domain`.
        case email
    }

    /// Which of the two.
    public let kind: Kind
    /// The one spelling of it: digits only, or the address in lower case. Unique among accounts; at most ``longestEmail`` ASCII characters.
    public let key: String

    /// The longest address, in characters; as long as mail itself allows.
    public static let longestEmail = 254
    /// The longest text that is looked at, in bytes: an address with room for stray blanks.
    static let longestText = 512

    /// Reads what was typed. Blanks around it are forgiven, and anywhere in a NIP; letters may have any case. Nothing else is.
    ///
    /// - Throws: ``SignInNameRefusal``
    /// - Complexity: O(length), and no more than 512 bytes are looked at
    public init(_ typed: String) throws(SignInNameRefusal) {
        guard typed.utf8.prefix(Self.longestText + 1).count <= Self.longestText else { throw .malformed }
        let text = AnswerText.trim(typed)
        guard !text.isEmpty else { throw .missing }
        if let digits = Self.nipDigits(text) {
            guard digits.utf8.count == 18 else { throw .nipLength(digits.utf8.count) }
            kind = .nip
            key = digits
        } else {
            guard let address = Self.address(text) else { throw .malformed }
            kind = .email
            key = address
        }
    }

    /// The digits of a text of nothing but ASCII digits and blanks; `nil` for any other.
    private static func nipDigits(_ text: String) -> String? {
        var digits = ""
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
            guard ("0"..."9").contains(scalar) else { return nil }
            digits.unicodeScalars.append(scalar)
        }
        return digits
    }

    /// A strict subset of what mail allows, in lower case: no quotes, no comments, no address of a machine, a domain of two labels at least.
    private static func address(_ text: String) -> String? {
        guard text.utf8.count <= longestEmail, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let parts = text.lowercased().utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].count) else { return nil }
        for piece in parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            guard !piece.isEmpty, piece.allSatisfy({ isPlain($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") })
            else { return nil }
        }
        let labels = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2 else { return nil }
        for label in labels {
            guard (1...63).contains(label.count), label.first != UInt8(ascii: "-"), label.last != UInt8(ascii: "-") else { return nil }
            guard label.allSatisfy({ isPlain($0) || $0 == UInt8(ascii: "-") }) else { return nil }
        }
        guard let top = labels.last, top.count >= 2, top.contains(where: { $0 >= UInt8(ascii: "a") }) else { return nil }
        return text.lowercased()
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

/// Why a text is no sign-in name. At sign-in people never see it: there it counts as a name nobody has.
public enum SignInNameRefusal: Error, Hashable, Sendable {
    /// There is nothing but blanks.
    case missing
    /// All digits, but not eighteen of them.
    case nipLength(Int)
    /// Neither digits nor an address.
    case malformed
    /// Another account has it.
    case taken

    /// The code, and the rule with the way out; `place` is the form's field.
    public func refusal(at place: String) -> Refusal {
        switch self {
        case .missing: Refusal(.signInNameMalformed, at: place, "Nama masuk kosong. Isi NIP 18 angka atau alamat surel dinas.")
        case .nipLength(let count):
            Refusal(.signInNameMalformed, at: place, "NIP terdiri atas 18 angka; yang diisi \(count). Periksa angka yang kurang atau lebih.")
        case .malformed:
            Refusal(.signInNameMalformed, at: place, "Nama masuk tidak terbaca. Isi NIP 18 angka atau alamat surel dinas seperti nama@instansi.go.id.")
        case .taken: Refusal(.signInNameTaken, at: place, "Nama masuk ini sudah dipakai akun lain. Periksa ejaannya, atau cari akun itu pada daftar akun.")
        }
    }
}
