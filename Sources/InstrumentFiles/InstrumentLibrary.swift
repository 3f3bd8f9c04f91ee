import CEmbedded
public import Rulebook

/// The instruments at hand: those that travel with the program, and files that were added.
public struct InstrumentLibrary: InstrumentSource {
    /// The ids that travel with the program, the one in force first.
    public static let shipped: [InstrumentID] = ["permenpanrb-90-2021", "permenpanrb-52-2014"]

    private let wordings: [Wording]
    private let added: [Instrument]

    /// - Parameters:
    ///   - added: instruments read from files; they come before shipped ones of the same id.
    ///   - wordings: texts to show in place of the files' own, at most one an instrument.
    public init(added: [Instrument] = [], wordings: [Wording] = []) {
        self.added = added
        self.wordings = wordings
    }

    /// All ids, added ones first.
    public var ids: [InstrumentID] {
        added.map(\.id) + Self.shipped.filter { id in !added.contains { $0.id == id } }
    }

    /// Reads one instrument. Reading takes some milliseconds: keep what you get.
    ///
    /// - Throws: `Refusal` when there is none of this id.
    public func instrument(_ id: InstrumentID) throws(Refusal) -> Instrument {
        if let found = added.first(where: { $0.id == id }) { return found }
        guard Self.shipped.contains(id), let file = zona_embedded("\(id).json") else {
            throw Refusal(
                .unknownInstrument, at: id.text,
                "Instrumen “\(id)” tidak ada. Yang tersedia: \(ids.map(\.text).joined(separator: ", ")).")
        }
        let bytes = UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.size)
        return try InstrumentFile.read(bytes, wording: wordings.first { $0.instrument == id })
    }
}
