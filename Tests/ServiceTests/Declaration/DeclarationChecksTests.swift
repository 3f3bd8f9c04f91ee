import ExactMath
import Rulebook
import Testing

@testable import Service

@Suite("What the checks of the declaration say") struct DeclarationChecksTests {
    private let day = Day(year: 2_026, month: 11, day: 24) ?? .first

    private func rule() throws -> PactRule { try StageRules.rules("permenpanrb-52-2014").parts.pact }

    private func covered(_ signed: Int, of people: Int) throws -> CheckResult {
        var coverage = PactCoverage(on: day, declaredOn: nil)
        for at in 0..<people { coverage.count(RollEntry(employment: .throughout, signedOn: at < signed ? day : nil)) }
        return DeclarationChecks.covered(coverage, by: try rule())
    }

    @Test("Most is more than half: below, on and above it, with how many are missing")
    func boundary() throws {
        #expect(try covered(19, of: 40).wayOut == "Minta paling sedikit 2 pegawai lagi menandatangani pakta integritas.")
        #expect(try covered(20, of: 40).wayOut == "Minta paling sedikit 1 pegawai lagi menandatangani pakta integritas.")
        #expect(try covered(20, of: 40).isMet == false)
        let met = try covered(21, of: 40)
        #expect(met.isMet && met.wayOut == "")
        #expect(met.statement == "21 dari 40 pegawai (52,50%) sudah menandatangani per 24 November 2026; ketentuan: lebih dari 50%.")
    }

    @Test("A share just beside the bound is never written as the bound")
    func close() throws {
        #expect(try covered(50_001, of: 100_001).statement.contains("(50,0005%)"))
        #expect(try covered(1, of: 3).statement.contains("(33,33%)"))
    }

    @Test("Both regulations ask for more than half", arguments: ["permenpanrb-52-2014", "permenpanrb-90-2021"])
    func regulations(id: String) throws {
        let pact = try StageRules.rules(ProgrammeID(id)).parts.pact
        #expect(pact.isMet(signed: 20, of: 40) == false && pact.isMet(signed: 21, of: 40))
    }

    @Test("The event: missing, ahead, not published, held")
    func event() {
        func text(_ declaration: Declaration?) -> CheckResult { DeclarationChecks.held(declaration, on: day) }
        func event(_ shift: Int, _ publication: String = "laman") -> Declaration {
            Declaration(heldOn: day.adding(days: shift), place: "aula", publication: publication, witnesses: [])
        }
        #expect(!text(nil).isMet && !text(event(1)).isMet && !text(event(0, "")).isMet)
        #expect(text(event(0)).isMet && text(event(-1)).isMet)
        #expect([text(nil), text(event(1)), text(event(0, ""))].allSatisfy { !$0.wayOut.isEmpty })
    }

    @Test("Readiness counts from its day on")
    func readiness() {
        func stated(_ shift: Int) -> Bool {
            DeclarationChecks.stated(.init(statedOn: day.adding(days: shift), statedBy: "a", name: nil), on: day).isMet
        }
        #expect([-1, 0, 1].map(stated) == [true, true, false])
        #expect(!DeclarationChecks.stated(nil, on: day).isMet)
    }
}
