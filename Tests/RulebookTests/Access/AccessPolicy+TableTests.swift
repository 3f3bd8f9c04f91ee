import Foundation
import Rulebook
import Testing

/// The whole table: every role for every kind of scope, every capability, every relation. `docs/hak-akses.md` is what was agreed.
@Suite("The table of access")
struct AccessPolicyTableTests {
    @Test("The page people read says what the policy decides")
    func document() throws {
        let text = try AccessDocument.text()
        if ProcessInfo.processInfo.environment["ZONA_WRITE_DOCS"] == "1" {
            try text.write(to: AccessDocument.file, atomically: true, encoding: .utf8)
        }
        let stored = (try? String(contentsOf: AccessDocument.file, encoding: .utf8)) ?? ""
        let lines = (stored.split(separator: "\n", omittingEmptySubsequences: false), text.split(separator: "\n", omittingEmptySubsequences: false))
        let different = zip(lines.0, lines.1).first { $0 != $1 }
        #expect(
            stored == text,
            """
            docs/hak-akses.md says “\(different?.0 ?? "")”, the policy “\(different?.1 ?? "")”. If the policy is meant to be so, run
            ZONA_WRITE_DOCS=1 swift test --filter AccessPolicyTableTests
            and have the change of the page read by somebody.
            """)
    }

    @Test("The auditor reads and changes nothing but the own account", arguments: Capability.allCases)
    func auditor(capability: Capability) throws {
        let standing = People.Standing(role: .auditor, kind: .agency)
        for relation in Relation.allCases where AccessPolicy.decide(capability, by: try standing.caller(), on: relation.target(for: standing)).isAllowed {
            #expect(!capability.changes || capability.group == .ownAccount, "\(relation)")
        }
    }

    @Test("The auditor reads whatever anybody of the agency reads", arguments: Capability.allCases.filter { !$0.changes && $0.group != .ownAccount })
    func auditorSees(capability: Capability) throws {
        let auditor = People.Standing(role: .auditor, kind: .agency)
        for standing in People.standings where standing.kind != .nation {
            for relation in [Relation.ownAgency, .ownUnit, .siblingUnit, .ownUnitPerson, .ownAgencyPerson]
            where AccessPolicy.decide(capability, by: try standing.caller(), on: relation.target(for: standing)).isAllowed {
                #expect(AccessPolicy.decide(capability, by: try auditor.caller(), on: relation.target(for: auditor)).isAllowed, "\(standing) \(relation)")
            }
        }
    }

    @Test("Nobody of an agency reaches another agency or the nation", arguments: People.standings.filter { $0.kind != .nation })
    func otherAgencies(standing: People.Standing) throws {
        let caller = try standing.caller()
        for capability in Capability.allCases {
            for relation in [Relation.nation, .otherAgency, .foreignUnit, .otherAgencyPerson, .nationalPerson, .scopelessPerson] {
                #expect(!AccessPolicy.decide(capability, by: caller, on: relation.target(for: standing)).isAllowed, "\(capability) \(relation)")
            }
        }
    }

    @Test("Nobody of a unit reaches another unit", arguments: People.standings.filter { $0.kind == .unit })
    func otherUnits(standing: People.Standing) throws {
        let caller = try standing.caller()
        for capability in Capability.allCases {
            for relation in [Relation.siblingUnit, .siblingUnitPerson] {
                #expect(!AccessPolicy.decide(capability, by: caller, on: relation.target(for: standing)).isAllowed, "\(capability) \(relation)")
            }
        }
    }

    @Test(
        "Only administrators change accounts, roles, agencies and units of others; how those stand, assessors may state",
        arguments: People.standings.filter { !$0.role.isAdministrator })
    func changes(standing: People.Standing) throws {
        let caller = try standing.caller()
        let kept: Set<Capability.Group> = [.accounts, .roles, .agencies, .journal]
        let stated: Set<Capability> = standing.role.isInternalAssessor ? [.stateStanding, .revokeStanding] : []
        for capability in Capability.allCases where capability.changes && kept.contains(capability.group) && !stated.contains(capability) {
            for relation in Relation.allCases {
                #expect(!AccessPolicy.decide(capability, by: caller, on: relation.target(for: standing)).isAllowed, "\(capability) \(relation)")
            }
        }
    }

    @Test("Nobody files what they may not read, and only heads of units and administrators of agencies withdraw")
    func documents() throws {
        for standing in People.standings {
            let caller = try standing.caller()
            for relation in Relation.allCases {
                let target = relation.target(for: standing)
                func may(_ capability: Capability) -> Bool { AccessPolicy.decide(capability, by: caller, on: target).isAllowed }
                #expect(may(.readDocument) || !may(.fileDocument), "\(standing) \(relation)")
                #expect(may(.readDocument) || !may(.withdrawDocument), "\(standing) \(relation)")
                #expect(!may(.withdrawDocument) || standing.role == .unitHead || standing.role == .agencyAdministrator, "\(standing) \(relation)")
                #expect(!may(.readDocument) || standing.role != .nationalAdministrator, "what agencies write is none of theirs")
            }
        }
    }

    @Test("Whoever makes accounts for the nation takes no step of a candidacy, members and auditors only look, announcing is the national team's")
    func candidacies() throws {
        for standing in People.standings {
            let caller = try standing.caller()
            for relation in Relation.allCases {
                func may(_ capability: Capability) -> Bool {
                    AccessPolicy.decide(capability, by: caller, on: relation.target(for: standing)).isAllowed
                }
                if [.nationalAdministrator, .unitMember, .auditor, .assessorMember, .assessorController].contains(standing.role) {
                    #expect(!may(.startCandidacy) && !may(.moveCandidacy) && !may(.settleCandidacy), "\(standing) \(relation)")
                }
                if may(.announceProgramme) { #expect(standing.role == .nationalReviewer) }
                if may(.moveCandidacy) || may(.startCandidacy) || may(.settleCandidacy) { #expect(may(.seeCandidacy), "\(standing) \(relation)") }
            }
        }
    }

    @Test("A national administrator sees no unit and no journal of an agency")
    func nationalAdministrator() throws {
        let standing = People.Standing(role: .nationalAdministrator, kind: .nation)
        let caller = try standing.caller()
        for capability in [Capability.seeUnit, .listUnits, .readJournal, .exportJournal, .seeProof] {
            for relation in [Relation.ownAgency, .otherAgency, .ownUnit, .foreignUnit] {
                #expect(!AccessPolicy.decide(capability, by: caller, on: relation.target(for: standing)).isAllowed, "\(capability) \(relation)")
            }
        }
        #expect(AccessPolicy.decide(.readJournal, by: caller, on: .nation).isAllowed)
    }

    @Test("Somebody can do each thing", arguments: Capability.allCases)
    func useful(capability: Capability) throws {
        let able = try People.standings.contains { standing in
            let caller = try standing.caller()
            return Relation.allCases.contains { AccessPolicy.decide(capability, by: caller, on: $0.target(for: standing)).isAllowed }
        }
        #expect(able)
    }

    @Test("Only the head of a unit keeps its roll, only administrators of its agency the selection, only its own people sign")
    func declaration() throws {
        for standing in People.standings {
            let caller = try standing.caller()
            func may(_ capability: Capability) -> Bool {
                Relation.allCases.contains { AccessPolicy.decide(capability, by: caller, on: $0.target(for: standing)).isAllowed }
            }
            #expect(may(.keepPactRoll) == (standing.role == .unitHead), "\(standing)")
            #expect(may(.stateReadiness) == (standing.role == .unitHead), "\(standing)")
            #expect(may(.signPact) == standing.role.belongsToUnit, "\(standing)")
            #expect(may(.keepSelection) == (standing.role == .agencyAdministrator), "\(standing)")
        }
    }
}
