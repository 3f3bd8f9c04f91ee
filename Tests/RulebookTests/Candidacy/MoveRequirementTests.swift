import Rulebook
import Testing

@Suite("A requirement as people read it")
struct MoveRequirementTests {
    @Test("What is met has no way out; what is not tells rule, way out and clause")
    func message() {
        let met = MoveRequirement(.role, isMet: true, "Oleh pimpinan.", wayOut: "Mintalah.", clause: "Bab I")
        #expect(met.wayOut.isEmpty && met.message == "Oleh pimpinan. Dasar: Bab I.")
        let unmet = MoveRequirement(.role, isMet: false, "Oleh pimpinan.", wayOut: "Mintalah.", clause: "Bab I")
        #expect(unmet.message == "Oleh pimpinan. Mintalah. Dasar: Bab I.")
    }

    @Test("A refusal carries every requirement with its own code, each at its field")
    func refusal() {
        let unmet = MoveRefusal([
            MoveRequirement(.document("sptjm"), isMet: false, "A.", wayOut: "B."), MoveRequirement(.day, isMet: false, "C.", wayOut: "D."),
        ])
        let refusal = unmet.refusal { $0 == .day ? "tanggal" : "" }
        #expect(refusal.findings.map(\.code) == [.moveDocumentMissing, .moveDayInvalid])
        #expect(refusal.findings.map(\.location) == ["", "tanggal"] && refusal.findings.allSatisfy { $0.severity == .error })
    }

    @Test("Each kind of requirement has a code, and what is typed is told apart")
    func codes() {
        let subjects: [MoveRequirement.Subject] = [
            .order, .role, .outsider, .apart(from: .propose), .check(.pactCovered), .document("x"), .reason, .reference, .day, .result,
            .presupposed(.wbk), .wait, .standing, .attention, .unitOpen, .only, .programme,
        ]
        #expect(Set(subjects.map(\.code)).count == subjects.count - 1, "reason and reference share one")
        #expect(subjects.filter(\.isTyped) == [.reason, .reference, .day, .result])
    }
}
