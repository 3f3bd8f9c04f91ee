import Rulebook

/// A small nation: agency A with units A1 and A2, agency B with unit B1, and people in them.
enum People {
    static let agencyA: AgencyID = "instansi-a"
    static let agencyB: AgencyID = "instansi-b"
    static let a: Scope = .agency(agencyA)
    static let b: Scope = .agency(agencyB)
    static let a1: Scope = .unit("a-1", in: agencyA)
    static let a2: Scope = .unit("a-2", in: agencyA)
    static let b1: Scope = .unit("b-1", in: agencyB)
    static let today = Day(year: 2026, month: 11, day: 24) ?? .first

    static func grant(_ role: Role, _ scope: Scope, from: Day = today, until: Day? = nil) throws -> Grant {
        try Grant(id: GrantID("\(role.rawValue)-\(scope)"), role: role, scope: scope, from: from, until: until)
    }

    static func caller(_ account: AccountID = "saya", _ roles: (Role, Scope)...) throws -> Caller {
        Caller(account, grants: try roles.map { try grant($0.0, $0.1) }, on: today)
    }

    /// Every role for every kind of scope it fits, always in agency A or its unit A1.
    static let standings: [Standing] = Role.allCases.flatMap { role in
        Scope.Kind.allCases.filter(role.scopeKinds.contains).map { Standing(role: role, kind: $0) }
    }

    struct Standing: Hashable, CustomStringConvertible {
        let role: Role
        let kind: Scope.Kind

        var scope: Scope {
            switch kind {
            case .nation: .nation
            case .agency: a
            case .unit: a1
            }
        }

        /// The role, with its scope where it has more than one.
        var description: String { role.scopeKinds.count > 1 ? "\(role.name) (\(kind.name))" : role.name }

        func caller() throws -> Caller { try People.caller("saya", (role, scope)) }

        /// The caller's own account as a target.
        var own: AccessTarget { .account("saya", belongsTo: [kind == .nation ? .nation : a, scope]) }
    }
}

/// What a thing is to the caller. Each is a target of its own.
enum Relation: String, CaseIterable {
    case nation = "nasional"
    case ownAgency = "instansi sendiri"
    case otherAgency = "instansi lain"
    case ownUnit = "unit sendiri"
    case siblingUnit = "unit lain seinstansi"
    case foreignUnit = "unit instansi lain"
    case oneself = "diri sendiri"
    case ownUnitPerson = "orang unit ini"
    case siblingUnitPerson = "orang unit lain seinstansi"
    case ownAgencyPerson = "orang instansi ini tanpa unit"
    case bothAgenciesPerson = "orang dua instansi"
    case otherAgencyPerson = "orang instansi lain"
    case nationalPerson = "orang tingkat nasional"
    case scopelessPerson = "orang tanpa lingkup"

    func target(for standing: People.Standing) -> AccessTarget {
        switch self {
        case .nation: .nation
        case .ownAgency: AccessTarget(People.a)
        case .otherAgency: AccessTarget(People.b)
        case .ownUnit: AccessTarget(People.a1)
        case .siblingUnit: AccessTarget(People.a2)
        case .foreignUnit: AccessTarget(People.b1)
        case .oneself: standing.own
        case .ownUnitPerson: .account("lain", belongsTo: [People.a, People.a1])
        case .siblingUnitPerson: .account("lain", belongsTo: [People.a, People.a2])
        case .ownAgencyPerson: .account("lain", belongsTo: [People.a])
        case .bothAgenciesPerson: .account("lain", belongsTo: [People.a, People.b])
        case .otherAgencyPerson: .account("lain", belongsTo: [People.b, People.b1])
        case .nationalPerson: .account("lain", belongsTo: [.nation])
        case .scopelessPerson: .account("lain", belongsTo: [])
        }
    }
}
