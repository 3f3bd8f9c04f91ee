/// The team that assesses one unit for its agency (TPI): who sits on it, by which decree, and who of them may not assess.
///
/// Clause: PermenPANRB 52/2014 Lampiran Bab II.B and III.A; PermenPANRB 90/2021 Lampiran II Bab I.A: the head of the agency
/// appoints the team. That nobody assesses where they have an interest is how Zona reads an honest assessment (`docs/adr/0034`).
public struct AssessmentTeam: Hashable, Sendable {
    /// The decree that appoints the team.
    public struct Decree: Hashable, Sendable {
        /// Its number, as it is written there.
        public let number: String
        /// Its date.
        public let day: Day

        /// Puts a decree together; nothing is checked.
        public init(number: String, day: Day) {
            self.number = number
            self.day = day
        }
    }

    /// What a member said about their own interests, on a day.
    public struct Declaration: Hashable, Sendable {
        /// The day it was made.
        public let day: Day
        /// The units in which the member has an interest; empty when there is none.
        public let interests: Set<WorkUnitID>

        /// Puts a declaration together.
        public init(day: Day, interests: Set<WorkUnitID>) {
            self.day = day
            self.interests = interests
        }
    }

    /// A time in which somebody was one of a unit's own people.
    public struct Belonging: Hashable, Sendable {
        /// The unit.
        public let unit: WorkUnitID
        /// The first day.
        public let from: Day
        /// The last day, itself included; `nil` while it lasts.
        public let until: Day?

        /// Puts a time together; that it does not end before it begins is not checked.
        public init(unit: WorkUnitID, from: Day, until: Day?) {
            self.unit = unit
            self.from = from
            self.until = until
        }
    }

    /// Somebody on the team.
    public struct Member: Hashable, Sendable {
        /// The account.
        public let account: AccountID
        /// The seat.
        public let seat: TeamSeat
        /// The declaration that counts, the last; `nil` while none was made.
        public let declaration: Declaration?
        /// The roles that were not revoked.
        public let grants: [Grant]
        /// Every time at a unit, past ones and those that a revoked role left behind included.
        public let belongings: [Belonging]

        /// Puts a member together.
        public init(account: AccountID, seat: TeamSeat, declaration: Declaration?, grants: [Grant], belongings: [Belonging]) {
            self.account = account
            self.seat = seat
            self.declaration = declaration
            self.grants = grants
            self.belongings = belongings
        }
    }

    /// The unit that is assessed.
    public let unit: WorkUnitID
    /// The agency it belongs to.
    public let agency: AgencyID
    /// The decree; `nil` while it is not entered.
    public let decree: Decree?
    /// Everybody on it, each account once.
    public let members: [Member]

    /// Puts a team together; that no account stands twice is not checked.
    public init(unit: WorkUnitID, of agency: AgencyID, decree: Decree?, members: [Member]) {
        self.unit = unit
        self.agency = agency
        self.decree = decree
        self.members = members
    }

    /// What keeps the team from assessing on a day: what is missing, then who of the members is not free, in their order.
    ///
    /// - Complexity: O(members × their roles)
    public func obstacles(under rule: TeamRule, on day: Day) -> [TeamObstacle] {
        var found: [TeamObstacle] = []
        if let decree {
            if decree.day > day { found.append(.decreeNotInForce(decree.day)) }
        } else {
            found.append(.noDecree)
        }
        for seat in TeamSeat.allCases {
            let has = members.count { $0.seat == seat }
            let needs = rule.least[seat] ?? 0
            if has < needs { found.append(.seatsShort(seat, has: has, needs: needs)) }
        }
        return found + members.flatMap { obstacles(of: $0, under: rule, on: day) }
    }

    /// What keeps one member from assessing on a day; empty for somebody who is free to.
    ///
    /// - Complexity: O(roles of the member)
    public func obstacles(of member: Member, under rule: TeamRule, on day: Day) -> [TeamObstacle] {
        var found: [TeamObstacle] = []
        let target = Scope.unit(unit, in: agency)
        if !member.grants.contains(where: { $0.role == member.seat.role && $0.scope.contains(target) && $0.isInForce(on: day) }) {
            found.append(.noRole(member.account, member.seat))
        }
        if let declaration = member.declaration, declaration.day <= day {
            if declaration.interests.contains(unit) { found.append(.interested(member.account)) }
        } else {
            found.append(.undeclared(member.account))
        }
        let own = member.belongings.filter { $0.unit == unit && $0.from <= day }
        if own.contains(where: { $0.until.map { $0 >= day } ?? true }) {
            found.append(.belongs(member.account))
        } else if let last = own.compactMap(\.until).max(), last.adding(days: rule.belongingDays) >= day {
            found.append(.belonged(member.account, until: last))
        }
        return found
    }
}

/// Something that keeps a team, or one of its members, from assessing.
public enum TeamObstacle: Hashable, Sendable {
    /// The decree is not entered.
    case noDecree
    /// The decree is of a later day.
    case decreeNotInForce(Day)
    /// Too few people on a seat.
    case seatsShort(TeamSeat, has: Int, needs: Int)
    /// The member has not declared their interests.
    case undeclared(AccountID)
    /// The member declared an interest in the unit.
    case interested(AccountID)
    /// The member is one of the unit's own people.
    case belongs(AccountID)
    /// The member was, until this day, too short a time ago.
    case belonged(AccountID, until: Day)
    /// The member does not have the role of the seat for the unit today.
    case noRole(AccountID, TeamSeat)

    /// Whom it is about; `nil` for the team as a whole.
    public var account: AccountID? {
        switch self {
        case .noDecree, .decreeNotInForce, .seatsShort: nil
        case .undeclared(let account), .interested(let account), .belongs(let account), .belonged(let account, _), .noRole(let account, _): account
        }
    }

    /// Whether the member has an interest, so that no paper helps: somebody else has to assess.
    public var isConflict: Bool {
        switch self {
        case .interested, .belongs, .belonged: true
        default: false
        }
    }
}
