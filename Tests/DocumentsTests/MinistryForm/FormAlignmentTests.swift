import InstrumentFiles
import Rulebook
import Testing

@testable import Documents

@Suite("Finding the rows of the form")
struct FormAlignmentTests {
    private func rows(of form: MinistryFormFixture) throws -> [Int?] {
        let columns = try #require(FormColumns(in: form.worksheet, headings: form.layout.headings))
        return FormAlignment(form.layout, in: form.worksheet, columns: columns).rowNumbers
    }

    /// What is read from the form, without the way over a file, which takes long for a hundred of them.
    private func entries(of fixture: MinistryFormFixture) throws -> [SheetEntry] {
        let form = try #require(MinistryForm(fixture.layout, in: fixture.worksheet))
        return form.entries(for: fixture.instrument)
    }

    @Test("Every row is found, whatever is answered")
    func untouched() throws {
        let form = try MinistryFormFixture.complete()
        #expect(try rows(of: form) == form.rowNumbers)
        #expect(form.row("A.I.1.i.a") == 8)
        #expect(form.row("A", .total) == 198)
        #expect(form.grandTotal.description == "L208")
    }

    @Test("Rows inserted anywhere do not mislead it", arguments: 1...8)
    func inserted(seed: Int) throws {
        var form = try MinistryFormFixture.complete()
        var generator = SmallGenerator(state: UInt64(seed))
        for _ in 0..<12 {
            form.insertRows(Int.random(in: 1...4, using: &generator), above: Int.random(in: 3...208, using: &generator))
        }
        #expect(try rows(of: form) == form.rowNumbers)
    }

    @Test("A row with a spoiled label, answer type or weight is known by its neighbours")
    func spoiled() throws {
        var form = try MinistryFormFixture.complete()
        form.overtype("F9", .text("xx"))
        form.overtype("J12", .text("Y/T"))
        form["J16"] = nil
        form.overtype("H28", .text("dua"))
        form.overtype("F43", .text("(b)"))
        form["F43"]?.value = .text("(b)")
        #expect(try rows(of: form) == form.rowNumbers)
    }

    @Test("A deleted question is refused by name, and no other answer takes its place")
    func deleted() throws {
        let form = try MinistryFormFixture.complete(seed: 2)
        for (position, row) in form.layout.rows.enumerated() {
            guard row.kind == .question || row.kind == .leaf else { continue }
            let isRatio = form.instrument.question(ItemCode(row.code)).map { !form.instrument.questions[$0].inputs.isEmpty }
            guard isRatio == false else { continue }
            var damaged = form
            damaged.deleteRow(form.rowNumbers[position])
            let found = try entries(of: damaged).compactMap(\.problem).map { "\($0.code.rawValue) \($0.location)" }
            #expect(found == ["ZI-1111 LKE ZI \(row.code)"])
        }
    }

    @Test("A deleted count is refused and its question named")
    func deletedCount() throws {
        let form = try MinistryFormFixture.complete(seed: 2)
        for (position, row) in form.layout.rows.enumerated() where row.kind == .input {
            var damaged = form
            damaged.deleteRow(form.rowNumbers[position])
            let problems = try entries(of: damaged).compactMap(\.problem)
            let question = row.code.prefix { $0 != "/" }
            #expect(problems.map(\.code) == [.rowMissing], "\(row.code)")
            #expect(problems.first?.location.hasPrefix("LKE ZI \(question)/") == true, "\(row.code)")
        }
    }

    @Test("A deleted heading, subtotal or total does not stop the answers from being read")
    func deletedHeadings() throws {
        let form = try MinistryFormFixture.complete(seed: 2)
        for code in ["A.I.1.ii", "A.I.3", "A.II"] {
            var damaged = form
            damaged.deleteRow(form.row(code))
            #expect(try damaged.read().sheet.allAnswers == form.answers.allAnswers, "\(code)")
        }
        var damaged = form
        damaged.deleteRow(form.row("A.II.5.iii.a", .subtotal))
        #expect(try damaged.read().sheet.allAnswers == form.answers.allAnswers)
        damaged = form
        damaged.deleteRow(form.row("", .grand))
        let reading = try damaged.read()
        #expect(reading.sheet.allAnswers == form.answers.allAnswers)
        #expect(reading.diagnosis?.displayed == nil)
    }

    @Test("A sheet that has only the headings misses every row")
    func headingsOnly() throws {
        var form = try MinistryFormFixture.complete()
        form.cells = form.cells.filter { $0.key.row <= MinistryFormFixture.headerRow }
        #expect(try rows(of: form).allSatisfy { $0 == nil })
        let refusal = #expect(throws: Refusal.self) { try form.read() }
        #expect(refusal?.findings.allSatisfy { $0.code == .rowMissing } == true)
        let counts = form.instrument.questions.reduce(0) { $0 + max($1.inputs.count, 1) }
        #expect(refusal?.findings.count == counts)
    }
}
