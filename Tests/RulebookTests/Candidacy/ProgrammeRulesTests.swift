import InstrumentFiles
import Rulebook
import Testing

@Suite("Asking a programme's rules")
struct ProgrammeRulesTests {
    @Test("The rule of a step is the one for the designation")
    func rule() throws {
        let rules = try ProgrammeLibrary.rules(Bench.law2014)
        #expect(rules.rule(for: .award, towards: .wbk)?.roles == [.agencyHead])
        #expect(rules.rule(for: .award, towards: .wbbm)?.roles == [.nationalReviewer])
        #expect(rules.rule(for: .clarify, towards: .wbk) == nil)
    }

    @Test("Documents are called by their names, unknown kinds by their ids")
    func names() throws {
        let rules = try ProgrammeLibrary.rules(Bench.law2021)
        #expect(rules.name(of: "sptjm") == "Surat pernyataan tanggung jawab mutlak (SPTJM)")
        #expect(rules.name(of: "tidak-ada") == "tidak-ada")
    }

    @Test("Steps of the review are those of the designation; every stage has its clause")
    func steps() throws {
        let rules = try ProgrammeLibrary.rules(Bench.law2014)
        #expect(rules.reviewSteps(towards: .wbk).map(\.id) == ["reviu-kementerian"])
        #expect(rules.reviewSteps(towards: .wbbm).map(\.id) == ["evaluasi-tpn"])
        #expect(Stage.allCases.allSatisfy { rules.stage($0)?.clause.isEmpty == false })
    }
}
