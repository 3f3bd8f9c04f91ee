import InstrumentFiles
import Rulebook

/// Every instrument with its scorer and adviser, prepared once and used by all requests.
struct PreparedInstruments: InstrumentSource {
    struct Prepared: Sendable {
        let instrument: Instrument
        let scorer: Scorer
        let adviser: Adviser
    }

    /// The preferred one first.
    let all: [Prepared]

    /// - Throws: `Refusal` when an instrument cannot be used.
    init(_ source: some InstrumentSource) throws(Refusal) {
        var all: [Prepared] = []
        for id in source.ids {
            let instrument = try source.instrument(id)
            let scorer = try Scorer(instrument)
            all.append(Prepared(instrument: instrument, scorer: scorer, adviser: try Adviser(scorer)))
        }
        self.all = all
    }

    var ids: [InstrumentID] { all.map(\.instrument.id) }

    func instrument(_ id: InstrumentID) throws(Refusal) -> Instrument {
        try prepared(id).instrument
    }

    /// - Throws: `Refusal` when there is none of this id.
    func prepared(_ id: InstrumentID) throws(Refusal) -> Prepared {
        if let found = all.first(where: { $0.instrument.id == id }) { return found }
        throw Refusal(
            .unknownInstrument, at: "instrumen",
            "Instrumen “\(id)” tidak ada. Yang tersedia: \(ids.map(\.text).joined(separator: ", ")).")
    }
}
