/// Follows the keys of a file from the first through all rotations.
struct KeyCheck {
    /// The most rotations of a file: one a day for almost three years.
    static let maximumRotations = 1_000

    private(set) var keys: [VerifyingKey]
    private(set) var rotations = 0
    private var retired: Set<KeyID> = []
    private var current: VerifyingKey
    private var currentID: KeyID
    // A key that nobody knows may sign thousands of checkpoints: it is named once.
    private var reported: Set<KeyID> = []

    init(first: VerifyingKey) {
        keys = [first]
        current = first
        currentID = first.id
    }

    /// Whether the checkpoint is signed by the key that is in use here.
    mutating func accepts(_ signed: SignedCheckpoint, line: Int, _ faults: inout FaultList) -> Bool {
        let checkpoint = signed.checkpoint
        guard checkpoint.key == currentID else {
            // Distinct names are few in honest files; in others the first hundred are enough.
            if reported.count < FaultList.capacity, reported.insert(checkpoint.key).inserted {
                faults.add(retired.contains(checkpoint.key) ? .retiredKey(checkpoint.key) : .unknownKey(checkpoint.key), line: line)
            } else {
                faults.add(.badSignature(size: checkpoint.size), line: line)
            }
            return false
        }
        guard current.accepts(signed.signature, over: checkpoint.signedBytes) else {
            faults.add(.badSignature(size: checkpoint.size), line: line)
            return false
        }
        return true
    }

    /// Goes on to the next key, if the rotation is right.
    mutating func take(_ rotation: KeyRotation, line: Int, _ faults: inout FaultList) {
        rotations += 1
        guard rotations <= Self.maximumRotations else {
            faults.add(.unexpectedLine, line: line)
            return
        }
        let before = faults.count
        if rotation.old != current { faults.add(.rotationFromOtherKey(rotation.old.id), line: line) }
        if !rotation.isSignedByOld { faults.add(.rotationNotSignedByOld(rotation.old.id), line: line) }
        if !rotation.isSignedByNew { faults.add(.rotationNotSignedByNew(rotation.new.id), line: line) }
        guard faults.count == before else { return }
        retired.insert(currentID)
        current = rotation.new
        currentID = rotation.new.id
        retired.remove(currentID)
        keys.append(current)
    }
}
