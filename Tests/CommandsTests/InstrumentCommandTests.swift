import Foundation
import Testing

@Suite("zona instrument")
struct InstrumentCommandTests {
    private let shipped = ["permenpanrb-90-2021", "permenpanrb-52-2014"]

    private func file(_ id: String) -> String { Zona.root.appending(path: "Instruments/\(id).json").path }

    @Test("list names every instrument on a line of its own")
    func list() throws {
        let run = try Zona.run(["instrument", "list"])
        #expect(run.status == 0)
        #expect(run.lines.count == 2)
        #expect(zip(run.lines, shipped).allSatisfy { $0.contains($1) })
        #expect(run.lines[0].contains("113 pertanyaan"))
        #expect(run.lines[1].contains("84 pertanyaan"))
    }

    @Test("show prints conditions, policies and every question", arguments: ["permenpanrb-90-2021", "permenpanrb-52-2014"])
    func show(id: String) throws {
        let run = try Zona.run(["instrument", "show", id])
        #expect(run.status == 0)
        #expect(!run.output.contains("\u{1B}"))
        for part in ["Syarat WBK", "Syarat WBBM", "Syarat pengajuan", "Kebijakan", "Lembar", "Bukti:"] {
            #expect(run.output.contains(part), "\(part)")
        }
        #expect(run.lines.count { $0.contains("Bukti:") } == (id == shipped[0] ? 113 : 84))
        #expect(try Zona.run(["instrument", "show", file(id)]).output == run.output)
    }

    @Test("show refuses an id that does not exist, and says which there are")
    func unknown() throws {
        let run = try Zona.run(["instrument", "show", "tidak-ada"])
        #expect(run.status == 65)
        #expect(run.errors.contains("ZI-1008"))
        for id in shipped { #expect(run.errors.contains(id)) }
        #expect(try Zona.run(["instrument", "show"]).status == 64)
        #expect(try Zona.run(["instrument", "show", "tidak-ada.json"]).status == 65)
    }

    @Test("check accepts what ships with the program", arguments: ["permenpanrb-90-2021", "permenpanrb-52-2014"])
    func good(id: String) throws {
        let run = try Zona.run(["instrument", "check", file(id)])
        #expect(run.status == 0)
        #expect(run.output.contains(id))
        #expect(run.output.contains("dapat dipakai"))
    }

    @Test("check refuses a broken file with code, place and reason")
    func broken() throws {
        let folder = try Folder()
        let text = try String(contentsOfFile: file(shipped[0]), encoding: .utf8)
        let cases: [(String, String)] = [
            ("{", "ZI-1401"), ("", "ZI-14"), (text.replacingFirst("\"weight\": \"60\"", "\"weight\": \"61\""), "ZI-1402"),
            (text.replacingFirst("\"code\": \"A.I.1.i.b\"", "\"code\": \"A.I.1.i.a\""), "ZI-1403"),
            (text.replacingFirst("\"fact\": \"opini-bpk\"", "\"fact\": \"cuaca\""), "ZI-14"),
            (text.replacingFirst("\"source\": \"form\"", "\"source\": \"entah\""), "ZI-14"),
        ]
        for (number, (content, code)) in cases.enumerated() {
            #expect(content != text)
            let run = try Zona.run(["instrument", "check", try folder.write("\(number).json", content)])
            #expect(run.status == 65, "\(number)")
            #expect(run.errors.contains(code), "\(number): \(run.errors)")
            #expect(run.output.isEmpty)
        }
        #expect(try Zona.run(["instrument", "check", folder.path("hilang.json")]).status == 65)
        #expect(try Zona.run(["instrument", "check"]).status == 64)
    }

    @Test("A wording file puts the agency's sentences in place of ours")
    func wording() throws {
        let folder = try Folder()
        let own = try folder.write(
            "kata.json",
            #"{"instrument": "permenpanrb-90-2021", "items": {"A.I.1.i.a": {"text": "Kalimat instansi sendiri.", "choices": {"Ya": "Begitulah."}}}}"#)
        let shown = try Zona.run(["instrument", "show", shipped[0], "--wording", own])
        #expect(shown.status == 0)
        #expect(shown.output.contains("A.I.1.i.a [Ya/Tidak] Kalimat instansi sendiri."))
        #expect(shown.output.contains("Begitulah."))
        let sheet = try folder.sheet(SampleSheet.filled)
        let object = try Zona.run(["score", sheet, "--format", "json", "--wording", own]).object
        let node = try object.list("nodes").first { $0.text("code") == "A.I.1.i.a" }
        #expect(node?.text("name") == "Kalimat instansi sendiri.")
        #expect(try object.object("score").object("total").text("exact") == SampleSheet(SampleSheet.filled).expected.total)
    }

    @Test("A wording file with wrong codes, or of an instrument that is not there, is refused")
    func wrongWording() throws {
        let folder = try Folder()
        let sheet = try folder.sheet(SampleSheet.filled)
        for (name, text) in [
            ("a.json", #"{"instrument": "permenpanrb-90-2021", "items": {"A.X": {"text": "x"}}}"#),
            ("b.json", #"{"instrument": "lain", "items": {}}"#), ("c.json", "bukan json"),
        ] {
            let path = try folder.write(name, text)
            for arguments in [["score", sheet], ["instrument", "show", shipped[0]]] {
                let run = try Zona.run(arguments + ["--wording", path])
                #expect(run.status == 65, "\(name) \(arguments[0])")
                #expect(run.errors.contains("ZI-1408"), "\(name) \(run.errors)")
            }
        }
    }
}

extension String {
    /// The text with the first occurrence replaced.
    func replacingFirst(_ part: String, _ other: String) -> String {
        range(of: part).map { replacingCharacters(in: $0, with: other) } ?? self
    }
}
