/// How long a session lasts and what it is good for.
public struct SessionRule: Hashable, Sendable {
    /// What is stored of a session.
    public struct Facts: Hashable, Sendable {
        /// When it began, at the password.
        public let startedAt: Timestamp
        /// When it was last used.
        public let lastUsedAt: Timestamp
        /// When somebody ended it; `nil` while nobody has.
        public let revokedAt: Timestamp?
        /// What is still to be done before it is good for anything else; `nil` when nothing is.
        public let pending: Pending?

        /// Puts the facts together.
        public init(startedAt: Timestamp, lastUsedAt: Timestamp, revokedAt: Timestamp? = nil, pending: Pending? = nil) {
            self.startedAt = startedAt
            self.lastUsedAt = lastUsedAt
            self.revokedAt = revokedAt
            self.pending = pending
        }
    }

    /// What a person has to do first. Raw values stand in the database.
    public enum Pending: String, CaseIterable, Hashable, Sendable {
        /// Give the code of the second factor.
        case secondFactor = "kode"
        /// Set the second factor up, because a role requires it.
        case enrolment = "pasang-faktor-kedua"
        /// Choose a new password.
        case passwordChange = "ganti-sandi"
    }

    /// What a session is at a moment.
    public enum State: Hashable, Sendable {
        /// Good for all that its person may do.
        case valid
        /// Good for one thing only.
        case pending(Pending)
        /// Not used for too long.
        case idleExpired
        /// Began too long ago.
        case expired
        /// Ended by somebody.
        case revoked

        /// What a person reads who needs a valid session; `nil` when it is one.
        public var refusal: Refusal? {
            switch self {
            case .valid: nil
            case .pending(.secondFactor): Refusal(.secondFactorPending, at: "", "Kode faktor kedua belum dimasukkan. Masukkan kode untuk melanjutkan.")
            case .pending(.enrolment):
                Refusal(.secondFactorRequired, at: "", "Peran Anda mewajibkan faktor kedua. Pasang aplikasi autentikator untuk melanjutkan.")
            case .pending(.passwordChange): Refusal(.passwordChangePending, at: "", "Kata sandi harus diganti. Buat kata sandi baru untuk melanjutkan.")
            case .idleExpired: Refusal(.sessionExpired, at: "", "Sesi berakhir karena lama tidak dipakai. Masuk lagi untuk melanjutkan.")
            case .expired: Refusal(.sessionExpired, at: "", "Sesi berakhir karena batas waktunya tercapai. Masuk lagi untuk melanjutkan.")
            case .revoked: Refusal(.sessionRevoked, at: "", "Sesi ini diakhiri. Masuk lagi; bila bukan Anda yang mengakhiri, ganti kata sandi.")
            }
        }
    }

    /// Seconds without use after which it ends. Default 30 minutes.
    public let idleLimit: Int64
    /// Seconds after its beginning at which it ends, used or not. Default 12 hours.
    public let absoluteLimit: Int64
    /// Seconds after its beginning within which whatever is pending has to be done. Default 10 minutes.
    public let pendingLimit: Int64

    /// Seconds by which the clocks of several servers may differ. A session from further ahead is not believed.
    static let clockTolerance: Int64 = 120

    /// The default figures.
    public static let standard = SessionRule()

    /// Takes other figures; all over 0, which is not checked.
    public init(idleLimit: Int64 = 1_800, absoluteLimit: Int64 = 43_200, pendingLimit: Int64 = 600) {
        self.idleLimit = idleLimit
        self.absoluteLimit = absoluteLimit
        self.pendingLimit = pendingLimit
    }

    /// What the session is now. A limit is reached in its last millisecond: at exactly 30 minutes it has ended.
    public func state(of session: Facts, at now: Timestamp) -> State {
        if session.revokedAt != nil { return .revoked }
        let tolerance = now.adding(seconds: Self.clockTolerance)
        guard session.startedAt <= tolerance, session.lastUsedAt <= tolerance else { return .expired }
        if now >= session.startedAt.adding(seconds: absoluteLimit) { return .expired }
        if session.pending != nil, now >= session.startedAt.adding(seconds: pendingLimit) { return .expired }
        if now >= session.lastUsedAt.adding(seconds: idleLimit) { return .idleExpired }
        if let pending = session.pending { return .pending(pending) }
        return .valid
    }
}
