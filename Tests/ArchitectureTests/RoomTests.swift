import Testing

/// Small rooms, exact numbers, no trapdoors.
@Suite("Rooms")
struct RoomTests {
    static let sources = Repository.swiftFiles(under: "Sources")
    static let tests = Repository.swiftFiles(under: "Tests")

    @Test("No file is longer than 300 lines")
    func longest() {
        for file in Self.sources + Self.tests {
            #expect(file.lines.count <= 301, "\(file.path) has \(file.lines.count) lines")
        }
    }

    @Test("Half of the files have at most 120 lines")
    func median() {
        let counts = Self.sources.map(\.lines.count).sorted()
        #expect(counts[counts.count / 2] <= 120)
    }

    @Test("Scores are never floating-point numbers")
    func exactness() {
        for file in Self.sources where ["ExactMath", "Rulebook"].contains(file.target) {
            #expect(!file.code.contains(/\b(?:Double|Float|CGFloat|Decimal)\b/), "\(file.path)")
        }
    }

    @Test("Nothing in the program stops it by force")
    func noTrapdoors() {
        for file in Self.sources {
            #expect(!file.code.contains(/\btry!|\bfatalError\(|\bas! |\bpreconditionFailure\(/), "\(file.path)")
        }
    }

    @Test("Every rule file with logic has a test file of its name")
    func pairing() {
        let tested = Set(Self.tests.map(\.name))
        for file in Self.sources where file.target == "Rulebook" || file.target == "ExactMath" {
            guard file.code.contains(/\bfunc [^{}]*\{/), !Self.plainFiles.contains(file.name) else { continue }
            let paired = tested.contains(file.name + "Tests")
            #expect(paired, "\(file.path)")
        }
    }

    /// Files whose only functions are one-line requirements of their protocol.
    static let plainFiles: Set<String> = ["Identifiers"]

    @Test("No file speaks of one machine")
    func noPaths() {
        for file in Self.sources + Self.tests {
            #expect(!file.text.contains(/\/(?:work|home|root|Users)\/\w/), "\(file.path)")
        }
    }
}
