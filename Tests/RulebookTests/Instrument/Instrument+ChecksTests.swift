import ExactMath
import Rulebook
import Testing

/// Takes the parts of a shipped instrument, breaks one thing, and expects exactly that finding.
@Suite("Checks of an instrument")
struct InstrumentChecksTests {
    private func findings(_ id: InstrumentID = Shipped.law2021, breaking change: (inout Instrument.Parts) throws -> Void) throws -> [String] {
        var parts = try Shipped.instrument(id).parts
        try change(&parts)
        do throws(Refusal) {
            _ = try Instrument(parts)
            return []
        } catch {
            #expect(error.findings.allSatisfy { $0.severity == .error && !$0.message.isEmpty })
            return error.findings.map { "\($0.code) \($0.location)" }
        }
    }

    private func reweighed(_ node: Node, _ weight: Ratio) -> Node {
        Node(
            kind: node.kind, code: node.code, name: node.name, weight: weight, parent: node.parent,
            questions: node.questions, source: node.source)
    }

    private func remade(_ question: Question, code: ItemCode? = nil, kind: Question.Kind? = nil, effort: [Int]? = nil) -> Question {
        Question(
            code: code ?? question.code, text: question.text, guidance: question.guidance, kind: kind ?? question.kind,
            respondent: question.respondent, effort: effort ?? question.effort)
    }

    @Test("An unbroken instrument passes", arguments: Shipped.ids)
    func sound(id: InstrumentID) throws {
        #expect(try findings(id) { _ in } == [])
    }

    @Test(
        "A weight that is off by a thousandth is found where it is added up",
        arguments: [
            ("A", ["A", "permenpanrb-90-2021"]), ("B", ["B", "permenpanrb-90-2021"]), ("A.I", ["A", "A.I"]),
            ("A.II.5", ["A.II", "A.II.5"]), ("B.I", ["B", "B.I"]), ("A.I.3.iv", ["A.I.3"]), ("B.I.b", ["B.I"]),
        ] as [(ItemCode, [String])])
    func weights(code: ItemCode, places: [String]) throws {
        for change in ["0.001", "-0.001"] {
            let found = try findings { parts in
                let position = try #require(parts.nodes.firstIndex { $0.code == code })
                parts.nodes[position] = reweighed(parts.nodes[position], try parts.nodes[position].weight + .of(change))
            }
            #expect(Set(found) == Set(places.map { "weightsDoNotAddUp \($0)" }), "\(code) \(change)")
        }
    }

    @Test("A weight of zero or less is refused even where the sum is right", arguments: ["0", "-1"])
    func noWeight(weight: String) throws {
        let found = try findings { parts in
            let first = try #require(parts.nodes.firstIndex { $0.code == "B.I.a" })
            let second = try #require(parts.nodes.firstIndex { $0.code == "B.I.b" })
            parts.nodes[first] = reweighed(parts.nodes[first], .of(weight))
            parts.nodes[second] = reweighed(parts.nodes[second], try .of("22.5") - .of(weight))
        }
        #expect(found == ["figureOutOfRange B.I.a"])
    }

