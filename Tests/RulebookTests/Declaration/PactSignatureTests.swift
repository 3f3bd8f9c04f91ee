import Rulebook
import Testing

@Suite("Signing the pact") struct PactSignatureTests {
    private let today = Day(number: 20_000) ?? .first

    private func refusal(_ day: Day, _ employment: Employment = .throughout, isSigned: Bool = false) -> PactRefusal? {
        do throws(PactRefusal) {
            try PactSignature.check(on: day, employed: employment, isSigned: isSigned, today: today)
            return nil
        } catch { return error }
    }

    @Test("Yesterday and today are possible, tomorrow is not")
    func today_() {
        #expect([-1, 0, 1].map { refusal(today.adding(days: $0)) } == [nil, nil, .inFuture])
    }

    @Test("Only on a day on which the person works there")
    func employment() throws {
        let since = try #require(Employment(from: today.adding(days: -5), until: today.adding(days: -3)))
        #expect([-6, -5, -3, -2].map { refusal(today.adding(days: $0), since) } == [.notEmployed, nil, nil, .notEmployed])
    }

    @Test("Once is enough")
    func twice() {
        #expect(refusal(today, isSigned: true) == .alreadySigned)
        #expect(refusal(today.adding(days: 1), isSigned: true) == .alreadySigned)
    }

    @Test("Each reason has its code at the field")
    func codes() {
        let codes: [(PactRefusal, FindingCode)] = [
            (.alreadySigned, .pactAlreadySigned), (.inFuture, .pactDayInvalid), (.notEmployed, .pactDayInvalid), (.notOnRoll, .notOnRoll),
            (.notAffirmed, .pactNotAffirmed),
        ]
        for (reason, code) in codes {
            #expect(reason.refusal(at: "hari").findings.map(\.code) == [code])
            #expect(reason.refusal(at: "hari").findings.map(\.location) == ["hari"])
        }
    }
}
