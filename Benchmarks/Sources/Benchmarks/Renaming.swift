import Journaling
import Relational
import Rulebook

/// A small change as people make it: a unit of an agency gets another name, and a fact says so.
struct Renaming: Sendable {
    /// Clients, and so units and agencies.
    static let clients = 64

    let records: Records
    /// Whether each client works in an agency of its own, so that there are as many chains.
    var isSpread = false
    /// Whether the unit is read first, as the page does it.
    var readsFirst = true
    /// Of how many changes one breaks a rule that the database finds: a code that another unit has; 0 for none.
    var failing = 0

    struct Missing: Error {}

    /// Makes what is changed later.
    static func prepare(_ database: any Relational.Database) async throws {
        try await database.write { session in
            for client in 0..<clients {
                let kept = AgencyStore.Kept(
                    id: agency(client), code: "UJI-\(client)", name: "Kementerian Uji \(client)", parent: nil,
                    offsetMinutes: 420, secondFactorRoles: [])
                try AgencyStore.insert(kept, at: Timestamp(milliseconds: 1), in: session)
                for chain in Set([0, client]) {
                    try WorkUnitStore.insert(unit(client, of: chain), at: Timestamp(milliseconds: 1), in: session)
                }
            }
        }
    }

    static func agency(_ number: Int) -> AgencyID { AgencyID("01k8uji\(1_000 + number)agency") }

    private static func unit(_ client: Int, of chain: Int) -> WorkUnitStore.Kept {
        WorkUnitStore.Kept(
            agency: agency(chain), id: WorkUnitID("01k8uji\(1_000 + client)workunit"), code: "BALAI-\(client)",
            name: "Balai Uji \(client)", parent: nil, closedAt: nil)
    }

    /// One change; `Load` counts what it throws.
    func perform(_ client: Int, _ step: Int) async throws {
        let isWrong = failing > 0 && (step &* 7_919 &+ client &* 31) % failing == 0
        let (readsFirst, chain) = (readsFirst, isSpread ? client : 0)
        let now = SystemClock().timestamp
        try await records.change { change in
            let made = Self.unit(client, of: chain)
            var unit = made
            if readsFirst {
                guard let found = try WorkUnitStore.find(made.id, of: made.agency, in: change.session) else { throw Missing() }
                unit = found
            }
            unit.name = "Balai Pelatihan Uji \(client), nama ke-\(step)"
            // In the first agency every client's code is taken.
            if isWrong { unit.code = "BALAI-\((client + 1) % Self.clients)" }
            try WorkUnitStore.update(unit, in: change.session)
            change.record(
                JournalFact(
                    .unitChanged, in: unit.agency,
                    by: JournalFact.Actor(account: AccountID("01k8uji\(1_000 + client)account"), role: .agencyAdministrator),
                    about: unit.id.text, ["kode": .text(unit.code), "nama": .text(unit.name), "induk": .null], at: now))
        }
    }
}