    @Test("Codes are given once each")
    func codes() throws {
        #expect(
            try findings { $0.questions[1] = remade($0.questions[1], code: $0.questions[0].code) }
                == ["codeNotUnique A.I.1.i.a"])
        let found = try findings { parts in
            let node = parts.nodes[3]
            parts.nodes[3] = Node(
                kind: node.kind, code: "A.I", name: node.name, weight: node.weight, parent: node.parent,
                questions: node.questions, source: node.source)
        }
        #expect(found == ["codeNotUnique A.I"])
    }

    @Test("A weight without a source is found at its node")
    func source() throws {
        let found = try findings { $0.sources["tabel-4"] = nil }
        #expect(
            Set(found) == ["sourceMissing B", "sourceMissing B.I", "sourceMissing B.I.a", "sourceMissing B.I.b", "sourceMissing B.II", "sourceMissing B.II.a"])
    }

    @Test(
        "A scale falls from 1 to 0 with two to eight letters",
        arguments: [
            ["1", "0.5", "0.5", "0"], ["1", "0.4", "0.5", "0"], ["0.9", "0.5", "0"], ["1", "0.5", "0.1"], ["1"], ["0", "1"],
            ["1", "0.9", "0.8", "0.7", "0.6", "0.5", "0.4", "0.3", "0"],
        ])
    func scale(values: [String]) throws {
        let scale = Scale(name: "rusak", label: "?", choices: values.enumerated().map { .init(letter: "L\($0)", value: .of($1)) })
        let found = try findings { $0.questions[0] = remade($0.questions[0], kind: .choice(scale, statements: values)) }
        #expect(found == ["figureOutOfRange A.I.1.i.a"])
    }

    @Test("Every letter has one statement")
    func statements() throws {
        let found = try findings { parts in
            guard case .choice(let scale, let statements) = parts.questions[0].kind else { return }
            parts.questions[0] = remade(parts.questions[0], kind: .choice(scale, statements: Array(statements.dropLast())))
        }
        #expect(found == ["figureOutOfRange A.I.1.i.a"])
    }

    @Test("Effort is one or more whole numbers from 1 to 100", arguments: [[], [0], [101], [1, -1], [5, 0, 5]] as [[Int]])
    func effort(effort: [Int]) throws {
        #expect(try findings { $0.questions[2] = remade($0.questions[2], effort: effort) } == ["figureOutOfRange A.I.1.ii.a"])
        #expect(try findings { $0.questions[2] = remade($0.questions[2], effort: [1, 100]) } == [])
    }

    @Test("A ratio has something to divide and something to divide by")
    func ratio() throws {
        let inputs = Small.done().inputs
        for (plus, divisors) in [([], [0]), ([1], [])] as [([Int], [Int])] {
            let rule = RatioRule(inputs: inputs, plus: plus, minus: [], divisors: divisors, emptyDivisor: .unanswered, lever: nil)
            #expect(try findings { $0.questions[0] = remade($0.questions[0], kind: .ratio(rule)) } == ["figureOutOfRange A.I.1.i.a"])
        }
    }

    @Test("What an empty divisor is worth lies between 0 and 1", arguments: ["-0.1", "1.1", "99999999999999999999999999"])
    func emptyDivisor(value: String) throws {
        for empty in [RatioRule.EmptyDivisor.value(whenDividendZero: .of(value), otherwise: .one), .value(whenDividendZero: .one, otherwise: .of(value))] {
            let found = try findings { $0.questions[0] = remade($0.questions[0], kind: .ratio(Small.done(empty: empty))) }
            #expect(found == ["figureOutOfRange A.I.1.i.a"])
        }
    }

    @Test("A number's maximum is more than zero", arguments: ["0", "-4"])
    func maximum(maximum: String) throws {
        #expect(
            try findings { $0.questions[0] = remade($0.questions[0], kind: .number(maximum: .of(maximum), unit: .index)) }
                == ["figureOutOfRange A.I.1.i.a"])
    }

    @Test("A condition measures nodes that are there", arguments: [[], [9_999], [-1], [0, 9_999]] as [[Int]])
    func measure(nodes: [Int]) throws {
        let found = try findings { $0.conditions[.wbbm]?[0] = Small.condition("total", nodes, Ratio(85)) }
        #expect(found == ["measureMissing WBBM total"])
    }

    @Test("A condition counts no node twice, neither by itself nor within another")
    func countedTwice() throws {
        let inside = try #require(try Shipped.instrument(Shipped.law2021).node("A.I"))
        for nodes in [[0, 0], [0, inside]] {
            let found = try findings { $0.conditions[.wbk]?[0] = Small.condition("total", nodes, Ratio(75)) }
            #expect(found.count == 1 && found.first?.hasSuffix("WBK total") == true, "\(nodes): \(found)")
        }
    }

    @Test("A designation has conditions")
    func noConditions() throws {
        #expect(try findings { $0.conditions[.wbk] = [] } == ["measureMissing WBK"])
        #expect(try findings { $0.conditions[.wbbm] = nil } == ["measureMissing WBBM"])
    }

    @Test("A prerequisite looks at a fact that is there, and conditions name their clause")
    func prerequisite() throws {
        #expect(try findings { $0.facts.removeAll { $0.id == "spip" } } == ["measureMissing WBK spip", "measureMissing WBBM spip"])
        let bare = Condition(
            id: "total", name: "Nilai total", measure: .nodes([0]), minimum: Ratio(40), unit: .points, basis: "", clause: "", level: 0)
        #expect(try findings { $0.conditions[.wbk]?[0] = bare } == ["sourceMissing WBK total"])
    }

    @Test("An indicator without questions is refused")
    func emptyIndicator() throws {
        var parts = Small.plain([Small.choice("A.1.a")])
        parts.nodes[1] = Small.node(.indicator, "A.1", Ratio(100), above: 0, 0..<0)
        #expect(throws: Refusal.self) { try Instrument(parts) }
    }

    @Test("All problems are reported at once")
    func together() throws {
        let found = try findings { parts in
            parts.questions[1] = remade(parts.questions[1], code: parts.questions[0].code)
            parts.nodes[0] = reweighed(parts.nodes[0], Ratio(61))
            parts.questions[2] = remade(parts.questions[2], effort: [])
            parts.conditions[.wbk] = []
        }
        #expect(found.count == 5, "\(found)")
    }
}
