import Journaling
import Relational
import Markup
import Rulebook

/// What whoever runs the machine may do about accounts without signing in: the way in when nobody else has one. All
/// of it stands on the journal as done by the program itself.
public struct AccountConsole: Sendable {
    private let storage: ServerStorage
    private var records: Records { storage.records }

    /// Takes the storage of an installation that is up to date.
    public init(_ storage: ServerStorage) {
        self.storage = storage
    }

    /// Makes an administrator of the nation; an empty database is begun first. There is no password: the link lets the person choose one.
    ///
    /// - Parameters:
    ///   - name: the person's name.
    ///   - nip: eighteen digits, or `nil`.
    ///   - email: an official address, or `nil`; one of the two is needed.
    /// - Returns: the address of the link on the site, good for seven days, once.
    /// - Throws: `Refusal` of what was typed; `RelationalError`.
    public func createAdministrator(name: String, nip: String?, email: String?) async throws -> String {
        let form = PersonForm(name: name, nip: nip ?? "", email: email ?? "")
        let person = try form.parse()
        // What every installation needs. A set-up link that was printed before works no longer: it is not needed now.
        _ = try await storage.begin()
        let now = SystemClock().timestamp
        let token = Token()
        try await PersonActions.refusingTakenNames {
            try await records.change { change in
                let account = AccountID(NewID.make(at: now.milliseconds))
                try AccountStore.insert(account, in: .nation, person, at: now, in: change.session)
                let grant = try Grant(
                    id: GrantID(NewID.make(at: now.milliseconds)), role: .nationalAdministrator, scope: .nation,
                    from: Identity.day(now))
                try GrantStore.insert(grant, to: account, by: nil, at: now, in: change.session)
                try LinkStore.insert(
                    token, id: NewID.make(at: now.milliseconds), .invitation, for: account, by: nil, at: now,
                    in: change.session)
                change.record(
                    JournalFact(
                        .accountInvited, in: .nation, by: .system, about: account.text, ["lewat": "baris-perintah"],
                        personal: person.personal(of: account), at: now))
                change.record(
                    JournalFact(.roleGranted, in: .nation, by: .system, about: account.text, grant.content, at: now))
            }
        }
        return SitePath.link(token.text).address.text
    }

    /// Makes a link for a new password, and for a new second factor when that is lost as well. Whoever has not taken up
    /// the invitation gets that anew.
    ///
    /// - Returns: the address of the link on the site, good once, for an hour (an invitation: seven days).
    /// - Throws: `Refusal` of code `signInNameMalformed` when nobody has the name; `RelationalError`.
    public func resetLink(for signInName: String, withSecondFactor: Bool) async throws -> String {
        let name: SignInName
        do throws(SignInNameRefusal) { name = try SignInName(signInName) } catch { throw error.refusal(at: "") }
        let now = SystemClock().timestamp
        let token = Token()
        try await records.change { change in
            guard let found = try AccountStore.credentials(of: name, in: change.session), found.state != .closed else {
                throw Refusal(
                    .signInNameMalformed, at: "", "Tidak ada akun terbuka dengan nama masuk itu. Periksa ejaannya.")
            }
            let kind: OneTimeLink.Kind =
                found.state == .invited ? .invitation : withSecondFactor ? .secondFactorReset : .passwordReset
            try LinkStore.insert(
                token, id: NewID.make(at: now.milliseconds), kind, for: found.account, by: nil, at: now, in: change.session)
            change.record(
                JournalFact(
                    .linkIssued, in: found.agency, by: .system, about: found.account.text,
                    ["untuk": .text(kind.rawValue), "lewat": "baris-perintah"], at: now))
        }
        return SitePath.link(token.text).address.text
    }
}
