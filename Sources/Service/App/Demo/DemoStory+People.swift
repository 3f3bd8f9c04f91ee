import Rulebook

/// The agency, its units and its people.
extension DemoStory {
    func organise(_ scene: inout DemoScene) async throws {
        try await beginNation(&scene)
        let nation = try await identity("admin.nasional", in: scene)
        scene.agency = try await AgencyActions(records: records).create(
            AgencyForm(
                fields: FormFields(pairs: [
                    (AgencyForm.Field.code, DemoCast.agencyCode), (AgencyForm.Field.name, DemoCast.agencyName), (AgencyForm.Field.zone, "wib"),
                ])
            ).parse(), by: nation, at: scene.now)
        for person in DemoCast.people where person.role == .agencyAdministrator || person.role == .nationalReviewer {
            try await bring(person, by: "admin.nasional", &scene)
        }
        let units = WorkUnitActions(records: records)
        for unit in DemoCast.units {
            scene.pass()
            let form = FormFields(pairs: [(WorkUnitForm.Field.code, unit.code), (WorkUnitForm.Field.name, unit.name)])
            scene.units[unit.key] = try await units.create(
                WorkUnitForm(fields: form).parse(), in: scene.agency, by: identity("admin.satu", in: scene), at: scene.now)
        }
        for person in DemoCast.people where scene.accounts[person.key] == nil { try await bring(person, by: "admin.satu", &scene) }
    }

    /// The first administrator, as the set-up link makes one.
    private func beginNation(_ scene: inout DemoScene) async throws {
        guard let person = DemoCast.people.first(where: { $0.role == .nationalAdministrator }) else { throw PageRefusal.notFound }
        let now = scene.now
        let hash = try await secrets.hasher.hash(Token().text)
        scene.accounts[person.key] = try await records.change { change in
            try FirstAccount.insert(AccountStore.Person(name: person.name, nip: nil, email: person.email), password: hash, at: now, in: &change)
            guard let name = try? SignInName(person.email), let made = try AccountStore.credentials(of: name, in: change.session) else {
                throw PageRefusal.notFound
            }
            return made.account
        }
    }

    /// Invites somebody, lets them accept, and gives them their role; a second administrator agrees where two are needed.
    private func bring(_ person: DemoCast.Person, by administrator: String, _ scene: inout DemoScene) async throws {
        scene.pass()
        let home = person.role == .nationalReviewer ? AgencyID.nation : scene.agency
        let people = PersonActions(records: records, vault: storage.vault)
        let invited = try await people.invite(
            PersonForm(name: person.name, nip: "", email: person.email).parse(), into: home, by: identity(administrator, in: scene), at: scene.now)
        scene.accounts[person.key] = invited.account
        scene.pass()
        let links = LinkActions(records: records, secrets: secrets)
        // A password that nobody knows: in a demonstration people come in by its links.
        let password = Token().text
        try await links.choosePassword(
            PasswordForm(fields: FormFields(pairs: [(PasswordForm.Field.new, password), (PasswordForm.Field.again, password)])),
            with: links.look(at: invited.link.text, now: scene.now), at: scene.now)
        scene.pass()
        let scope: Scope = person.unit.flatMap { scene.units[$0] }.map { .unit($0, in: scene.agency) } ?? home.scope
        let grant = try Grant(id: GrantID(NewID.make(at: scene.now.milliseconds)), role: person.role, scope: scope, from: scene.today)
        let deeds = DeedActions(records: records)
        guard case .awaiting = try await deeds.ask(.grant(grant), for: invited.account, by: identity(administrator, in: scene), at: scene.now) else { return }
        scene.pass()
        let second = try await identity("admin.dua", in: scene)
        let account = invited.account
        for request in try await records.read({ try ApprovalStore.open(of: account, in: $0) }) {
            _ = try await deeds.decide(request.id, isGranted: true, by: second, at: scene.now)
        }
    }
}
