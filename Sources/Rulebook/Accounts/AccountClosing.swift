/// Closing an account, and afterwards erasing what is personal about it while the journal stays whole.
public enum AccountClosing {
    /// Why an account cannot be closed or erased.
    public enum ClosingRefusal: Error, Hashable, Sendable {
        /// It is closed already.
        case alreadyClosed
        /// Without this person nobody would administer the agency or the nation.
        case lastAdministrator(Role)
        /// An account with a key role is closed by two people.
        case needsSecondPerson
        /// The second person is the first or the person concerned.
        case secondPersonNotEligible
        /// Only a closed account is erased.
        case notClosed

        /// The code, and the rule with the way out.
        public var refusal: Refusal {
            switch self {
            case .alreadyClosed: Refusal(.accountClosed, at: "", "Akun ini sudah ditutup. Muat ulang halaman untuk melihat keadaannya.")
            case .lastAdministrator(let role): GrantRefusal.lastAdministrator(role).refusal
            case .needsSecondPerson:
                Refusal(
                    .closingNeedsSecondPerson, at: "",
                    "Akun admin dan pimpinan instansi ditutup oleh dua orang. Mintalah admin lain yang berwenang menyetujuinya.")
            case .secondPersonNotEligible: GrantRefusal.secondPersonNotEligible.refusal
            case .notClosed: Refusal(.accountNotClosed, at: "", "Data pribadi dihapus sesudah akunnya ditutup. Tutup akun ini lebih dahulu.")
            }
        }
    }

    /// Checks that an account may be closed. The access policy has been asked before, for both people.
    ///
    /// - Parameters:
    ///   - subject: whose account it is.
    ///   - grants: every grant the subject has that was not revoked.
    ///   - isClosed: whether it is closed already.
    ///   - otherAdministrators: how many open accounts beside this one have the same administrator's role for the same scope today.
    ///   - caller: who closes it; the subject, for an account without a key role or with a second person.
    ///   - second: who approves.
    /// - Throws: ``ClosingRefusal``
    /// - Complexity: O(grants)
    public static func check(
        closing subject: AccountID, holding grants: [Grant], isClosed: Bool, otherAdministrators: (Grant) -> Int, by caller: AccountID,
        approvedBy second: AccountID?, on day: Day
    ) throws(ClosingRefusal) {
        guard !isClosed else { throw .alreadyClosed }
        for grant in grants where grant.role.isAdministrator && grant.isInForce(on: day) && otherAdministrators(grant) < 1 {
            throw .lastAdministrator(grant.role)
        }
        guard ResetRule.takesTwo(grants, on: day) else { return }
        guard let second else { throw .needsSecondPerson }
        guard second != caller, second != subject else { throw .secondPersonNotEligible }
    }

    /// Checks that an account may be erased.
    ///
    /// - Throws: ``ClosingRefusal/notClosed``
    public static func checkErasing(isClosed: Bool) throws(ClosingRefusal) {
        guard isClosed else { throw .notClosed }
    }

    /// What is kept about a person.
    public enum Datum: String, CaseIterable, Hashable, Sendable {
        case accountID, personName, signInName, password, secondFactorKey, recoveryCodes, sessions, oneTimeLinks, failedSignIns
        case grants, journalFacts, journalOpenings, searchWords
        case rollNames, pactSignatures
    }

    /// What becomes of it.
    public enum Fate: Hashable, Sendable {
        /// Gone with the closing: it was only good for signing in.
        case removedAtClosing
        /// Gone with the erasure.
        case removedAtErasure
        /// Stays, and says nothing about the person once the rest is gone.
        case stays
    }

    /// What becomes of each at closing and erasure. The journal holds commitments; without their openings nobody can tell the person, and the
    /// chain of hashes stays as it was.
    public static func fate(of datum: Datum) -> Fate {
        switch datum {
        case .password, .secondFactorKey, .recoveryCodes, .sessions, .oneTimeLinks: .removedAtClosing
        case .personName, .signInName, .failedSignIns, .journalOpenings, .rollNames, .searchWords: .removedAtErasure
        case .accountID, .grants, .journalFacts, .pactSignatures: .stays
        }
    }
}
