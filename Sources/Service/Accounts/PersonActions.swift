import Journaling
import Relational
import Rulebook

/// What administrators do with the accounts of an agency.
struct PersonActions: Sendable {
    let records: Records
    /// Turns names into the keys under which failed sign-ins are counted.
    let vault: Vault

    /// Rows of a list on one page.
    static let pageLength = 50

    /// A page of a list, one account more than is shown when there is a next page.
    struct Listing: Sendable {
        let accounts: [AccountStore.Listed]
        /// The roles that those on the page have in the agency.
        let grants: [GrantStore.Listed]
        /// Whether more would fit what was typed than is put in order.
        let isCut: Bool
    }

    /// A page of the accounts of an agency, or of those that fit what was typed, best first.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; `RelationalError`.
    func list(
        in agency: AgencyID, search: String, page: Int, by identity: Identity, at now: Timestamp
    ) async throws -> Listing {
        try identity.require(.listAccounts, on: agency.target, at: now)
        return try await records.read { session in
            let (skip, most) = (page * Self.pageLength, Self.pageLength + 1)
            let found = try Self.find(search, in: agency, session)
            let accounts: [AccountStore.Listed]
            if let found {
                let listed = try AccountStore.list(found.subjects.map { AccountID($0) }, in: agency, in: session)
                let places = Dictionary(uniqueKeysWithValues: found.subjects.enumerated().map { ($0.element, $0.offset) })
                let ordered = listed.sorted { places[$0.account.text] ?? 0 < places[$1.account.text] ?? 0 }
                accounts = Array(ordered.dropFirst(skip).prefix(most))
            } else {
                accounts = try AccountStore.list(in: agency, skip: skip, most: most, in: session)
            }
            let shown = accounts.prefix(Self.pageLength).map(\.account)
            return Listing(
                accounts: accounts, grants: try GrantStore.standing(of: shown, in: agency, in: session), isCut: found?.isCut ?? false)
        }
    }

    /// The accounts that fit what was typed; `nil` for everybody. A whole NIP or address names one person.
    private static func find(_ search: String, in agency: AgencyID, _ session: any ReadSession) throws -> SearchFinder.Found? {
        if search.isEmpty { return nil }
        if let name = try? SignInName(search) {
            let account = try AccountStore.find(name, in: session)
            return SearchFinder.Found(subjects: account.map { [$0.text] } ?? [], isCut: false)
        }
        return try SearchFinder(agency: agency, kind: .person, typed: SearchText.typed(search, .person)).find(in: session)
    }

    /// What the page about an account shows.
    struct Overview: Sendable {
        let listed: AccountStore.Listed
        let grants: [Grant]
        let links: [LinkStore.Kept]
        let approvals: [ApprovalStore.Kept]
        /// What administrators see of its access.
        let target: AccessTarget
    }

