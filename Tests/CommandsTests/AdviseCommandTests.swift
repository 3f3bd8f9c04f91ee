import Foundation
import Testing

@Suite("zona advise")
struct AdviseCommandTests {
    private func advise(_ name: String, _ more: [String] = []) throws -> Zona.Run {
        let folder = try Folder()
        return try Zona.run(["advise", try folder.sheet(name)] + more)
    }

    private func object(_ name: String, _ more: [String] = []) throws -> [String: Any] {
        let run = try advise(name, ["--format", "json"] + more)
        #expect(run.status == 0)
        return try run.object
    }

    @Test("The object has its keys, steps with code, from, to, effort and gain")
    func keys() throws {
        let object = try object(SampleSheet.filled)
        #expect(
            object.names.isSuperset(of: [
                "instrument", "designation", "answer", "effort", "steps", "outside", "obstacles", "verdict",
            ]))
        #expect(["reachable", "depends_on_outsiders"].contains(object.text("answer")))
        let steps = try object.list("steps")
        #expect(!steps.isEmpty)
        for step in steps {
            #expect(step.names.isSuperset(of: ["code", "question", "to", "effort", "gain"]))
            #expect(try step.object("gain").names == ["exact", "rounded"])
        }
        let efforts = steps.compactMap { $0["effort"] as? Int }
        #expect(efforts.reduce(0, +) == object["effort"] as? Int)
        #expect(try object.object("verdict").names == ["met", "conditions"])
    }

    @Test("A sheet that meets every condition needs no step")
    func alreadyMet() throws {
        let object = try object(SampleSheet.best)
        #expect(object.text("answer") == "already_met")
        #expect(try object.list("steps").isEmpty)
        let text = try advise(SampleSheet.best)
        #expect(text.status == 0)
        #expect(text.output.contains("sudah terpenuhi"))
    }

    @Test("An empty sheet: it is said what outsiders would have to answer, and they are not proposed as steps")
    func outsiders() throws {
        let object = try object(SampleSheet.empty)
        #expect(object.text("answer") == "depends_on_outsiders")
        let outside = try object.list("outside").compactMap { $0.text("code") }
        #expect(outside.contains("B.I.a"))
        let steps = try object.list("steps").compactMap { $0.text("code") }
        #expect(Set(outside).isDisjoint(with: steps))
        for need in try object.list("outside") { #expect(need.names == ["code", "question", "now", "needed"]) }
        for obstacle in try object.list("obstacles") { #expect(obstacle.names == ["id", "name", "minimum", "best"]) }
    }

    @Test("Kept codes are never among the steps")
    func keep() throws {
        let before = try object(SampleSheet.filled).list("steps").compactMap { $0.text("code") }
        let kept = Array(before.prefix(2))
        let after = try object(SampleSheet.filled, ["--keep", kept.joined(separator: ", ")])
        let steps = try after.list("steps").compactMap { $0.text("code") }
        #expect(Set(steps).isDisjoint(with: kept))
    }

    @Test("Keeping a code that does not exist is refused, every such code named")
    func unknownKeep() throws {
        let run = try advise(SampleSheet.filled, ["--keep", "A.X.1,A.I.1.i.a,B.Z"])
        #expect(run.status == 65)
        #expect(run.errors.contains("ZI-1101"))
        #expect(run.errors.contains("A.X.1") && run.errors.contains("B.Z"))
        #expect(!run.errors.contains("A.I.1.i.a"))
        let object = try advise(SampleSheet.filled, ["--keep", "A.X.1", "--format", "json"])
        #expect(object.status == 65)
        #expect(try object.object.list("findings").first?.text("code") == "ZI-1101")
    }

    @Test("Text is Indonesian, aligned and without colour; steps are numbered and add up")
    func text() throws {
        let run = try advise(SampleSheet.filled)
        #expect(run.status == 0)
        #expect(!run.output.contains("\u{1B}"))
        #expect(run.output.contains("WBK"))
        #expect(run.output.contains("→"))
        #expect(run.output.contains("upaya"))
        let steps = run.lines.filter { $0.contains(" → ") }
        let ends = Set(steps.map { line in line.range(of: "upaya").map { line.distance(from: line.startIndex, to: $0.lowerBound) } })
        #expect(!steps.isEmpty)
        #expect(ends.count == 1)
    }

    @Test("Wrong usage ends with 64, refused files with 65")
    func exitCodes() throws {
        #expect(try advise(SampleSheet.filled, ["--format", "csv"]).status == 64)
        #expect(try advise(SampleSheet.filled, ["--for", "x"]).status == 64)
        #expect(try Zona.run(["advise"]).status == 64)
        let folder = try Folder()
        #expect(try Zona.run(["advise", folder.path("tidak-ada")]).status == 65)
        let bad = try folder.write("rusak.csv", "kode,jawaban\nA.I.1.i.a,Z\n")
        let run = try Zona.run(["advise", bad])
        #expect(run.status == 65)
        #expect(run.errors.contains("ZI-1103"))
        #expect(try Zona.run(["advise", bad, "--instrument", "tidak-ada"]).status == 65)
    }

    @Test("Each designation has its own advice")
    func designations() throws {
        let object = try object(SampleSheet.filled, ["--for", "wbbm"])
        #expect(object.text("designation") == "wbbm")
    }
}
