import Testing

@testable import Rulebook

@Suite("Days and roles as files have them") struct ImportWordsTests {
    @Test(
        "Days are read as people and spreadsheets write them",
        arguments: [
            PlainTable.Cell("2026-11-24"), .init("24/11/2026"), .init("24-11-2026"), .init("24 November 2026"), .init("24 nov 2026"), .init("46350", .number),
        ])
    func day(cell: PlainTable.Cell) { #expect(ImportWords.day(cell)?.description == "2026-11-24") }

    @Test(
        "Anything else is no day",
        arguments: ["", "11/24/2026", "24/11/26", "46350", "besok", "30 Februari 2026", "1/1/1/2026", String(repeating: "1", count: 99)])
    func none(text: String) { #expect(ImportWords.day(PlainTable.Cell(text)) == nil) }

    @Test(
        "Numbers of days outside this century are no days", arguments: [("36525", false), ("36526", true), ("73050", true), ("73051", false), ("1.5", false)])
    func serial(text: String, isDay: Bool) { #expect((ImportWords.day(PlainTable.Cell(text, .number)) != nil) == isDay) }

    @Test("Roles are known by name and by word")
    func roles() {
        for role in Role.allCases {
            #expect(ImportWords.role(role.name.uppercased()) == role)
            #expect(ImportWords.role(role.rawValue) == role)
        }
        #expect(ImportWords.role("raja") == nil)
    }
}
