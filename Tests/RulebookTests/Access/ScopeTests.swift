import Rulebook
import Testing

@Suite("Scopes")
struct ScopeTests {
    static let all: [Scope] = [.nation, People.a, People.b, People.a1, People.a2, People.b1]

    @Test("The nation holds all, an agency its units, a unit itself")
    func contains() {
        let held: [Scope: [Scope]] = [
            .nation: Self.all, People.a: [People.a, People.a1, People.a2], People.b: [People.b, People.b1], People.a1: [People.a1],
            People.a2: [People.a2], People.b1: [People.b1],
        ]
        for outer in Self.all { #expect(Self.all.filter(outer.contains) == held[outer], "\(outer)") }
    }

    @Test("Two scopes overlap when either holds the other")
    func overlaps() {
        for one in Self.all {
            for other in Self.all {
                #expect(one.overlaps(other) == other.overlaps(one))
                #expect(one.overlaps(other) == (one.contains(other) || other.contains(one)))
            }
        }
        #expect(!People.a1.overlaps(People.a2) && !People.a.overlaps(People.b) && People.a1.overlaps(People.a))
    }
}
