import Rulebook
import Testing

@Suite("Whose sheet it is")
struct SheetPartyTests {
    @Test("The national result stands over the assessors', and theirs over the unit's")
    func order() {
        #expect([SheetParty.nationalTeam, .unit, .internalTeam].sorted() == [.unit, .internalTeam, .nationalTeam])
        #expect(SheetParty.allCases.max() == .nationalTeam)
    }
}
