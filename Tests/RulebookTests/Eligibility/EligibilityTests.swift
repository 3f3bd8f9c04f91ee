import ExactMath
import Rulebook
import Testing

@Suite("Eligibility")
struct EligibilityTests {
    private static let minimums: [InstrumentID: [Designation: [FactID: String]]] = [
        Shipped.law2021: [
            .wbk: [
                "opini-bpk": "WTP", "sakip": "B", "indeks-rb": "B", "jenis-instansi": "Ya", "spip": "3", "layanan-inti": "Ya", "dampak": "Ya",
                "tlhp": "100", "lhkan": "100", "masa-pembangunan": "1", "sakip-unit": "B",
            ],
            .wbbm: [
                "opini-bpk": "WTP", "sakip": "BB", "indeks-rb": "BB", "jenis-instansi": "Ya", "spip": "3", "layanan-inti": "Ya", "dampak": "Ya",
                "tlhp": "100", "lhkan": "100", "masa-pembangunan": "1", "sakip-unit": "BB", "predikat-wbk": "Ya",
            ],
        ],
        Shipped.law2014: [
            .wbk: ["opini-bpk": "WTP", "akip": "CC", "eselon": "Ya", "layanan-strategis": "Ya", "reformasi": "Ya", "sumber-daya": "Ya"],
            .wbbm: ["tahun-wtp": "2", "akip": "CC", "predikat-wbk": "Ya"],
        ],
    ]

    private func facts(_ id: InstrumentID, _ designation: Designation) throws -> [FactID: FactValue] {
        let texts = try #require(Self.minimums[id]?[designation])
        var facts: [FactID: FactValue] = [:]
        for fact in try Shipped.instrument(id).parts.facts {
            if let text = texts[fact.id] { facts[fact.id] = try fact.read(text) }
        }
        #expect(facts.count == texts.count)
        return facts
    }

    @Test("Facts exactly at their minimums are enough", arguments: Shipped.ids, Designation.allCases)
    func atMinimum(id: InstrumentID, designation: Designation) throws {
        let instrument = try Shipped.instrument(id)
        let verdict = Eligibility.judge(try facts(id, designation), against: instrument, for: designation)
        #expect(verdict.met)
        #expect(verdict.outcomes.map(\.condition.id) == instrument.prerequisites(for: designation).map(\.id))
        #expect(verdict.outcomes.allSatisfy { $0.gap == .zero })
    }

    @Test("Nothing known meets nothing", arguments: Shipped.ids, Designation.allCases)
    func nothing(id: InstrumentID, designation: Designation) throws {
        let instrument = try Shipped.instrument(id)
        let verdict = Eligibility.judge([:], against: instrument, for: designation)
        #expect(verdict.unmet.count == instrument.prerequisites(for: designation).count)
        #expect(verdict.outcomes.allSatisfy { $0.measured == nil })
    }

    @Test("Each fact missing, or one grade or step below, fails its own prerequisite only", arguments: Shipped.ids, Designation.allCases)
    func oneBelow(id: InstrumentID, designation: Designation) throws {
        let instrument = try Shipped.instrument(id)
        let enough = try facts(id, designation)
        for condition in instrument.prerequisites(for: designation) {
            guard case .fact(let fact) = condition.measure else { continue }
            var worse = enough
            worse[fact] = nil
            #expect(Eligibility.judge(worse, against: instrument, for: designation).unmet.map(\.condition.id) == [condition.id])
            switch enough[fact] {
            case .grade(let position): worse[fact] = .grade(position - 1)
            case .number(let number): worse[fact] = .number(try number - .of("0.01"))
            default: worse[fact] = .yesNo(false)
            }
            let verdict = Eligibility.judge(worse, against: instrument, for: designation)
            #expect(verdict.unmet.map(\.condition.id) == [condition.id])
            #expect(try #require(verdict.unmet.first?.gap) < .zero)
        }
    }

    @Test("More than enough is enough")
    func above() throws {
        var facts = try facts(Shipped.law2021, .wbk)
        facts["sakip"] = .grade(6)
        facts["spip"] = .number(Ratio(5))
        #expect(Eligibility.judge(facts, against: try Shipped.instrument(Shipped.law2021), for: .wbk).met)
    }

    @Test(
        "The reform index asks one grade more of a ministry than of a region",
        arguments: [
            (Designation.wbk, "Ya", "B", true), (.wbk, "Ya", "CC", false), (.wbk, "Tidak", "CC", true), (.wbk, "Tidak", "C", false),
            (.wbbm, "Ya", "BB", true), (.wbbm, "Ya", "B", false), (.wbbm, "Tidak", "B", true), (.wbbm, "Tidak", "CC", false),
        ])
    func exception(designation: Designation, ministry: String, grade: String, met: Bool) throws {
        let instrument = try Shipped.instrument(Shipped.law2021)
        var facts = try facts(Shipped.law2021, designation)
        for fact in instrument.parts.facts {
            if fact.id == "jenis-instansi" { facts[fact.id] = try fact.read(ministry) }
            if fact.id == "indeks-rb" { facts[fact.id] = try fact.read(grade) }
        }
        let outcome = try Eligibility.judge(facts, against: instrument, for: designation).outcome("indeks-rb")
        #expect(outcome.met == met)
        let lowest = designation == .wbk ? 2 : 3
        #expect(outcome.minimum == Ratio(ministry == "Ya" ? lowest + 1 : lowest))
    }

    @Test("While the kind of agency is not known, even the best index is not enough")
    func exceptionUnknown() throws {
        var facts = try facts(Shipped.law2021, .wbk)
        facts["jenis-instansi"] = nil
        facts["indeks-rb"] = .grade(6)
        let verdict = Eligibility.judge(facts, against: try Shipped.instrument(Shipped.law2021), for: .wbk)
        #expect(verdict.unmet.map(\.condition.id) == ["indeks-rb"])
    }
}
