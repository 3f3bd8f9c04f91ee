import ExactMath
import InstrumentFiles
import Rulebook
import Testing

@testable import Documents

@Suite("The ministry's form")
struct MinistryFormTests {
    private func expect(
        _ form: MinistryFormFixture, reads answers: ScoringSheet, _ place: SourceLocation = #_sourceLocation
    ) throws {
        let reading = try form.read()
        #expect(reading.format == .ministryForm, sourceLocation: place)
        #expect(reading.sheet.instrument.id == MinistryFormFixture.instrumentID, sourceLocation: place)
        #expect(reading.sheet.allAnswers == answers.allAnswers, sourceLocation: place)
        #expect(reading.findings.isEmpty, sourceLocation: place)
    }

    @Test("Answers are read as they were given", arguments: 1...10)
    func answers(seed: Int) throws {
        let instrument = try InstrumentLibrary().instrument(MinistryFormFixture.instrumentID)
        let full = try FormAnswers.complete(instrument, seed: UInt64(seed))
        try expect(MinistryFormFixture(full), reads: full)
        let half = try FormAnswers.half(instrument, seed: UInt64(seed), sparing: false)
        try expect(MinistryFormFixture(half), reads: half)
        let mixed = try AnswerCases.random(instrument, seed: UInt64(seed))
        try expect(MinistryFormFixture(mixed), reads: mixed)
    }

    @Test("An empty form is an empty sheet")
    func empty() throws {
        let instrument = try InstrumentLibrary().instrument(MinistryFormFixture.instrumentID)
        try expect(MinistryFormFixture(ScoringSheet(instrument)), reads: ScoringSheet(instrument))
    }

    @Test("Rows may have moved down", arguments: [1, 7, 40])
    func shifted(count: Int) throws {
        var form = try MinistryFormFixture.complete(seed: 3)
        form.shiftRows(by: count)
        #expect(form.name(.answer, "A.I.1.i.a") == "K\(8 + count)")
        try expect(form, reads: form.answers)
    }

    @Test("Rows may have been inserted inside areas, empty ones and notes")
    func inserted() throws {
        var form = try MinistryFormFixture.complete(seed: 4)
        for (count, code) in [(1, "A.I.1.ii.b"), (3, "A.I.6.v.c"), (2, "A.II.5.iii.a/lainnya"), (1, "B.I.b")] {
            form.insertRows(count, above: form.row(code))
        }
        form.insertRows(1, above: form.row("A.I.2.i.b"))
        form.overtype("G\(form.row("A.I.2.i.b") - 1)", .text("Catatan tim"))
        form.insertRows(1, above: form.row("A.I.4.ii.c"))
        form.overtype("F\(form.row("A.I.4.ii.c") - 1)", .text("Lihat lampiran 2"))
        try expect(form, reads: form.answers)
    }

    @Test("Columns may have moved to the right", arguments: [1, 3, 20])
    func columns(count: Int) throws {
        var form = try MinistryFormFixture.complete(seed: 5)
        form.moveColumns(by: count)
        try expect(form, reads: form.answers)
        let reading = try form.read()
        let cell = form.name(.answer, "A.I.1.i.a")
        #expect(reading.locations["A.I.1.i.a"] == form.place(cell))
    }

    @Test("The sheet may bear another name, and may be moved in every way at once")
    func renamed() throws {
        var form = try MinistryFormFixture.complete(seed: 6)
        form.sheetName = "Kantor A 2026"
        form.shiftRows(by: 2)
        form.moveColumns(by: 1)
        form.insertRows(2, above: form.row("A.I.5.iii.b"))
        try expect(form, reads: form.answers)
        form.sheetName = " lke zi "
        try expect(form, reads: form.answers)
    }

    @Test("Each answer's cell is remembered by its code")
    func locations() throws {
        let form = try MinistryFormFixture.complete(seed: 7)
        let locations = try form.read().locations
        #expect(locations["A.I.1.i.a"] == "LKE ZI!K8")
        #expect(locations["A.II.5.iii.b/sudah_lapor"] == "LKE ZI!K189")
        #expect(locations["B.II.a"] == "LKE ZI!K205")
        let expected = form.instrument.questions.reduce(0) { $0 + max($1.inputs.count, 1) }
        #expect(locations.count == expected)
    }

    @Test("Letters in lower case and stray blanks are read and noted at their cells")
    func tidied() throws {
        var form = try MinistryFormFixture(
            MinistryFormFixture.complete().answers.with(.choice(0), "A.I.1.i.a").with(.choice(1), "A.I.1.i.b"))
        form.overtype("K8", .text(" ya"))
        form.overtype("K9", .text("b\u{A0}"))
        let reading = try form.read()
        #expect(reading.sheet.allAnswers == form.answers.allAnswers)
        #expect(reading.findings.map(\.code) == [.answerTidied, .answerTidied])
        #expect(reading.findings.map(\.location) == ["LKE ZI!K8", "LKE ZI!K9"])
        #expect(reading.findings.allSatisfy { $0.severity == .info })
    }

