public import Rulebook

/// Reads an instrument file.
public enum InstrumentFile {
    /// Most bytes an instrument or wording file may have.
    public static let largestFile = 4 << 20

    /// Reads and checks a file: shape, weights at every level, unique codes, thresholds with a measure, figures
    /// with a source.
    ///
    /// - Parameter wording: texts to show in place of the file's own.
    /// - Throws: `Refusal` with code, place and reason of what is wrong.
    /// - Complexity: O(size of the file)
    public static func read(_ bytes: some Collection<UInt8>, wording: Wording? = nil) throws(Refusal) -> Instrument {
        guard bytes.count <= largestFile else {
            throw Refusal(.fileTooLarge, at: "", "Berkas instrumen paling besar 4 MB.")
        }
        let wire = try decodeStrictly(Strict<InstrumentWire>.self, from: bytes, code: .instrumentMalformed)
        let builder = InstrumentBuilder(wire.wire)
        let instrument = try builder.build()
        guard let wording, wording.instrument == instrument.id else { return instrument }
        return try Instrument(wording.applied(to: instrument.parts))
    }
}
