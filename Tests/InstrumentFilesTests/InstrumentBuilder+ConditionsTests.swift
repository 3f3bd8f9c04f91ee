import ExactMath
import InstrumentFiles
import Rulebook
import Testing

@Suite("From file to conditions, facts and remarks")
struct InstrumentBuilderConditionsTests {
    @Test(
        "A broken condition is told with its place",
        arguments: [
            ("\"minimum\": \"40\"", "\"minimum\": \"60.01\"", "figureOutOfRange conditions pengungkit"),
            ("\"minimum\": \"40\"", "\"minimum\": \"-1\"", "figureOutOfRange conditions pengungkit"),
            ("\"minimum\": \"40\",", "", "instrumentMalformed conditions pengungkit"),
            ("\"minimum\": \"40\"", "\"minimum\": \"40\", \"minimumPercent\": \"60\"", "instrumentMalformed conditions pengungkit"),
            ("\"areaMinimum\": \"combined\"", "\"areaMinimum\": \"Combined\"", "instrumentMalformed policies.areaMinimum"),
            ("\"decimals\": 2", "\"decimals\": 7", "figureOutOfRange policies.decimals"),
            ("\"decimals\": 2", "\"decimals\": -1", "figureOutOfRange policies.decimals"),
            ("\"grade\": \"opini\"", "\"grade\": \"opin\"", "instrumentMalformed facts opini-bpk"),
            ("\"holder\": \"agency\"", "\"holder\": \"instansi\"", "instrumentMalformed facts opini-bpk"),
            ("\"fact\": \"opini-bpk\"", "\"fact\": \"opini\"", "referenceMissing prerequisites opini-bpk"),
            ("\"minimum\": \"WTP\"", "\"minimum\": \"WTX\"", "referenceMissing prerequisites opini-bpk"),
            ("\"is\": \"Ya\"", "\"is\": \"Y\"", "referenceMissing prerequisites indeks-rb"),
            ("\"wbk\": [", "\"wkb\": [", "instrumentMalformed conditions.wkb"),
            ("\"wbbm\": \"Menteri\"", "\"wbm\": \"Menteri\"", "instrumentMalformed policies.awardedBy.wbm"),
        ])
    func broken(old: String, new: String, expected: String) throws {
        let found = try Files.findings(Files.law2021, old, new)
        #expect(found.contains(expected), "\(found)")
    }

    @Test("A condition on a node that is not there is told")
    func node() throws {
        #expect(try Files.findings(Files.law2014, "\"nodes\": [\n     \"B.I.2\"", "\"nodes\": [\n     \"B.I.9\"").contains("referenceMissing B.I.9"))
    }

    @Test("A condition without a measure is told")
    func measure() throws {
        #expect(try !Files.findings(Files.law2014, "\"nodes\": [\n     \"B.I.2\"\n    ],", "").isEmpty)
    }

    @Test(
        "A remark on a question that is not there, or with two triggers, is told",
        arguments: [
            ("\"question\": \"B.I.2\"", "\"question\": \"B.I.9\"", "referenceMissing remarks B.I.9"),
            ("\"below\": \"100\",", "", "instrumentMalformed remarks B.I.2"),
        ])
    func remark(old: String, new: String, expected: String) throws {
        #expect(try Files.findings(Files.law2014, old, new) == [expected])
    }

    @Test("A remark for a misspelt designation is refused, not shown for both")
    func remarkDesignation() throws {
        #expect(try Files.findings(Files.law2014, "\"designation\": \"wbk\"", "\"designation\": \"wkb\"").count == 1)
    }

    @Test("Per block there is one area condition for each block, of the block's own weight")
    func perBlock() throws {
        let text = try Files.text(Files.law2021).replacing("\"areaMinimum\": \"combined\"", with: "\"areaMinimum\": \"perBlock\"")
        let instrument = try InstrumentFile.read(Array(text.utf8))
        let areas = instrument.conditions(for: .wbbm).filter { $0.id.text.hasPrefix("area-") }
        #expect(areas.map(\.id.text) == (1...6).flatMap { ["area-\($0)-1", "area-\($0)-2"] })
        #expect(areas.map(\.minimum.exact) == ["3", "3", "21/8", "21/8", "15/4", "15/4", "15/4", "15/4", "45/8", "45/8", "15/4", "15/4"])
        #expect(areas[0].basis == "75% dari bobot 4")
        let old = try Files.text(Files.law2014).replacing("\"areaMinimum\": \"combined\"", with: "\"areaMinimum\": \"perBlock\"")
        #expect(try InstrumentFile.read(Array(old.utf8)).conditions(for: .wbk).count == 4)
    }
}
