/// That somebody put their name under the integrity pact.
public struct PactSignature: Hashable, Sendable {
    /// How it was done.
    public enum Manner: Hashable, Sendable {
        /// By the person, signed in with their own account.
        case onScreen
        /// On paper; the scan, once it was uploaded.
        case onPaper(scan: DocumentID?)
    }

    /// The day on which it was signed.
    public let day: Day
    /// How.
    public let manner: Manner

    /// Puts a signature together; whether the day is possible is for ``check(on:employed:isSigned:today:)``.
    public init(day: Day, manner: Manner) {
        self.day = day
        self.manner = manner
    }

    /// Checks that somebody may be put down as having signed.
    ///
    /// - Parameters:
    ///   - day: when it was signed.
    ///   - employment: the days on which the person works in the unit.
    ///   - isSigned: whether the same pact carries their name already.
    ///   - today: the day on which it is put down.
    /// - Throws: ``PactRefusal``
    public static func check(
        on day: Day, employed employment: Employment, isSigned: Bool, today: Day
    ) throws(PactRefusal) {
        guard !isSigned else { throw .alreadySigned }
        guard day <= today else { throw .inFuture }
        guard employment.covers(day) else { throw .notEmployed }
    }
}

/// Why somebody cannot be put down as having signed.
public enum PactRefusal: Error, Hashable, Sendable {
    /// The pact carries their name already.
    case alreadySigned
    /// The day lies ahead.
    case inFuture
    /// They do not work in the unit on that day.
    case notEmployed
    /// The person who wants to sign is not on the roll.
    case notOnRoll
    /// The box under the text was not ticked.
    case notAffirmed

    /// The code, and the rule with the way out; `place` is the form's field.
    public func refusal(at place: String) -> Refusal {
        switch self {
        case .alreadySigned:
            Refusal(.pactAlreadySigned, at: place, "Pakta ini sudah ditandatangani. Tidak ada lagi yang perlu dilakukan.")
        case .inFuture:
            Refusal(.pactDayInvalid, at: place, "Hari penandatanganan belum tiba. Isi hari ini atau hari sebelumnya.")
        case .notEmployed:
            Refusal(
                .pactDayInvalid, at: place,
                "Pada hari itu pegawai ini tidak bertugas di unit. Betulkan hari penandatanganan, atau masa tugasnya pada daftar.")
        case .notOnRoll:
            Refusal(
                .notOnRoll, at: place,
                "Nama Anda belum terhubung dengan daftar pegawai unit ini. Mintalah pimpinan unit menambahkan nama dan NIP Anda, atau menghubungkan akun Anda.")
        case .notAffirmed:
            Refusal(.pactNotAffirmed, at: place, "Centang pernyataan di bawah naskah sebagai tanda bahwa Anda menandatanganinya.")
        }
    }
}
