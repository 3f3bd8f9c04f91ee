/// A link that is good for one thing, once, for a while. The secret in it is made and hashed elsewhere.
public struct OneTimeLink: Hashable, Sendable {
    /// What it is good for. Raw values stand in the database.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// To accept an invitation and choose a password.
        case invitation = "undangan"
        /// To make the first administrator, after the installation.
        case setUp = "penyiapan"
        /// To choose a new password.
        case passwordReset = "atur-ulang-sandi"
        /// To choose a new password and set the second factor up anew, when phone and recovery codes are lost.
        case secondFactorReset = "atur-ulang-faktor-kedua"

        /// Seconds that it is good for: 7 days, 24 hours, 1 hour.
        public var lifetime: Int64 {
            switch self {
            case .invitation: 7 * 86_400
            case .setUp: 86_400
            case .passwordReset, .secondFactorReset: 3_600
            }
        }
    }

    /// What it is at a moment.
    public enum State: Hashable, Sendable {
        /// It may be used.
        case unused
        /// It was used.
        case used
        /// Its time is over.
        case expired
        /// Somebody took it back, or a newer one replaced it.
        case withdrawn
    }

    /// What it is good for.
    public let kind: Kind
    /// When it was made.
    public let issuedAt: Timestamp
    /// When it was used; `nil` while it was not.
    public let usedAt: Timestamp?
    /// When it was taken back; `nil` while it was not.
    public let withdrawnAt: Timestamp?

    /// Puts together what is stored of a link.
    public init(kind: Kind, issuedAt: Timestamp, usedAt: Timestamp? = nil, withdrawnAt: Timestamp? = nil) {
        self.kind = kind
        self.issuedAt = issuedAt
        self.usedAt = usedAt
        self.withdrawnAt = withdrawnAt
    }

    /// The first moment at which it is no longer good.
    public var expiresAt: Timestamp { issuedAt.adding(seconds: kind.lifetime) }

    /// What it is now. What was done to it counts before its time.
    public func state(at now: Timestamp) -> State {
        if usedAt != nil { return .used }
        if withdrawnAt != nil { return .withdrawn }
        return now >= expiresAt ? .expired : .unused
    }

    /// One sentence for a link that was used, is over, was withdrawn, or never was.
    public static var refusal: Refusal {
        Refusal(
            .linkInvalid, at: "",
            "Tautan ini tidak berlaku: sudah dipakai, lewat waktu, ditarik, atau tidak tersalin utuh. Mintalah tautan baru kepada admin instansi.")
    }
}
