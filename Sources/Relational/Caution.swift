/// Whether transactions should put a savepoint around each request from the start. Savepoints cost about half as much
/// again as the requests; doing a transaction twice costs more than that. So they pay once more than a third of the
/// transactions have a failure in them.
struct Caution: Hashable, Sendable {
    /// How many of the late transactions had a failure, in 1/4,096; the last one counts an eighth.
    private(set) var share = 0

    /// Whether savepoints pay.
    var isCalledFor: Bool { share > 1_536 }

    /// Learns how a transaction went.
    mutating func note(failure: Bool) {
        share += ((failure ? 4_096 : 0) - share) / 8
    }
}
