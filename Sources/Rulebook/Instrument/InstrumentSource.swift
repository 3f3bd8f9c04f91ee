/// Where instruments come from; lets readers of files find the right one without knowing how it is stored.
public protocol InstrumentSource: Sendable {
    /// The ids that can be asked for, the preferred one first.
    var ids: [InstrumentID] { get }
    /// - Throws: ``Refusal`` when there is none of this id.
    func instrument(_ id: InstrumentID) throws(Refusal) -> Instrument
}
