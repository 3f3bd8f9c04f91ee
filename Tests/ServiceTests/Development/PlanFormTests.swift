import InstrumentFiles
import Rulebook
import Testing

@testable import Service

@Suite("What is typed about plans and reviews") struct PlanFormTests {
    private let instrument: Instrument
    private let today = Day("2026-11-24") ?? .first

    init() throws { instrument = try InstrumentLibrary().instrument("permenpanrb-90-2021") }

    private func fields(_ given: [String: String], over usual: [String: String]) throws -> FormFields {
        try FormFields(typed: usual.merging(given) { $1 }.map { ($0.key, $0.value) })
    }

    private func places(_ body: () throws -> Void) -> [String] {
        do {
            try body()
            return []
        } catch let refusal as Refusal { return refusal.findings.map(\.location) } catch { return ["?"] }
    }

    private func action(_ given: [String: String], needsReason: Bool = false) -> [String] {
        places {
            let usual = [
                "area": "1", "butir": "A.I.1.i.a", "target": "SK tim", "penanggung": "budi", "mulai": "2026-11-01", "tenggat": "2026-11-30",
            ]
            _ = try PlanActionForm(fields: fields(given, over: usual)).parse(for: instrument, needsReason: needsReason)
        }
    }

    @Test("Each problem of an action stands at its field, all at once")
    func actions() {
        #expect(action([:]).isEmpty)
        #expect(action(["tenggat": "2026-11-01"]).isEmpty && action(["tenggat": "2026-10-31"]) == ["tenggat"])
        #expect(action(["area": "7"]) == ["area"] && action(["area": "-1"]) == ["area"] && action(["area": "2"]) == ["butir"])
        #expect(action(["butir": "A.I.1"]) == ["butir"] && action(["butir": "'; DROP TABLE"]) == ["butir"])
        #expect(action(["target": "ab"]) == ["target"] && action(["target": "a\u{202E}bc"]) == ["target"] && action(["target": "a\u{0007}bc"]) == ["target"])
        #expect(action(["target": String(repeating: "é", count: 1_000)]).isEmpty && action(["target": String(repeating: "é", count: 1_001)]) == ["target"])
        #expect(action(["mulai": "2026-02-30"]) == ["mulai"] && action(["mulai": "", "tenggat": "kemarin"]) == ["mulai", "tenggat"])
        #expect(action([:], needsReason: true) == ["alasan"] && action(["alasan": "Diminta TPI"], needsReason: true).isEmpty)
        #expect(action(["target": "", "penanggung": "", "tenggat": "x"]) == ["target", "penanggung", "tenggat"])
    }

    @Test("Lines of a target stay, blanks within them are tidied")
    func target() throws {
        let usual = ["area": "1", "butir": "A.I.1.i", "target": " satu   dua \r\n tiga ", "penanggung": "b", "mulai": "2026-11-01", "tenggat": "2026-11-01"]
        let parsed = try PlanActionForm(fields: fields([:], over: usual)).parse(for: instrument)
        #expect(parsed.content.target == "satu dua\ntiga" && parsed.version == 0 && parsed.content.items == ["A.I.1.i"])
    }

    @Test("Progress is digits only, from 0 to 100")
    func progress() {
        func percent(_ text: String) -> [String] {
            places { _ = try ProgressForm(fields: fields(["kemajuan": text], over: [:])).parse() }
        }
        for text in ["0", "1", "99", "100", " 40 ", "007"] { #expect(percent(text).isEmpty, "\(text)") }
        for text in ["", "-1", "101", "1000", "+5", "4.5", "4,5", "٤٠", "40%", "999999999999999999999"] { #expect(percent(text) == ["kemajuan"], "\(text)") }
    }

    @Test("A review lies between the appointment and today; rows without text are none")
    func review() throws {
        let appointed = try #require(Day("2026-03-03"))
        let usual = ["periode": "1", "hari": "2026-06-01", "ringkasan": "Sesuai rencana."]
        func problems(_ given: [String: String]) -> [String] {
            places { _ = try ReviewForm(fields: fields(given, over: usual)).parse(appointed: appointed, today: today) }
        }
        #expect(problems([:]).isEmpty)
        #expect(problems(["hari": "2026-03-03"]).isEmpty && problems(["hari": "2026-03-02"]) == ["hari"])
        #expect(problems(["hari": "2026-11-24"]).isEmpty && problems(["hari": "2026-11-25"]) == ["hari"])
        #expect(problems(["periode": "satu"]) == ["periode"] && problems(["ringkasan": "pendek"]) == ["ringkasan"])
        #expect(problems(["temuan-2": "Ada"]).sorted() == ["orang-2", "tenggat-2", "tindak-2"])
        let row = ["temuan-6": "Ada temuan", "tindak-6": "Perbaiki", "orang-6": "budi"]
        #expect(problems(row.merging(["tenggat-6": "2026-06-01"]) { $1 }).isEmpty)
        #expect(problems(row.merging(["tenggat-6": "2026-05-31"]) { $1 }) == ["tenggat-6"])
        #expect(problems(["temuan-7": "di luar"]).isEmpty, "there is no seventh row")
    }

    @Test("Ticked proposals are read back, and nothing that was slipped in between")
    func drafts() throws {
        let usual = [
            "usul": "1", "butir-1": "A.I.1.i.a", "target-1": "Naikkan", "sebab-1": "x", "butir-2": "A.I.2.i.a", "target-2": "",
            "penanggung": "budi", "mulai": "2026-11-01", "tenggat": "2026-11-30",
        ]
        let contents = try PlanDraftForm(fields: fields([:], over: usual)).parse(for: instrument)
        #expect(contents.map(\.items) == [["A.I.1.i.a"]] && contents.map(\.area) == [.change(1)])
        func problems(_ given: [String: String]) -> [String] {
            places { _ = try PlanDraftForm(fields: fields(given, over: usual)).parse(for: instrument) }
        }
        #expect(problems(["usul": "9"]) == ["usul"] && problems(["usul": "2"]) == ["target-2"])
        #expect(problems(["butir-1": "A.I.1.i.a A.I.2.i.a"]) == ["target-1"] && problems(["butir-1": "<script>"]) == ["target-1"])
        #expect(problems(["tenggat": "2026-10-01"]) == ["tenggat"] && problems(["penanggung": ""]) == ["penanggung"])
        #expect(try PlanDraftForm(fields: fields(["butir-41": "A.I.1.i.b"], over: usual)).rows.count == 2)
    }
}
