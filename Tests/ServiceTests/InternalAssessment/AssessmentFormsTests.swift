import Rulebook
import Testing

@testable import Service

@Suite("What is typed about an assessment") struct AssessmentFormsTests {
    private func problems(_ body: () throws -> Void) -> [String] {
        do {
            try body()
            return []
        } catch let refusal as Refusal {
            return refusal.findings.map { finding in
                #expect(finding.code == .assessmentFormMalformed)
                return finding.location
            }
        } catch { return ["?"] }
    }

    private func team(_ typed: [String: String]) -> [String] {
        problems { _ = try TeamForm(fields: FormFields(typed: typed.map { ($0.key, $0.value) }), offered: ["a", "b"]).parse() }
    }

    @Test("A decree has number and day, or neither")
    func decree() {
        #expect(team([:]) == [])
        #expect(team(["nomor-sk": "SK 1", "tanggal-sk": "2026-02-28"]) == [])
        #expect(team(["nomor-sk": "SK 1"]) == ["tanggal-sk"])
        #expect(team(["tanggal-sk": "2026-02-28"]) == ["nomor-sk"])
        #expect(team(["nomor-sk": "SK 1", "tanggal-sk": "2026-02-30"]) == ["tanggal-sk"])
    }

    @Test("Numbers of decrees are bounded and visible", arguments: [(99, true), (100, true), (101, false)])
    func number(length: Int, isTaken: Bool) {
        let typed = ["nomor-sk": String(repeating: "n", count: length), "tanggal-sk": "2026-01-01"]
        #expect(team(typed).isEmpty == isTaken)
        #expect(team(["nomor-sk": "SK\u{202E}1", "tanggal-sk": "2026-01-01"]) == ["nomor-sk"])
    }

    @Test("Seats are of the list, and people who were not offered are passed over")
    func seats() throws {
        #expect(team(["kursi-a": "bendahara"]) == ["kursi-a"])
        let parsed = try TeamForm(
            fields: FormFields(typed: [("kursi-a", "ketua"), ("kursi-b", ""), ("kursi-c", "ketua")]), offered: ["a", "b"]
        ).parse()
        #expect(parsed.seats == ["a": .lead])
    }

    @Test("An answer about the unit is needed; codes of others are read in capitals")
    func interests() throws {
        func parse(_ typed: [(String, String)]) throws -> InterestForm.Parsed { try InterestForm(fields: FormFields(typed: typed)).parse() }
        #expect(problems { _ = try parse([]) } == ["kepentingan"])
        #expect(problems { _ = try parse([("kepentingan", "mungkin")]) } == ["kepentingan"])
        #expect(try parse([("kepentingan", "ya"), ("unit-lain", " a-1, b.2\n")]) == .init(interest: .interested, others: ["A-1", "B.2"]))
        #expect(problems { _ = try parse([("unit-lain", String(repeating: "u,", count: 51))]) } == ["kepentingan", "unit-lain"])
        #expect(try parse([("kepentingan", "tidak"), ("unit-lain", String(repeating: "u,", count: 50))]).others.count == 50)
    }

    @Test("A report has both texts, bounded, with line ends as one sign")
    func report() throws {
        func parse(_ summary: String, _ other: String) throws -> ReportForm.Parsed {
            try ReportForm(fields: FormFields(typed: [("ringkasan", summary), ("rekomendasi", other)])).parse()
        }
        #expect(problems { _ = try parse(" ", "") } == ["ringkasan", "rekomendasi"])
        #expect(try parse("a\r\nb", "c").summary == "a\nb")
        #expect(problems { _ = try parse(String(repeating: "a", count: 8_001), "b\u{7}") } == ["ringkasan", "rekomendasi"])
        #expect(try parse(String(repeating: "a", count: 8_000), "b").summary.count == 8_000)
    }
}
