import Rulebook
import Testing

@Suite("A candidacy follows from its moves")
struct CandidacyTests {
    @Test("Each state is reached by taking its steps", arguments: [Bench.law2021, Bench.law2014], Designation.allCases)
    func reach(programme: ProgrammeID, designation: Designation) throws {
        for kind in CandidacyState.Kind.allCases {
            var bench = try Bench(programme, designation)
            let isSkipped = programme == Bench.law2014 && [.revocationClarified, .revocationRecommended].contains(kind)
            if isSkipped { continue }
            try bench.reach(kind)
            #expect(try bench.candidacy().state.kind == kind)
        }
    }

    @Test("A list in which a move does not follow from the one before is no candidacy")
    func broken() throws {
        var bench = try Bench(Bench.law2021, .wbk)
        try bench.reach(.awarded)
        let moves = bench.moves
        #expect(Candidacy(unit: Bench.unit, designation: .wbk, moves: moves) != nil)
        for place in moves.indices.dropLast() {
            var cut = moves
            cut.remove(at: place)
            #expect(Candidacy(unit: Bench.unit, designation: .wbk, moves: cut) == nil, "without \(moves[place].move)")
        }
        #expect(Candidacy(unit: Bench.unit, designation: .wbk, moves: moves.reversed()) == nil)
    }

    @Test("An award on record by the one who proposed it is no candidacy")
    func forged() throws {
        var bench = try Bench(Bench.law2021, .wbk)
        try bench.reach(.awarded)
        var moves = bench.moves
        let award = moves.removeLast()
        let proposer = try #require(moves.last?.actor)
        moves.append(
            RecordedMove(
                sequence: award.sequence, move: .award, from: award.from, to: award.to, actor: proposer, role: award.role, day: award.day,
                reason: "", legalBasis: "", reference: "", documents: [:], result: award.result, at: award.at))
        #expect(Candidacy(unit: Bench.unit, designation: .wbk, moves: moves) == nil)
    }

    @Test("The last time a step was taken is the one that counts")
    func last() throws {
        var bench = try Bench(Bench.law2021, .wbk)
        try bench.reach(.assessed)
        try bench.take([.returnForDevelopment, .openAssessment])
        #expect(try bench.candidacy().last(.openAssessment)?.sequence == 7)
        #expect(try bench.candidacy().last(.award) == nil)
    }

    @Test("The stages come in the order of the programme")
    func stages() {
        #expect(Stage.allCases.sorted() == Stage.allCases)
        #expect(Stage.declaration < .award && !(Stage.award < .award))
        #expect(CandidacyState.Kind.allCases.filter(\.isOnItsWay).map(\.stage) == CandidacyState.Kind.allCases.filter(\.isOnItsWay).map(\.stage).sorted())
    }
}
