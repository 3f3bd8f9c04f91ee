import InstrumentFiles
import Rulebook
import Testing

@Suite("The library of instruments")
struct InstrumentLibraryTests {
    @Test("The instrument in force comes first")
    func ids() {
        #expect(InstrumentLibrary().ids == ["permenpanrb-90-2021", "permenpanrb-52-2014"])
    }

    @Test("Every id it names can be read, and is the file's own id", arguments: InstrumentLibrary.shipped)
    func read(id: InstrumentID) throws {
        #expect(try InstrumentLibrary().instrument(id).id == id)
    }

    @Test(
        "An unknown id is refused with those there are",
        arguments: ["", "permenpanrb-10-2019", "zona.css", "../permenpanrb-90-2021", "permenpanrb-90-2021.json", "forms/portalrb-2026"])
    func unknown(id: String) {
        do throws(Refusal) {
            _ = try InstrumentLibrary().instrument(InstrumentID(id))
            Issue.record("“\(id)” was found")
        } catch {
            #expect(error.findings.map(\.code) == [.unknownInstrument] && error.findings[0].location == id)
            #expect(error.findings[0].message.contains("permenpanrb-90-2021, permenpanrb-52-2014"))
        }
    }

    @Test("An added instrument comes first and stands in for a shipped one of the same id")
    func added() throws {
        let changed = try Files.text(Files.law2014).replacing("\"version\": 1", with: "\"version\": 7")
        let mine = try InstrumentFile.read(Array(changed.utf8))
        let other = try InstrumentFile.read(Array(changed.replacing("\"id\": \"permenpanrb-52-2014\"", with: "\"id\": \"uji\"").utf8))
        let library = InstrumentLibrary(added: [mine, other])
        #expect(library.ids == ["permenpanrb-52-2014", "uji", "permenpanrb-90-2021"])
        #expect(try library.instrument("permenpanrb-52-2014").parts.version == 7)
        #expect(try library.instrument("uji").questions.count == 84)
        #expect(try library.instrument("permenpanrb-90-2021").parts.version == 1)
    }

    @Test("A wording is used for its own instrument only")
    func wording() throws {
        let wording = try Wording(Array(#"{"instrument": "permenpanrb-52-2014", "items": {"B.I.1": {"text": "Berapa indeksnya?"}}}"#.utf8))
        let library = InstrumentLibrary(wordings: [wording])
        let changed = try library.instrument(Files.law2014)
        #expect(changed.questions[81].text == "Berapa indeksnya?")
        let other = try library.instrument(Files.law2021)
        #expect(other.questions.map(\.text) == (try InstrumentLibrary().instrument(Files.law2021).questions.map(\.text)))
    }
}
