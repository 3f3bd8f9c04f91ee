import InstrumentFiles
import Rulebook
import Testing

@testable import Documents

@Suite("The form's rows as data")
struct FormLayoutTests {
    @Test("Every row belongs to its instrument, and every question and count has its row once")
    func complete() throws {
        let layout = try FormLayout.shipped()
        let instrument = try InstrumentLibrary().instrument(InstrumentID(layout.instrument))
        var answers: [String] = []
        for row in layout.rows {
            let code = ItemCode(String(row.code.prefix { $0 != "/" }))
            switch row.kind {
            case .node, .total: #expect(instrument.node(code) != nil, "\(row.code)")
            case .leaf:
                #expect(instrument.node(code) != nil && instrument.question(code) != nil, "\(row.code)")
                answers.append(row.code)
            case .question, .subtotal, .part, .input: #expect(instrument.question(code) != nil, "\(row.code)")
            case .grand: #expect(row.code.isEmpty)
            }
            if row.kind == .input { answers.append(row.code) }
            if row.kind == .question, let position = instrument.question(code), instrument.questions[position].inputs.isEmpty {
                answers.append(row.code)
            }
        }
        let expected = instrument.questions.flatMap { question in
            question.inputs.isEmpty ? [question.code.text] : question.inputs.map { "\(question.code)/\($0.id)" }
        }
        #expect(Set(answers) == Set(expected))
        #expect(answers.count == expected.count)
    }

    @Test("Answer types are those of the questions")
    func types() throws {
        let layout = try FormLayout.shipped()
        let instrument = try InstrumentLibrary().instrument(InstrumentID(layout.instrument))
        for row in layout.rows where row.kind == .question || row.kind == .leaf {
            let position = try #require(instrument.question(ItemCode(row.code)))
            if case .number = instrument.questions[position].kind {
                #expect(row.type == "Nilai (0-4)")
            } else {
                #expect(row.type == instrument.questions[position].answerLabel, "\(row.code)")
            }
        }
    }

    @Test("A data file that does not exist is refused")
    func missing() {
        let refusal = #expect(throws: Refusal.self) {
            let _: FormLayout = try embeddedJSON("forms/tidak-ada.json")
        }
        #expect(refusal?.findings.map(\.code) == [.instrumentMalformed])
    }
}