    /// One account.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func see(_ account: AccountID, by identity: Identity, at now: Timestamp) async throws -> Overview {
        let overview = try await records.read { try Self.overview(account, at: now, in: $0) }
        // Whether there is such an account is nobody's business who may not see it.
        guard let overview else {
            throw identity.may(.listAccounts, on: identity.agency.target, at: now)
                ? PageRefusal.notFound : AccessDenial.outOfReach.refusal(.seeAccount)
        }
        try identity.require(.seeAccount, on: overview.target, at: now)
        return overview
    }

    /// The same inside a transaction, for whatever decides there.
    ///
    /// - Throws: `RelationalError`.
    static func overview(_ account: AccountID, at now: Timestamp, in session: any ReadSession) throws -> Overview? {
        guard let listed = try AccountStore.find(account, in: session) else { return nil }
        let grants = try GrantStore.standing(of: account, in: session)
        return Overview(
            listed: listed, grants: grants, links: try LinkStore.open(of: account, in: session),
            approvals: try ApprovalStore.open(of: account, in: session),
            target: .account(account, home: listed.agency.scope, grants: grants, on: Identity.day(now)))
    }

    /// Invites a person into an agency. The link is to be handed over; it is not kept in a form that could be shown again.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `signInNameTaken`; `RelationalError`.
    func invite(
        _ person: AccountStore.Person, into agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws -> (account: AccountID, link: Token) {
        let actor = try identity.require(.inviteAccount, on: agency.target, at: now)
        let account = AccountID(NewID.make(at: now.milliseconds))
        let token = Token()
        try await Self.refusingTakenNames {
            try await records.change { change in
                guard try AgencyStore.find(agency, in: change.session) != nil else { throw PageRefusal.notFound }
                try AccountStore.insert(account, in: agency, person, at: now, in: change.session)
                try LinkStore.insert(
                    token, id: NewID.make(at: now.milliseconds), .invitation, for: account, by: identity.account, at: now,
                    in: change.session)
                change.record(
                    JournalFact(
                        .accountInvited, in: agency, by: actor, about: account.text, personal: person.personal(of: account),
                        at: now))
            }
        }
        return (account, token)
    }

    /// Makes an invitation anew, for a person who has not used the first one.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func inviteAgain(_ account: AccountID, by identity: Identity, at now: Timestamp) async throws -> Token {
        let token = Token()
        try await records.change { change in
            guard let overview = try Self.overview(account, at: now, in: change.session), overview.listed.state == .invited
            else { throw PageRefusal.notFound }
            let actor = try identity.require(.inviteAccount, on: overview.listed.agency.target, at: now)
            try LinkStore.insert(
                token, id: NewID.make(at: now.milliseconds), .invitation, for: account, by: identity.account, at: now,
                in: change.session)
            change.record(
                JournalFact(
                    .linkIssued, in: overview.listed.agency, by: actor, about: account.text,
                    ["untuk": .text(OneTimeLink.Kind.invitation.rawValue)], at: now))
        }
        return token
    }

    /// Takes back a link that nobody has used.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func withdrawLink(_ link: String, of account: AccountID, by identity: Identity, at now: Timestamp) async throws {
        try await records.change { change in
            guard let overview = try Self.overview(account, at: now, in: change.session) else { throw PageRefusal.notFound }
            let actor = try identity.require(.issueResetLink, on: overview.target, at: now)
            guard try LinkStore.withdraw(link, of: account, at: now, in: change.session) else { throw PageRefusal.notFound }
            change.record(JournalFact(.linkWithdrawn, in: overview.listed.agency, by: actor, about: account.text, at: now))
        }
    }

    /// Erases the personal data of a closed account, and the failed sign-ins with its names. The journal keeps its
    /// facts, without what could tell the person.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `accountNotClosed`; ``PageRefusal/notFound``; `RelationalError`.
    func erase(_ account: AccountID, by identity: Identity, at now: Timestamp) async throws {
        try await records.change { [vault] change in
            guard let overview = try Self.overview(account, at: now, in: change.session), overview.listed.person != nil
            else { throw PageRefusal.notFound }
            let actor = try identity.require(.closeAccount, on: overview.target, at: now)
            do throws(AccountClosing.ClosingRefusal) {
                try AccountClosing.checkErasing(isClosed: overview.listed.state == .closed)
            } catch { throw error.refusal }
            let names = try AccountStore.signInNames(of: account, in: change.session)
            for key in FailureKeys.every(of: account, names: names, vault) { try FailureStore.forget(key, in: change.session) }
            try AccountStore.erase(account, in: change.session)
            change.record(JournalFact(.personErased, in: overview.listed.agency, by: actor, about: account.text, at: now))
        }
    }

    /// Says in our words that a sign-in name is taken.
    static func refusingTakenNames(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let error as RelationalError where error.kind == .unique {
            throw SignInNameRefusal.taken.refusal(at: PersonForm.Field.nip)
        }
    }
}
