import Foundation
import Testing

@Suite("zona score --format json")
struct ScoreOutputTests {
    private func score(_ name: String, _ more: [String] = []) throws -> [String: Any] {
        let folder = try Folder()
        let run = try Zona.run(["score", try folder.sheet(name), "--format", "json"] + more)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        return try run.object
    }

    private let number: Set<String> = ["exact", "rounded"]

    @Test("The object has the stated keys and no others")
    func keys() throws {
        let object = try score(SampleSheet.filled)
        #expect(
            object.names == [
                "instrument", "designation", "complete", "unanswered", "score", "nodes", "verdict", "findings",
            ])
        #expect(object.text("instrument") == "permenpanrb-90-2021")
        #expect(object.text("designation") == "wbk")
        #expect(object.flag("complete") == true)
        #expect(object.texts("unanswered") == [])
        let scores = try object.object("score")
        #expect(scores.names == ["total", "ceiling", "spreadsheet"])
        for key in scores.names { #expect(try scores.object(key).names == number) }
        for node in try object.list("nodes") {
            #expect(node.names == ["code", "name", "kind", "weight", "score", "percent"])
            #expect(try node.object("score").names == number)
            #expect(["component", "block", "area", "indicator", "question"].contains(node.text("kind")))
        }
        let verdict = try object.object("verdict")
        #expect(verdict.names == ["met", "conditions"])
        for condition in try verdict.list("conditions") {
            #expect(condition.names == ["id", "name", "minimum", "measured", "gap", "met", "clause"])
            #expect(condition.flag("met") != nil)
            #expect(condition.text("clause")?.isEmpty == false)
        }
    }

    @Test("Numbers are texts: exact as fractions, decimals with a point", arguments: [SampleSheet.filled, SampleSheet.old])
    func numbers(name: String) throws {
        let sheet = try SampleSheet(name)
        let object = try score(name)
        let total = try object.object("score").object("total")
        #expect(total.text("exact") == sheet.expected.total)
        #expect(total.text("rounded") == SampleSheet.rounded(sheet.expected.total))
        let nodes = try object.list("nodes")
        for (code, exact) in sheet.expected.nodes {
            let node = try #require(nodes.first { $0.text("code") == code && $0.text("kind") != "question" })
            let score = try node.object("score")
            #expect(score.text("exact") == exact, "\(code)")
            #expect(score.text("rounded") == SampleSheet.rounded(exact), "\(code)")
        }
        for node in nodes {
            #expect(node.text("percent")?.contains(/^\d+\.\d\d$/) == true, "\(node)")
            #expect(node.text("weight")?.contains(/^\d+(\.\d+|\/\d+)?$/) == true, "\(node)")
            #expect(try node.object("score").text("exact")?.contains(/^\d+(\/\d+)?$/) == true, "\(node)")
        }
        let conditions = try object.object("verdict").list("conditions")
        let unmet = conditions.filter { $0.flag("met") == false }.compactMap { $0.text("id") }
        #expect(Set(unmet) == Set(sheet.expected.unmet))
        for condition in conditions {
            #expect(condition.text("minimum")?.contains(/^\d+(\.\d+)?$/) == true, "\(condition)")
            #expect(condition.text("measured")?.contains(/^\d+(\/\d+)?$/) == true, "\(condition)")
            #expect(condition.text("gap")?.contains(/^-?\d+(\/\d+)?$/) == true, "\(condition)")
            #expect(condition.text("gap")?.hasPrefix("-") == (condition.flag("met") == false), "\(condition)")
        }
    }

    @Test("A half-filled sheet lists what is unanswered; its floor is at most what the form shows, and that at most the ceiling")
    func half() throws {
        let object = try score(SampleSheet.partly)
        #expect(object.flag("complete") == false)
        let unanswered = try #require(object.texts("unanswered"))
        #expect(!unanswered.isEmpty)
        let scores = try object.object("score")
        let values = try ["total", "spreadsheet", "ceiling"].map { key in
            Double(try scores.object(key).text("rounded") ?? "") ?? -1
        }
        #expect(values[0] <= values[1] && values[1] <= values[2])
        let empty = try score(SampleSheet.empty)
        #expect(try empty.object("score").object("total").text("exact") == "0")
        #expect(try empty.object("score").object("ceiling").text("exact") == "100")
        #expect(try empty.object("score").object("ceiling").text("rounded") == "100.00")
    }

    @Test("The designation may be named in any case")
    func designation() throws {
        #expect(try score(SampleSheet.filled, ["--for", "WBBM"]).text("designation") == "wbbm")
        #expect(try score(SampleSheet.filled, ["--for", "wbk"]).text("designation") == "wbk")
    }

    @Test("Findings have a code, severity, location and message")
    func findings() throws {
        let folder = try Folder()
        let file = try folder.write("a.csv", "kode,jawaban,catatan\nA.I.1.i.a, ya,x\n")
        let findings = try Zona.run(["score", file, "--format", "json"]).object.list("findings")
        #expect(findings.map { $0.text("code") } == ["ZI-1202", "ZI-1201"])
        for finding in findings {
            #expect(finding.names == ["code", "severity", "location", "message", "effect"])
            #expect(finding["effect"] is NSNull)
            #expect(finding.text("severity") == "info")
        }
    }

    @Test("A refused file is an object with its findings")
    func refused() throws {
        let folder = try Folder()
        let file = try folder.write("a.csv", "kode,jawaban\nA.I.1.i.a,Z\nA.I.1.i.b,Z\n")
        let run = try Zona.run(["score", file, "--format", "json"])
        #expect(run.status == 65)
        let findings = try run.object.list("findings")
        #expect(findings.map { $0.text("location") } == ["baris 2", "baris 3"])
        #expect(findings.allSatisfy { $0.text("severity") == "error" && $0.text("code") == "ZI-1103" && $0["effect"] is NSNull })
    }

    @Test("A damaged cell has its effect on the total, exactly and as people read it; the text says the same")
    func effect() throws {
        let folder = try Folder()
        let file = try folder.damagedWorkbook(SampleSheet.filled, cell: "F3", number: "45")
        let object = try Zona.run(["score", file, "--format", "json"]).object
        let finding = try #require(try object.list("findings").first { $0.text("code") == "ZI-1302" })
        let effect = try finding.object("effect")
        #expect(effect.names == number)
        #expect(effect.text("exact")?.contains(/^-?\d+(\/\d+)?$/) == true)
        let rounded = try #require(effect.text("rounded"))
        #expect(rounded != "0.00")
        let shown = rounded.replacing(".", with: ",").replacing("-", with: "−")
        let told = try Zona.run(["score", file]).output
        #expect(told.contains("Pengaruh pada total: \(shown.hasPrefix("−") ? shown : "+\(shown)")."), "\(told)")
    }

    @Test("What is not known is there as null: the measure and the gap of a prerequisite")
    func unknown() throws {
        let folder = try Folder()
        let file = try folder.write("a.json", #"{"answers": {"A.I.1.i.a": "Ya"}, "facts": {"opini-bpk": "WTP", "spip": 2}}"#)
        let conditions = try Zona.run(["score", file, "--format", "json"]).object.object("eligibility").list("conditions")
        for condition in conditions { #expect(condition.names == ["id", "name", "minimum", "measured", "gap", "met", "clause"]) }
        let open = conditions.filter { $0["measured"] is NSNull }
        #expect(!open.isEmpty && open.count < conditions.count)
        #expect(open.allSatisfy { $0["gap"] is NSNull && $0.flag("met") == false })
    }
}
