import Relational
import Rulebook

/// Looking round in a demonstration as one person or another.
struct DemoActions: Sendable {
    let records: Records

    /// What a link is good for, before it is used.
    struct Opened: Sendable {
        let token: Token
        let role: Role
        let name: String
    }

    /// Looks at a link without using it.
    ///
    /// - Throws: `Refusal` of code `linkInvalid`; `RelationalError`.
    func look(at text: String, now: Timestamp) async throws -> Opened {
        guard let token = Token(text) else { throw OneTimeLink.refusal }
        return try await records.read { session in
            guard let kept = try DemoLinkStore.find(token, at: now, in: session), let person = try AccountStore.find(kept.account, in: session)?.person
            else { throw OneTimeLink.refusal }
            return Opened(token: token, role: kept.role, name: person.name)
        }
    }

    /// Signs in by a link, which is used up.
    ///
    /// - Returns: the token of the session.
    /// - Throws: `Refusal` of code `linkInvalid`; `RelationalError`.
    func enter(_ opened: Opened, device: Device, at now: Timestamp) async throws -> Token {
        let token = Token()
        return try await records.change { change in
            guard let kept = try DemoLinkStore.find(opened.token, at: now, in: change.session),
                let listed = try AccountStore.find(kept.account, in: change.session), listed.state == .active,
                try DemoLinkStore.use(opened.token, in: change.session)
            else { throw OneTimeLink.refusal }
            let id = NewID.make(at: now.milliseconds)
            // No second factor is asked for: behind this door there is nothing that is anybody's.
            try SessionStore.insert(token, id: id, of: kept.account, device: device, pending: nil, at: now, in: change.session)
            change.record(SignInActions.fact(kept.account, listed.agency, session: id, "tautan-contoh", at: now))
            return token
        }
    }

    /// Makes a new link for each role that somebody holds; those made before stop working.
    ///
    /// - Returns: nothing where the data are real.
    /// - Throws: `RelationalError`.
    func renew(at now: Timestamp) async throws -> [(role: Role, token: Token)] {
        try await records.database.write { session in
            guard try DemoMark.isSet(in: session) else { return [] }
            let links = try DemoLinkStore.holders(on: Identity.day(now), in: session).map { (token: Token(), link: $0) }
            try DemoLinkStore.replace(with: links, at: now, in: session)
            return links.map { ($0.link.role, $0.token) }
        }
    }
}
