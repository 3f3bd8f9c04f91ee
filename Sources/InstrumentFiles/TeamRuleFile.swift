import CEmbedded
public import Rulebook

/// Reads what a team of assessors must be, by programme. The regulations leave the numbers open, so they stand in a file of their
/// own, `Instruments/assessment-teams.json` (`docs/adr/0034`).
public enum TeamRuleFile {
    /// The rules that travel with the program.
    ///
    /// - Throws: `Refusal` when the file cannot be read.
    public static func shipped() throws(Refusal) -> [ProgrammeID: TeamRule] {
        guard let file = zona_embedded("assessment-teams.json") else { return [:] }
        return try read(UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.size))
    }

    /// Reads a file.
    ///
    /// - Throws: `Refusal` of code `instrumentMalformed` or `figureOutOfRange` with the place of what is wrong.
    /// - Complexity: O(size of the file)
    public static func read(_ bytes: some Collection<UInt8>) throws(Refusal) -> [ProgrammeID: TeamRule] {
        let wires = try decodeStrictly([String: Strict<TeamWire>].self, from: bytes, code: .instrumentMalformed)
        var rules: [ProgrammeID: TeamRule] = [:]
        for (programme, wire) in wires.sorted(by: { $0.key < $1.key }) {
            var least: [TeamSeat: Int] = [:]
            for (name, count) in wire.least {
                guard let seat = TeamSeat(rawValue: name) else {
                    throw Refusal(
                        .instrumentMalformed, at: "\(programme).least.\(name)",
                        "Kursi “\(name)” tidak dikenal. Yang ada: \(TeamSeat.allCases.map(\.rawValue).joined(separator: ", ")).")
                }
                least[seat] = count.value
            }
            guard least.values.allSatisfy({ (0...50).contains($0) }), (0...3_660).contains(wire.belongingDays.value), !wire.source.isEmpty else {
                throw Refusal(
                    .figureOutOfRange, at: programme,
                    "Jumlah orang 0 sampai 50, masa jeda 0 sampai 3660 hari, dan sumbernya disebut. Betulkan angkanya.")
            }
            rules[ProgrammeID(programme)] = TeamRule(least: least, belongingDays: wire.belongingDays.value)
        }
        return rules
    }
}

struct TeamWire: StrictlyKeyed {
    /// By seat.
    let least: [String: Whole]
    let belongingDays: Whole
    let source: String

    enum CodingKeys: String, CodingKey, CaseIterable { case least, belongingDays, source }
}
