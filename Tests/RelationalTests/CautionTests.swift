import Testing

@testable import Relational

@Suite("When savepoints pay")
struct CautionTests {
    @Test("One failure, or one now and then, does not call for savepoints")
    func rare() {
        var caution = Caution()
        caution.note(failure: true)
        #expect(!caution.isCalledFor)
        for round in 0..<400 {
            caution.note(failure: round % 4 == 0)
            #expect(!caution.isCalledFor)
        }
    }

    @Test("Failures in most transactions call for them, from the fourth in a row on")
    func many() {
        var caution = Caution()
        let calls = (0..<6).map { _ in
            caution.note(failure: true)
            return caution.isCalledFor
        }
        #expect(calls == [false, false, false, true, true, true])
    }

    @Test("They end some transactions after the last failure, however long it went wrong before")
    func over() {
        var caution = Caution()
        for _ in 0..<1_000 { caution.note(failure: true) }
        var rounds = 0
        while caution.isCalledFor {
            caution.note(failure: false)
            rounds += 1
        }
        #expect(rounds == 8)
    }
}
