extension ChainTip {
    /// States the chain as it is now, signed.
    ///
    /// - Throws: `EntryRefusal.time`; `SigningFailure`.
    /// - Complexity: O(log size)
    public func checkpoint(at time: Int64, by key: SigningKey) throws -> SignedCheckpoint {
        try key.sign(
            Checkpoint(chain: chain, size: size, root: frontier.root, head: head, time: time, key: key.verifying.id))
    }
}
