import Documents
import InstrumentFiles
import Rulebook
import Testing

@Suite("Tata letak buku kerja Zona") struct TemplateLayoutTests {
    @Test("Every node, question and count has one row, in the order of the sheet", arguments: InstrumentLibrary.shipped)
    func everythingHasARow(id: InstrumentID) throws {
        let instrument = try InstrumentLibrary().instrument(id)
        let layout = TemplateLayout(instrument)
        var expected: Set<TemplateLayout.Content> = [.header, .total]
        for node in instrument.nodes.indices { expected.insert(.node(node)) }
        for (position, question) in instrument.questions.enumerated() {
            expected.insert(.question(position))
            for input in question.inputs.indices { expected.insert(.input(question: position, input: input)) }
        }
        #expect(Set(layout.rows.map(\.content)) == expected)
        #expect(layout.rows.count == expected.count)
        #expect(layout.rows.map(\.number) == Array(1...layout.rows.count))
        let questions = layout.rows.compactMap { row in
            if case .question(let position) = row.content { position } else { nil }
        }
        #expect(questions == Array(instrument.questions.indices))
    }

    @Test("Answer rows are keyed by the codes that entries have", arguments: InstrumentLibrary.shipped)
    func keys(id: InstrumentID) throws {
        let instrument = try InstrumentLibrary().instrument(id)
        let layout = TemplateLayout(instrument)
        let expected = instrument.questions.flatMap { question in
            question.inputs.isEmpty ? [question.code.text] : question.inputs.map { "\(question.code)/\($0.id)" }
        }
        #expect(layout.answerRows.map(\.key) == expected)
        let result = try SheetAssembly.assemble(
            layout.answerRows.map { SheetEntry(code: $0.key, text: "", location: $0.cell(.answer)) }, for: instrument)
        #expect(result.sheet.unanswered.count == instrument.questions.count)
    }

    @Test("A question's row and its counts are found by its position", arguments: InstrumentLibrary.shipped)
    func finding(id: InstrumentID) throws {
        let instrument = try InstrumentLibrary().instrument(id)
        let layout = TemplateLayout(instrument)
        for position in instrument.questions.indices {
            #expect(layout.row(ofQuestion: position).content == .question(position))
            #expect(
                layout.inputRows(ofQuestion: position).map(\.content)
                    == instrument.questions[position].inputs.indices.map { .input(question: position, input: $0) })
        }
        for position in instrument.nodes.indices { #expect(layout.row(ofNode: position).content == .node(position)) }
    }

    @Test("Every condition of both designations has its row", arguments: InstrumentLibrary.shipped)
    func conditions(id: InstrumentID) throws {
        let instrument = try InstrumentLibrary().instrument(id)
        let layout = TemplateLayout(instrument)
        for designation in Designation.allCases {
            let rows = layout.conditionRows.filter { $0.designation == designation }
            #expect(rows.map { layout.condition(of: $0).id } == instrument.conditions(for: designation).map(\.id))
        }
        #expect(Set(layout.conditionRows.map(\.number)).count == layout.conditionRows.count)
    }

    @Test("Columns are named A to H")
    func columns() {
        #expect(TemplateLayout.Column.allCases.map(\.letter) == ["A", "B", "C", "D", "E", "F", "G", "H"])
        #expect(TemplateLayout.Column.answer.letter == "E")
    }
}
