import ExactMath
import Rulebook
import Testing

@Suite("Putting a sheet together")
struct SheetAssemblyTests {
    private func assemble(_ rows: [(String, String)]) throws -> SheetAssembly.Result {
        let entries = rows.enumerated().map { SheetEntry(code: $1.0, text: $1.1, location: "baris \($0 + 2)") }
        return try SheetAssembly.assemble(entries, for: Shipped.instrument(Shipped.law2021))
    }

    /// Code and place of each finding of a refusal.
    private func problems(_ rows: [(String, String)]) throws -> [String] {
        do {
            _ = try assemble(rows)
            return []
        } catch let refusal as Refusal {
            return refusal.findings.map { "\($0.code) \($0.location)" }
        }
    }

    @Test("Entries land on their questions, in whatever order they come")
    func answers() throws {
        let result = try assemble([
            ("B.I.a", "3,78"), ("A.II.1.i.a/jumlah_perubahan", "9"), ("A.I.1.i.a", "Ya"), ("A.II.1.i.a/jumlah_agen", "6"), (" A.I.1.i.b\u{A0}", "C"),
        ])
        #expect(result.sheet.answer("A.I.1.i.a") == .choice(0))
        #expect(result.sheet.answer("A.I.1.i.b") == .choice(2))
        #expect(result.sheet.answer("A.II.1.i.a") == .counts([6, 9]))
        #expect(result.sheet.answer("B.I.a") == .number(.of("3.78")))
        #expect(result.sheet.unanswered.count == 109)
        #expect(result.findings.isEmpty)
        #expect(result.locations["B.I.a"] == "baris 2" && result.locations["A.II.1.i.a/jumlah_agen"] == "baris 5")
    }

    @Test("No entries make a blank sheet")
    func nothing() throws {
        #expect(try assemble([]).sheet.unanswered.count == 113)
    }

    @Test("Blank entries are blanks")
    func blanks() throws {
        let result = try assemble([("A.I.1.i.a", ""), ("B.I.a", " "), ("A.II.1.i.a/jumlah_agen", ""), ("A.II.1.i.a/jumlah_perubahan", "\u{A0}")])
        #expect(result.sheet.unanswered.count == 113 && result.findings.isEmpty)
    }

    @Test("What was forgiven is told, and is no error")
    func tidied() throws {
        let result = try assemble([("A.I.1.i.a", "ya"), ("A.II.1.i.a/jumlah_agen", "6,0"), ("A.II.1.i.a/jumlah_perubahan", "9")])
        #expect(result.findings.map { "\($0.code) \($0.severity) \($0.location)" } == ["answerTidied info baris 2", "answerTidied info baris 3"])
        #expect(result.findings[0].message.contains("Ya"))
    }

    @Test("All problems are reported at once, in the order of the file")
    func allAtOnce() throws {
        #expect(
            try problems([
                ("A.I.1.i.a", "A"), ("Z.9", "A"), ("A.I.1.i.b", "B/C"), ("B.I.a", "4,01"), ("B.II.a", "tiga"), ("A.I.1.i.a", "Ya"),
                ("A.II.1.i.a", "0,5"), ("A.II.4.i.a/jumlah_sasaran", "1,5"), ("A.II.4.i.a/jumlah_sasaran_tercapai", "10000000"), ("A.I.1.ii.a/x", "Ya"),
                ("A.II.6.i.b/lain", "1"), ("", ""),
            ]) == [
                "letterOffScale baris 2", "unknownItem baris 3", "letterOffScale baris 4", "numberOutOfRange baris 5", "notANumber baris 6",
                "duplicateItem baris 7", "unknownItem baris 8", "notACount baris 9", "countTooLarge baris 10", "unknownItem baris 11",
                "unknownItem baris 12", "unknownItem baris 13",
            ])
    }

    @Test("A code is answered once, even where both answers agree or one is blank", arguments: ["A", "", "D"])
    func duplicates(second: String) throws {
        #expect(try problems([("A.I.1.i.b", "A"), (" A.I.1.i.b", second)]) == ["duplicateItem baris 3"])
        #expect(try problems([("B.I.a", second == "" ? "" : "3"), ("B.I.a", "3")]) == ["duplicateItem baris 3"])
    }

    @Test("A duplicate names the place of the first answer")
    func duplicatePlace() throws {
        do {
            _ = try assemble([("A.I.1.i.b", "A"), ("A.I.1.i.b", "A"), ("A.I.1.i.b", "A")])
            Issue.record("three answers to one question were accepted")
        } catch let refusal as Refusal {
            #expect(refusal.findings.count == 2)
            #expect(refusal.findings.allSatisfy { $0.message.contains("baris 2") })
        }
    }

    @Test("Some counts without the others are refused, and the missing ones are named")
    func missingCounts() throws {
        #expect(try problems([("A.II.1.i.a/jumlah_agen", "6")]) == ["countMissing baris 2"])
        #expect(try problems([("A.II.1.i.a/jumlah_agen", "6"), ("A.II.1.i.a/jumlah_perubahan", "")]) == ["countMissing baris 3"])
        do {
            _ = try assemble([("A.II.5.iii.a/lainnya", "6"), ("A.II.5.iii.a/sudah_lapor", "6")])
            Issue.record("missing counts were accepted")
        } catch let refusal as Refusal {
            #expect(refusal.findings[0].message.contains("kepala_satker, pejabat_wajib_lhkpn"))
        }
    }

    @Test("A missing count is reported at its place in the file, before what comes after it")
    func missingInOrder() throws {
        #expect(
            try problems([("A.II.1.i.a/jumlah_agen", "6"), ("A.II.1.i.a/jumlah_perubahan", ""), ("Z", "A")])
                == ["countMissing baris 3", "unknownItem baris 4"])
    }

    @Test("A wrong count is not also reported as missing")
    func wrongCount() throws {
        #expect(try problems([("A.II.1.i.a/jumlah_agen", "x"), ("A.II.1.i.a/jumlah_perubahan", "2")]) == ["notANumber baris 2"])
    }

    @Test("A long text is shortened in messages")
    func long() throws {
        do {
            _ = try assemble([("A.I.1.i.a", String(repeating: "Y", count: 5_000)), (String(repeating: "Z", count: 5_000), "A")])
            Issue.record("a long text was accepted")
        } catch let refusal as Refusal {
            #expect(refusal.findings.count == 2 && refusal.findings.allSatisfy { $0.message.count < 250 })
        }
    }

    @Test("Random entries are read or refused, never a crash")
    func randomEntries() throws {
        let instrument = try Shipped.instrument(Shipped.law2021)
        var random = SplitMix64(seed: 21)
        let texts = ["", "A", "ya", "3,5", "-1", "99999999", "/", "A/B", "\u{0}", "🙂", " "]
        for _ in 0..<200 {
            let entries = (0..<20).map { line in
                let question = instrument.questions.randomElement(using: &random)
                let suffix = ["", "/", "/jumlah_agen", "//", " "].randomElement(using: &random) ?? ""
                return SheetEntry(code: (question?.code.text ?? "") + suffix, text: texts.randomElement(using: &random) ?? "", location: "\(line)")
            }
            do throws(Refusal) {
                _ = try SheetAssembly.assemble(entries, for: instrument)
            } catch {
                #expect(error.findings.contains { $0.severity == .error })
            }
        }
    }
}
