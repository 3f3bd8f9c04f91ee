import Rulebook
import Testing

@Suite("What waits for a person") struct DeskTaskTests {
    private func task(_ name: String, _ day: Int?) -> DeskTask<Int> {
        DeskTask(what: name, place: 0, due: day.flatMap { Day(number: $0) }, reason: "", holder: .person)
    }

    @Test("Lists of several features become one by due day; those of the same day keep their order")
    func merging() {
        let page = DeskTaskPage([[task("a", 2), task("b", 5)], [task("c", 1), task("d", 2), task("e", nil)]], skip: 0, most: 9)
        #expect(page.tasks.map(\.what) == ["c", "a", "d", "b", "e"] && !page.hasMore)
    }

    @Test("A page has so many and no more, and says whether there are others")
    func paging() {
        let list = (0..<5).map { (day: Int) in task(String(day), day) }
        #expect(DeskTaskPage([list], skip: 0, most: 4).hasMore && !DeskTaskPage([list], skip: 0, most: 5).hasMore)
        #expect(DeskTaskPage([list], skip: 2, most: 2).tasks.map(\.what) == ["2", "3"])
        #expect(DeskTaskPage([list, []], skip: 4, most: 4).tasks.map(\.what) == ["4"])
        #expect(DeskTaskPage<Int>([], skip: 0, most: 4).tasks.isEmpty)
    }

    @Test("A task stays what it is at another kind of place")
    func place() {
        let moved = task("a", 3).at("di sana")
        #expect(moved.place == "di sana" && moved.what == "a" && moved.due == Day(number: 3))
    }
}
