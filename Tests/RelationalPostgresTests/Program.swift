import Relational

/// A random change: what it does to a table, and what it should leave.
struct Program: Sendable {
    indirect enum Step: Sendable {
        /// Adds a number; fails if it is there.
        case add(Int64, isQueued: Bool)
        /// How many there are.
        case count
        /// Steps in a savepoint, whose failure stays inside.
        case savepoint([Step])
        /// Gives up.
        case refuse
    }

    enum Outcome: Equatable {
        case kept([Int64])
        case refused
    }

    private struct Refused: Error {}

    let steps: [Step]

    init(_ random: inout Seeded) {
        steps = Program.steps(&random, depth: 0)
    }

    private static func steps(_ random: inout Seeded, depth: Int) -> [Step] {
        (0..<Int.random(in: 1...5, using: &random)).map { _ in
            switch Int.random(in: 0..<12, using: &random) {
            case 0..<4: .add(.random(in: 1000...1_012, using: &random), isQueued: true)
            case 4..<6: .add(.random(in: 1000...1_012, using: &random), isQueued: false)
            case 6: .count
            case 7 where depth > 0: .refuse
            default: depth < 3 ? .savepoint(steps(&random, depth: depth + 1)) : .count
            }
        }
    }

    /// Carries it out; the answers of all counts that stand outside of failed savepoints.
    func run(_ session: any WriteSession) throws -> [Int64] {
        try Program.run(steps, session)
    }

    private static func run(_ steps: [Step], _ session: any WriteSession) throws -> [Int64] {
        var counts: [Int64] = []
        for step in steps {
            switch step {
            case .add(let number, true): try session.execute("INSERT INTO things (id, number) VALUES (\("\(number)"), \(number))")
            case .add(let number, false): _ = try session.change("INSERT INTO things (id, number) VALUES (\("\(number)"), \(number))")
            case .count: counts.append(try session.row("SELECT count(*) FROM things")?.integer(0) ?? -1)
            case .savepoint(let inner): if let more = try? session.savepoint({ try run(inner, session) }) { counts += more }
            case .refuse: throw Refused()
            }
        }
        return counts
    }

    func expected() -> Outcome {
        var state: Set<Int64> = []
        return (try? Program.imagine(steps, &state)).map { .kept($0) } ?? .refused
    }

    func remaining() -> [Int64] {
        var state: Set<Int64> = []
        return (try? Program.imagine(steps, &state)) == nil ? [] : state.sorted()
    }

    private static func imagine(_ steps: [Step], _ state: inout Set<Int64>) throws -> [Int64] {
        var counts: [Int64] = []
        for step in steps {
            switch step {
            case .add(let number, _): guard state.insert(number).inserted else { throw Refused() }
            case .count: counts.append(Int64(state.count))
            case .savepoint(let inner):
                var copy = state
                guard let more = try? imagine(inner, &copy) else { continue }
                state = copy
                counts += more
            case .refuse: throw Refused()
            }
        }
        return counts
    }
}

/// A generator whose numbers depend on nothing but its seed.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
