/// Examines a file of the journal of any kind, in pieces of any size as they come. Memory does not grow with the file.
///
///     var verifier = JournalVerifier(trust: Trust(key: key))
///     while let piece = try next() { verifier.read(piece) }
///     let report = verifier.finish()
public struct JournalVerifier: Sendable {
    /// The most bytes of a line without its end.
    public static let maximumLineBytes = JournalEntry.maximumBytes

    /// How far the file has been understood.
    enum Stage {
        case header
        case body
        /// The last line has come.
        case closed
        /// Nothing can be made of it.
        case unknown
    }

    let trust: Trust
    var stage = Stage.header
    var header: FileLine.Header?
    var report = JournalReport()
    var faults = FaultList()
    var keys: KeyCheck?
    var chain: ChainCheck?
    var proof = ProofCheck()
    /// The last entry's text, for the openings that may follow it; empty when none may.
    var opened: [UInt8] = []
    var commitments: Set<Fingerprint>?
    var openedSequence = 0
    /// Whether any checkpoint of this chain had a good signature.
    var hasSignature = false
    /// The line on which the file ended.
    var closedAt = 0

    // The beginning of a line whose end has not come yet.
    private var partial: [UInt8] = []
    private var isSkipping = false

    /// Begins with a file.
    ///
    /// - Parameter trust: what the reader knows from elsewhere.
    public init(trust: Trust = Trust()) {
        self.trust = trust
    }

    /// Takes the next piece of the file. O(bytes)
    public mutating func read(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { read($0) }
    }

    /// Takes the next piece of the file. The bytes are not needed afterwards. O(bytes)
    public mutating func read(_ bytes: UnsafeRawBufferPointer) {
        var start = 0
        while let end = Self.lineEnd(in: bytes, from: start) {
            let piece = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
            start = end + 1
            if partial.isEmpty, !isSkipping, piece.count <= Self.maximumLineBytes {
                take(piece)
            } else {
                keep(piece)
                endPartial()
            }
        }
        keep(UnsafeRawBufferPointer(rebasing: bytes[start...]))
    }

    private mutating func keep(_ piece: UnsafeRawBufferPointer) {
        if isSkipping || partial.count + piece.count > Self.maximumLineBytes {
            isSkipping = true
            partial.removeAll(keepingCapacity: true)
        } else {
            partial.append(contentsOf: piece)
        }
    }

    private mutating func endPartial() {
        if isSkipping {
            isSkipping = false
            takeUnreadable(.lineTooLong, nil)
        } else {
            // Taken out while it is read, so that it is not copied.
            let line = partial
            partial = []
            line.withUnsafeBytes { take($0) }
        }
    }

    /// Ends the file.
    ///
    /// - Returns: all that was found.
    public mutating func finish() -> JournalReport {
        let hasRest = !partial.isEmpty || isSkipping
        if hasRest { report.lines += 1 }
        switch stage {
        case .header: faults.add(.unknownFile, line: 1)
        case .body: faults.add(.truncated, line: max(report.lines, 1))
        case .closed: if hasRest { faults.add(.afterEnd, line: report.lines) }
        case .unknown: break
        }
        conclude()
        report.faults = faults.sorted
        report.faultCount = faults.count
        return report
    }

    /// Where the next line ends, eight bytes at a time.
    private static func lineEnd(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var position = start
        let ones: UInt64 = 0x0101_0101_0101_0101
        while bytes.count - position >= 8 {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)) ^ (ones &* 0x0A)
            let hit = (word &- ones) & ~word & (ones &* 0x80)
            if hit != 0 { return position + hit.trailingZeroBitCount >> 3 }
            position += 8
        }
        while position < bytes.count {
            if bytes[position] == 0x0A { return position }
            position += 1
        }
        return nil
    }
}
