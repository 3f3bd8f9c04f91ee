import ExactMath
import InstrumentFiles
import Rulebook
import Testing

/// The figures of the shipped instruments, spelled out a second time.
@Suite("Shipped instruments")
struct ShippedInstrumentsTests {
    private func instrument(_ id: InstrumentID) throws -> Instrument { try InstrumentLibrary().instrument(id) }

    @Test("90/2021 has 113 questions, 52/2014 has 84", arguments: [(Files.law2021, 113, 8), (Files.law2014, 84, 0)])
    func questions(id: InstrumentID, count: Int, ratios: Int) throws {
        let questions = try instrument(id).questions
        #expect(questions.count == count)
        #expect(questions.filter { !$0.inputs.isEmpty }.count == ratios)
        #expect(questions.filter { $0.respondent == .outsider }.count == (id == Files.law2021 ? 2 : 3))
    }

    @Test(
        "Components, blocks and areas weigh what the regulation says",
        arguments: [
            (
                Files.law2021,
                [
                    "A": "60", "A.I": "30", "A.II": "30", "A.I.1": "4", "A.I.2": "3.5", "A.I.3": "5", "A.I.4": "5", "A.I.5": "7.5", "A.I.6": "5",
                    "A.II.1": "4", "A.II.2": "3.5", "A.II.3": "5", "A.II.4": "5", "A.II.5": "7.5", "A.II.6": "5", "B": "40", "B.I": "22.5",
                    "B.I.a": "17.5", "B.I.b": "5", "B.II": "17.5",
                ]
            ),
            (
                Files.law2014,
                [
                    "A": "60", "A.I": "5", "A.II": "5", "A.III": "15", "A.IV": "10", "A.V": "15", "A.VI": "10", "B": "40", "B.I": "20", "B.I.1": "15",
                    "B.I.2": "5", "B.II": "20",
                ]
            ),
        ])
    func weights(id: InstrumentID, weights: [String: String]) throws {
        let instrument = try instrument(id)
        for (code, weight) in weights {
            let node = try #require(instrument.node(ItemCode(code)))
            #expect(instrument.nodes[node].weight == Files.decimal(weight), "\(code)")
        }
        #expect(instrument.nodes.filter { $0.kind != .indicator }.count == weights.keys.filter { !["B.I.a", "B.I.b", "B.I.1", "B.I.2"].contains($0) }.count)
    }

    @Test(
        "The minimums are those of the regulation, in its order",
        arguments: [
            (
                Files.law2021, Designation.wbk,
                [
                    ("total", "75"), ("pengungkit", "40"), ("area-1", "4.8"), ("area-2", "4.2"), ("area-3", "6"), ("area-4", "6"), ("area-5", "9"),
                    ("area-6", "6"), ("bersih", "18.25"), ("ipak", "15.75"), ("kinerja", "2.5"), ("pelayanan", "14"),
                ]
            ),
            (
                Files.law2021, .wbbm,
                [
                    ("total", "85"), ("pengungkit", "48"), ("area-1", "6"), ("area-2", "5.25"), ("area-3", "7.5"), ("area-4", "7.5"), ("area-5", "11.25"),
                    ("area-6", "7.5"), ("bersih", "19.5"), ("ipak", "15.75"), ("kinerja", "3.75"), ("pelayanan", "15.75"),
                ]
            ),
            (Files.law2014, .wbk, [("total", "75"), ("bersih", "18"), ("persepsi-korupsi", "13.5"), ("tlhp", "3.5")]),
            (Files.law2014, .wbbm, [("total", "85"), ("bersih", "18"), ("persepsi-korupsi", "13.5"), ("tlhp", "3.5"), ("pelayanan", "16")]),
        ] as [(InstrumentID, Designation, [(String, String)])])
    func minimums(id: InstrumentID, designation: Designation, minimums: [(String, String)]) throws {
        let conditions = try instrument(id).conditions(for: designation)
        #expect(conditions.map(\.id.text) == minimums.map(\.0))
        #expect(conditions.map(\.minimum) == minimums.map { Files.decimal($0.1) })
        #expect(conditions.allSatisfy { $0.unit == .points && $0.clause.contains(id == Files.law2021 ? "90/2021" : "52/2014") })
    }

    @Test("Area minimums say what they are a percentage of")
    func basis() throws {
        let conditions = try instrument(Files.law2021).conditions(for: .wbk)
        #expect(conditions.first { $0.id == "area-1" }?.basis == "60% dari bobot 8")
        #expect(conditions.first { $0.id == "area-5" }?.basis == "60% dari bobot 15")
        #expect(conditions.first { $0.id == "total" }?.basis == "")
    }

    @Test("Every question asks something, says what evidence is good, and what each letter means", arguments: InstrumentLibrary.shipped)
    func texts(id: InstrumentID) throws {
        for question in try instrument(id).questions {
            #expect(question.text.hasSuffix("?") && question.text.count > 15, "\(question.code)")
            #expect(question.guidance.hasSuffix(".") && question.guidance.count > 15, "\(question.code)")
            #expect(question.text == question.text.trimmed && question.guidance == question.guidance.trimmed)
            if case .choice(_, let statements) = question.kind {
                #expect(statements.allSatisfy { !$0.trimmed.isEmpty }, "\(question.code)")
                #expect(Set(statements).count == statements.count, "\(question.code)")
            }
            #expect(question.inputs.allSatisfy { !$0.label.trimmed.isEmpty })
        }
    }

    @Test("No two questions of a sheet are worded alike", arguments: InstrumentLibrary.shipped)
    func distinct(id: InstrumentID) throws {
        let texts = try instrument(id).questions.map(\.text)
        #expect(Set(texts).count == texts.count)
    }

    @Test("Six areas of change cover all that the enablers hold", arguments: InstrumentLibrary.shipped)
    func changeAreas(id: InstrumentID) throws {
        let instrument = try instrument(id)
        #expect(instrument.parts.changeAreas.map(\.number) == Array(1...6))
        let weights = try instrument.parts.changeAreas.map { try Ratio.sum($0.nodes.map { instrument.nodes[$0].weight }) }
        #expect(weights == (id == Files.law2021 ? [8, 7, 10, 10, 15, 10] : [5, 5, 15, 10, 15, 10]).map { Ratio($0) })
    }

    @Test("Policies and signatures are data", arguments: InstrumentLibrary.shipped)
    func policies(id: InstrumentID) throws {
        let policies = try instrument(id).policies
        #expect(policies.areaMinimum == .combined && policies.decimals == 2 && policies.thinMargin == Files.decimal("0.025"))
        #expect(policies.awardedBy[.wbbm] == "Menteri")
        #expect(policies.awardedBy[.wbk] == (id == Files.law2021 ? "Menteri" : "pimpinan instansi, atas rekomendasi Menteri"))
    }
}

extension String {
    fileprivate var trimmed: String { AnswerText.trim(self) }
}