    @Test("Numbers are read as typed, not as a binary machine stored them")
    func stored() throws {
        var form = try MinistryFormFixture.complete()
        form.overtype(form.name(.answer, "B.I.a"), .number("3.7800000000000002"))
        form.overtype(form.name(.answer, "B.II.a"), .number("3.4099999999999997"))
        form.overtype(form.name(.answer, "A.II.1.i.a/jumlah_agen"), .number("6.0"))
        form.overtype(form.name(.answer, "A.II.1.i.a/jumlah_perubahan"), .number("1.2E+1"))
        let sheet = try form.read().sheet
        let survey = try #require(sheet.instrument.question("B.I.a"))
        #expect(sheet.answerText(at: survey) == "3.78")
        #expect(try sheet.answer("B.II.a") == form.answers.with(.number(.init(decimal: "3,41")), "B.II.a").answer("B.II.a"))
        #expect(sheet.answer("A.II.1.i.a") == .counts([6, 12]))
        #expect(typedNumber("3.7800000000000002") == "3.78")
        #expect(typedNumber("0.1") == "0.1")
        #expect(typedNumber("12") == "12")
        #expect(typedNumber("bukan") == "bukan")
    }

    @Test("An error or a logical value in an answer cell is refused at that cell, all of them at once")
    func cellErrors() throws {
        var form = try MinistryFormFixture.complete()
        form.overtype("K9", .error("#N/A"))
        form.overtype("K12", .boolean(true))
        form.overtype(form.name(.answer, "B.I.a"), .error("#REF!"))
        let refusal = #expect(throws: Refusal.self) { try form.read() }
        #expect(refusal?.findings.map(\.code) == [.cellError, .cellError, .cellError])
        #expect(refusal?.findings.map(\.location) == ["LKE ZI!K9", "LKE ZI!K12", "LKE ZI!K202"])
        #expect(refusal?.findings.first?.message.contains("A.I.1.i.b") == true)
    }

    @Test("Wrong answers, missing rows and errors in cells are refused together, in the order of the form")
    func everythingAtOnce() throws {
        var form = try MinistryFormFixture.complete()
        form.overtype("K9", .error("#N/A"))
        form.overtype("K11", .text("A"))
        form.overtype("K12", .text("D"))
        form.overtype(form.name(.answer, "B.I.a"), .number("4.5"))
        form.overtype(form.name(.answer, "B.II.a"), .text("tinggi"))
        let refusal = #expect(throws: Refusal.self) { try form.read() }
        #expect(
            refusal?.findings.map { "\($0.code.rawValue) \($0.location)" } == [
                "ZI-1110 LKE ZI!K9", "ZI-1103 LKE ZI!K11", "ZI-1103 LKE ZI!K12", "ZI-1105 LKE ZI!K202",
                "ZI-1104 LKE ZI!K205",
            ])
    }

    @Test("A count that is missing, negative, broken or too large is refused at its cell")
    func counts() throws {
        var form = try MinistryFormFixture.complete()
        form["K129"] = nil
        form.overtype("K132", .number("-1"))
        form.overtype("K133", .number("2.5"))
        form.overtype("K156", .number("1E+9"))
        form.overtype("K161", .text("delapan"))
        let refusal = #expect(throws: Refusal.self) { try form.read() }
        let found = Set(refusal?.findings.map { "\($0.code.rawValue) \($0.location)" } ?? [])
        #expect(
            found.isSuperset(of: [
                "ZI-1106 LKE ZI!K132", "ZI-1106 LKE ZI!K133", "ZI-1108 LKE ZI!K156", "ZI-1104 LKE ZI!K161",
            ]))
        #expect(refusal?.findings.count == 5)
        #expect(refusal?.findings.contains { $0.code == .countMissing && $0.message.contains("jumlah_agen") } == true)
    }

    @Test("A form of another instrument than asked for is refused")
    func otherInstrument() throws {
        let bytes = try MinistryFormFixture.complete().bytes
        let refusal = #expect(throws: Refusal.self) {
            try SheetFile.read(bytes, from: InstrumentLibrary(), instrument: "permenpanrb-52-2014")
        }
        #expect(refusal?.findings.map(\.code) == [.unknownInstrument])
        #expect(throws: Never.self) {
            try SheetFile.read(bytes, from: InstrumentLibrary(), instrument: MinistryFormFixture.instrumentID)
        }
    }
}
