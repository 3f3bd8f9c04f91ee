import ExactMath
import Rulebook
import Testing

@Suite("Examinations")
struct ExaminationTests {
    private func remarks(_ answers: [(ItemCode, String)], for designation: Designation) throws -> [String] {
        let scorer = try Shipped.scorer(Shipped.law2014)
        var sheet = ScoringSheet(scorer.instrument)
        for (code, number) in answers { try sheet.record(.number(.of(number)), for: code) }
        let examination = try scorer.examine(sheet, for: designation)
        #expect(examination.remarks.allSatisfy { $0.code == .remark && $0.severity == .info })
        return examination.remarks.map { "\($0.location): \($0.message)" }
    }

    @Test("The three scores and the verdict are those of the scorer", arguments: Shipped.ids, Designation.allCases)
    func together(id: InstrumentID, designation: Designation) throws {
        let scorer = try Shipped.scorer(id)
        var random = SplitMix64(seed: 61)
        for blanks in 0..<6 {
            let sheet = try ScoringSheet.random(scorer.instrument, blanks: blanks, using: &random)
            let examination = try scorer.examine(sheet, for: designation)
            #expect(examination.floor.total == (try scorer.score(sheet).total))
            #expect(examination.spreadsheet.total == (try scorer.score(sheet, reading: .spreadsheet).total))
            #expect(examination.ceiling.total == (try scorer.score(sheet, reading: .ceiling).total))
            #expect(examination.verdict.met == (try scorer.judge(sheet, for: designation).met))
            #expect(examination.unanswered == sheet.unanswered)
            #expect(examination.isComplete == sheet.unanswered.isEmpty)
            #expect(examination.designation == designation)
        }
    }

    @Test("Follow-up below 100 % is remarked on, at 100 % and when blank it is not", arguments: Designation.allCases)
    func followUp(designation: Designation) throws {
        for (number, shown) in [("99.99", "99,99%"), ("82.5", "82,5%"), ("0", "0%"), ("99.999999999999", "99,999999999999%")] {
            let lines = try remarks([("B.I.2", number)], for: designation)
            #expect(lines.count == 1 && lines[0].hasPrefix("B.I.2: ") && lines[0].contains("baru \(shown)"), "\(lines)")
        }
        #expect(try remarks([("B.I.2", "100")], for: designation).isEmpty)
        #expect(try remarks([], for: designation).isEmpty)
    }

    /// × 25: 88,31 is an index of 3,5324; 76,61 of 3,0644; 65 of 2,6. The product is rounded before it is placed.
    @Test(
        "The service index is named by its category, rounded half up before it is placed",
        arguments: [
            ("4", "Sangat baik"), ("3.5324", "Sangat baik"), ("3.5322", "Sangat baik"), ("3.5321999999", "Baik"), ("3.532", "Baik"),
            ("3.0644", "Baik"), ("3.0642", "Baik"), ("3.0641999999", "Kurang baik"), ("2.6", "Kurang baik"), ("2.5998", "Kurang baik"),
            ("2.5997999999", "Tidak baik"), ("1", "Tidak baik"), ("0", "Tidak baik"),
        ])
    func bands(index: String, category: String) throws {
        let lines = try remarks([("B.II.1", index)], for: .wbk)
        #expect(lines.count == 1 && lines[0].contains("kategori \(category)."), "\(lines)")
        #expect(lines[0].contains("{") == false)
    }

    @Test("The category is said for WBK only")
    func wbkOnly() throws {
        #expect(try remarks([("B.II.1", "3.1")], for: .wbbm).isEmpty)
    }

    @Test("Remarks stand in the order of the instrument")
    func order() throws {
        let lines = try remarks([("B.II.1", "3.1"), ("B.I.2", "90")], for: .wbk)
        #expect(lines.map { $0.prefix(3) } == ["B.I", "B.I"] && lines[0].hasPrefix("B.I.2") && lines[1].hasPrefix("B.II.1"))
    }
}
