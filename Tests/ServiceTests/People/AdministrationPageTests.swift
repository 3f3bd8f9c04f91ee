import InstrumentFiles
import Markup
import Rulebook
import Testing

@testable import Service

@Suite("Pages of administrators") struct AdministrationPageTests {
    static let now = Timestamp(milliseconds: 1_795_482_000_000)
    let frame: PageFrame

    init() throws {
        frame = PageFrame(try PreparedInstruments(InstrumentLibrary()))
    }

    private func visitor(_ role: Role = .agencyAdministrator, _ scope: Scope = .agency("kota")) throws -> Visitor {
        let grant = try Grant(id: "p", role: role, scope: scope, from: Identity.day(Self.now))
        let token = Token()
        let identity = Identity(
            account: "saya", agency: "kota", name: "Saya", grants: [grant], session: "s", token: token, pending: nil,
            hasSecondFactor: true)
        return Visitor(
            identity: identity, token: token, isTokenKnown: true, now: Self.now, isSecure: true, address: "192.0.2.1")
    }

    private func agency(_ name: String = "Kota Contoh", id: AgencyID = "kota") -> AgencyStore.Kept {
        AgencyStore.Kept(id: id, code: "KOTA", name: name, parent: nil, offsetMinutes: 420, secondFactorRoles: [])
    }

    private func unit(_ number: Int, name: String = "Unit") -> WorkUnitStore.Kept {
        WorkUnitStore.Kept(agency: "kota", id: WorkUnitID("u\(number)"), code: "U\(number)", name: name, parent: nil, closedAt: nil)
    }

    private func listed(_ number: Int, name: String? = "Orang", state: AccountState = .active) -> AccountStore.Listed {
        AccountStore.Listed(
            account: AccountID("a\(number)"), agency: "kota", state: state, hasSecondFactor: false, createdAt: Self.now,
            person: name.map { AccountStore.Person(name: $0, nip: nil, email: "a@contoh.go.id") })
    }

    private func overview(
        _ listed: AccountStore.Listed, _ grants: [Grant] = [], approvals: [ApprovalStore.Kept] = []
    ) -> PersonActions.Overview {
        PersonActions.Overview(
            listed: listed, grants: grants, links: [], approvals: approvals,
            target: .account(listed.account, home: .agency("kota"), grants: grants, on: Identity.day(Self.now)))
    }

    private func person(_ overview: PersonActions.Overview, names: PersonActions.Names = .init()) throws -> String {
        let page = PersonPage(agency: agency(), overview: overview, names: names, units: [unit(1)])
        return page.render(in: frame, for: try visitor()).text
    }

    @Test("Fifty rows are a whole page, and the row after them makes a way to the next", arguments: [0, 1, 49, 50, 51])
    func paging(rows: Int) throws {
        let visitor = try visitor()
        let pages = [
            AgenciesPage(agencies: (0..<rows).map { agency(id: AgencyID("i\($0)")) }, page: 0).render(in: frame, for: visitor),
            WorkUnitsPage(agency: agency(), units: (0..<rows).map { unit($0) }, page: 0).render(in: frame, for: visitor),
            PeoplePage(
                agency: agency(), accounts: (0..<rows).map { listed($0) }, grants: [:], names: .init(), search: "", page: 0
            ).render(in: frame, for: visitor),
        ]
        for page in pages {
            #expect(page.text.matches(of: /<th scope="row"/).count == min(rows, 50))
            #expect(page.text.contains("?hal=2") == (rows == 51))
            #expect(page.text.contains("class=\"note\"") == (rows == 0))
        }
    }

    @Test(
        "The page's number is read strictly and led on from",
        arguments: [("", 0), ("0", 0), ("1", 0), ("2", 1), ("-1", 0), ("x", 0), ("100000", 99_999), ("100001", 0), ("99999999999999999999", 0)])
    func pageNumber(text: String, page: Int) {
        #expect(Paging.page(text) == page)
    }

    @Test("A middle page leads both ways and keeps the search")
    func middle() throws {
        let page = PeoplePage(
            agency: agency(), accounts: (0..<51).map { listed($0) }, grants: [:], names: .init(), search: "a&b", page: 1)
        let text = page.render(in: frame, for: try visitor()).text
        #expect(text.contains("/instansi/kota/akun?cari=a%26b&amp;hal=1\""))
        #expect(text.contains("/instansi/kota/akun?cari=a%26b&amp;hal=3\""))
    }

