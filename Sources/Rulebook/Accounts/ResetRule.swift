/// Who gets a link to reset an account, and when it takes two people.
///
/// The access policy has been asked before (``Capability/issueResetLink``, ``Capability/approveResetLink``); this rule looks at who is who.
public enum ResetRule {
    /// A request that waits for a second person, or is done.
    public struct Request: Hashable, Sendable {
        /// Whose account it is.
        public let subject: AccountID
        /// Who asked.
        public let requestedBy: AccountID
        /// When.
        public let requestedAt: Timestamp

        /// Puts a request together.
        public init(subject: AccountID, requestedBy: AccountID, requestedAt: Timestamp) {
            self.subject = subject
            self.requestedBy = requestedBy
            self.requestedAt = requestedAt
        }
    }

    /// What follows from a request.
    public enum Outcome: Hashable, Sendable {
        /// The link is made at once.
        case issue
        /// Another person has to approve first.
        case awaitApproval
    }

    /// Why a link is not made.
    public enum ResetRefusal: Error, CaseIterable, Hashable, Sendable {
        /// Nobody resets their own account this way.
        case ownAccount
        /// Who asked cannot approve.
        case approvedByRequester
        /// Whose account it is cannot approve.
        case approvedBySubject
        /// The request is too old.
        case tooOld

        /// The code, and the rule with the way out.
        public var refusal: Refusal {
            switch self {
            case .ownAccount:
                Refusal(.resetApprovalRefused, at: "", "Akun sendiri tidak diatur ulang lewat jalan ini. Mintalah admin lain, atau ubah di halaman akun Anda.")
            case .approvedByRequester: Refusal(.resetApprovalRefused, at: "", "Pemohon tidak dapat menyetujui permintaannya sendiri. Mintalah admin lain.")
            case .approvedBySubject:
                Refusal(.resetApprovalRefused, at: "", "Pemilik akun tidak dapat menyetujui pengaturan ulang akunnya. Mintalah admin lain.")
            case .tooOld: Refusal(.resetApprovalRefused, at: "", "Permintaan ini sudah lewat 24 jam. Ajukan lagi bila masih diperlukan.")
            }
        }
    }

    /// Seconds a request waits for approval: 24 hours.
    public static let waits: Int64 = 86_400

    /// Whether an account takes two people: it has a key role now or is about to.
    ///
    /// - Complexity: O(grants)
    public static func takesTwo(_ grants: [Grant], on day: Day) -> Bool {
        grants.contains { $0.role.isKey && !$0.hasEnded(by: day) }
    }

    /// Asks for a link.
    ///
    /// - Parameter grants: every grant of the subject that was not revoked.
    /// - Throws: ``ResetRefusal/ownAccount``
    /// - Complexity: O(grants)
    public static func request(
        for subject: AccountID, holding grants: [Grant], by requester: AccountID, on day: Day
    ) throws(ResetRefusal) -> Outcome {
        guard requester != subject else { throw .ownAccount }
        return takesTwo(grants, on: day) ? .awaitApproval : .issue
    }

    /// Checks an approval; the link is made when nothing is thrown.
    ///
    /// - Throws: ``ResetRefusal``
    public static func checkApproval(of request: Request, by approver: AccountID, at now: Timestamp) throws(ResetRefusal) {
        guard request.requestedBy != request.subject else { throw .ownAccount }
        guard approver != request.subject else { throw .approvedBySubject }
        guard approver != request.requestedBy else { throw .approvedByRequester }
        guard now < request.requestedAt.adding(seconds: waits) else { throw .tooOld }
    }

    /// What the requester reads while the second person has not approved.
    public static var awaitingApproval: Refusal {
        Refusal(.linkAwaitsApproval, at: "", "Tautan dibuat sesudah admin lain menyetujui. Sampaikan kepadanya; permintaan berlaku 24 jam.")
    }
}
