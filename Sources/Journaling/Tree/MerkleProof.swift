/// The two proofs of RFC 6962, checked as RFC 9162 writes it down (2.1.3.2 and 2.1.4.2). Nothing is read for it.
public enum MerkleProof {
    /// The most fingerprints of a path: no tree of this format is deeper.
    public static let maximumCount = 128

    /// Whether `path` proves that `leaf` is number `index` (from 0) of the `size` leaves under `root`.
    ///
    /// - Complexity: O(path)
    public static func includes(
        _ leaf: Fingerprint, index: Int, size: Int, path: [Fingerprint], root: Fingerprint
    ) -> Bool {
        guard index >= 0, index < size else { return false }
        var (place, last) = (index, size - 1)
        var node = leaf
        for sibling in path {
            guard last > 0 else { return false }
            if place & 1 == 1 || place == last {
                node = .ofNode(sibling, node)
                while place & 1 == 0, place != 0 { (place, last) = (place >> 1, last >> 1) }
            } else {
                node = .ofNode(node, sibling)
            }
            (place, last) = (place >> 1, last >> 1)
        }
        return last == 0 && node == root
    }

    /// Whether `path` proves that the tree of `new` leaves under `newRoot` begins with the `old` leaves under
    /// `oldRoot`. The path is empty when both sizes are equal or the old tree is empty.
    ///
    /// - Complexity: O(path)
    public static func extends(
        old: Int, oldRoot: Fingerprint, new: Int, newRoot: Fingerprint, path: [Fingerprint]
    ) -> Bool {
        guard old >= 0, old <= new else { return false }
        if old == new { return path.isEmpty && oldRoot == newRoot && (old > 0 || oldRoot == .ofEmptyTree) }
        if old == 0 { return path.isEmpty && oldRoot == .ofEmptyTree }
        let shift = old.trailingZeroBitCount
        var (place, last) = ((old - 1) >> shift, (new - 1) >> shift)
        var rest = path[...]
        // A complete old tree is its own first node, which is not sent.
        let isComplete = old.nonzeroBitCount == 1
        guard let start = isComplete ? oldRoot : rest.popFirst() else { return false }
        var (before, after) = (start, start)
        for node in rest {
            guard last > 0 else { return false }
            if place & 1 == 1 || place == last {
                before = .ofNode(node, before)
                after = .ofNode(node, after)
                while place & 1 == 0, place != 0 { (place, last) = (place >> 1, last >> 1) }
            } else {
                after = .ofNode(after, node)
            }
            (place, last) = (place >> 1, last >> 1)
        }
        return last == 0 && before == oldRoot && after == newRoot
    }
}