    @Test("Markup in names stands as text wherever a name stands", arguments: [Hostile.markup, Hostile.longName])
    func names(name: String) throws {
        let visitor = try visitor()
        let grant = try Grant(id: "g", role: .unitHead, scope: .unit("u1", in: "kota"), from: Identity.day(Self.now))
        var names = PersonActions.Names()
        names.units = ["u1": name]
        names.agencies = ["kota": name]
        let kept = ApprovalStore.Kept(
            id: "m", agency: "kota", account: "a1", deed: .grant(grant), requestedBy: "lain", requestedAt: Self.now)
        names.people = ["lain": name]
        let holder = WorkUnitPage.Holder(account: "a1", name: name, grant: grant)
        let texts = [
            AgenciesPage(agencies: [agency(name)], page: 0).render(in: frame, for: visitor),
            AgencyPage(agency: agency(name), nationwide: [], ownUnits: [unit(1, name: name)]).render(in: frame, for: visitor),
            WorkUnitsPage(agency: agency(name), units: [unit(1, name: name)], page: 0)
                .render(in: frame, for: visitor),
            WorkUnitPage(
                agency: agency(name), unit: unit(1, name: name), parent: unit(2, name: name), holders: [holder], candidacies: []
            ).render(in: frame, for: visitor),
            PeoplePage(
                agency: agency(name), accounts: [listed(1, name: name)], grants: ["a1": [grant]], names: names, search: name, page: 0
            ).render(in: frame, for: visitor),
            PersonPage(
                agency: agency(name), overview: overview(listed(1, name: name), [grant], approvals: [kept]), names: names,
                units: [unit(1, name: name)]
            ).render(in: frame, for: visitor),
            HandoverPage(
                agency: agency(name), account: "a1", name: name, kind: .invitation, link: name, expiresAt: Self.now
            ).render(in: frame, for: visitor),
            ConfirmationPage(
                title: name, above: [.init(name: name, path: .agencies)], here: name, consequences: [name], warning: name,
                action: .personAction("kota", "a1", .close), hidden: (name: "x", value: name), button: name, back: .agencies
            ).render(in: frame, for: visitor),
        ].map(\.text)
        for text in texts {
            #expect(!text.contains("<script"))
            #expect(text.contains(name == Hostile.markup ? "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;" : name))
            #expect(text.matches(of: /<h1[ >]/).count == 1)
        }
    }

    @Test("Only what the viewer may do is offered")
    func offers() throws {
        let grant = try Grant(id: "g", role: .unitHead, scope: .unit("u1", in: "kota"), from: Identity.day(Self.now))
        let overview = overview(listed(1), [grant])
        let administrator = try person(overview)
        let page = PersonPage(agency: agency(), overview: overview, names: .init(), units: [])
        let auditor = page.render(in: frame, for: try visitor(.auditor)).text
        for step in ["/beri-peran\"", "/cabut-peran?pemberian=g\"", "/tautan\"", "/tutup\""] {
            #expect(administrator.contains("/instansi/kota/akun/a1\(step)"), "\(step)")
            #expect(!auditor.contains("/instansi/kota/akun/a1\(step)"), "\(step)")
        }
        #expect(administrator.contains("value=\"auditor\"") && !administrator.contains("value=\"admin-nasional\""))
    }

    @Test("A request is decided by neither who asked nor whom it is about, and by nobody a day later")
    func requests() throws {
        let key = try Grant(id: "g", role: .agencyHead, scope: .agency("kota"), from: Identity.day(Self.now))
        func text(requestedBy: AccountID, age: Int64, about number: Int = 1) throws -> String {
            let kept = ApprovalStore.Kept(
                id: "minta", agency: "kota", account: AccountID("a\(number)"), deed: .grant(key), requestedBy: requestedBy,
                requestedAt: Self.now.adding(seconds: -age))
            return try person(overview(listed(number), approvals: [kept]))
        }
        #expect(try text(requestedBy: "lain", age: 0).contains("/setujui\""))
        #expect(try text(requestedBy: "lain", age: 86_399).contains("/setujui\""))
        #expect(try !text(requestedBy: "lain", age: 86_400).contains("value=\"minta\""))
        let own = try text(requestedBy: "saya", age: 0)
        #expect(!own.contains("/setujui\"") && own.contains("/tolak\""))
    }

    @Test("An account without personal data can still be looked at, and no more be erased")
    func erased() throws {
        let text = try person(overview(listed(1, name: nil, state: .closed)))
        #expect(text.contains("Data pribadi akun ini sudah dihapus"))
        #expect(!text.contains("/hapus-data-diri\"") && !text.contains("/tutup\"") && !text.contains("/beri-peran\""))
        #expect(try person(overview(listed(1, state: .closed))).contains("/hapus-data-diri\""))
    }

    @Test("The nation has no units and no change form, and decides about its own rule")
    func nation() throws {
        let page = AgencyPage(agency: agency("Tingkat nasional", id: .nation), nationwide: [], ownUnits: [])
        let text = page.render(in: frame, for: try visitor(.nationalAdministrator, .nation)).text
        #expect(text.contains("<h1 class=\"wrapany\">Tingkat nasional</h1>"))
        #expect(!text.contains("/instansi/nasional/unit") && !text.contains("/instansi/nasional/ubah"))
        #expect(text.contains("/instansi/nasional/wajib-faktor-kedua\""))
    }

    @Test("A link is handed over whole and said to be shown once; an odd number is remarked upon")
    func handover() throws {
        let odd = AccountStore.Person(name: "Ratna", nip: "199913012020121000", email: nil)
        let warnings = PeopleRoutes.oddities(of: odd, on: Identity.day(Self.now))
        #expect(warnings.map(\.code) == [.signInNameUnusual])
        let link = "https://zona.contoh.go.id" + SitePath.link(Token().text).address.text
        let text = HandoverPage(
            agency: agency(), account: "a1", name: "Ratna", kind: .invitation, link: link, expiresAt: Self.now, warnings: warnings
        ).render(in: frame, for: try visitor()).text
        #expect(text.contains(link) && text.contains("hanya ditampilkan sekali") && text.contains("ZI-1704"))
    }
}
