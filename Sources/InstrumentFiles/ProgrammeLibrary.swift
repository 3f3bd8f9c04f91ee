import CEmbedded
public import Rulebook

/// Reads a programme file.
public enum ProgrammeFile {
    /// Most bytes a programme file may have.
    public static let largestFile = 1 << 20

    /// Reads and checks a file: shape, words that are known, one rule for each step and designation, a clause for each rule.
    ///
    /// - Throws: `Refusal` with code, place and reason of what is wrong.
    /// - Complexity: O(size of the file)
    public static func read(_ bytes: some Collection<UInt8>) throws(Refusal) -> ProgrammeRules {
        guard bytes.count <= largestFile else {
            throw Refusal(.fileTooLarge, at: "", "Berkas aturan program paling besar 1 MB.")
        }
        return try ProgrammeBuilder(decodeStrictly(Strict<ProgrammeWire>.self, from: bytes, code: .programmeMalformed).wire).build()
    }
}

/// The programmes that travel with the program.
public enum ProgrammeLibrary {
    /// The ids, the one in force first.
    public static let shipped: [ProgrammeID] = ["permenpanrb-90-2021", "permenpanrb-52-2014"]

    /// Reads one programme. Reading takes some milliseconds: keep what you get.
    ///
    /// - Throws: `Refusal` of code `programmeUnknown` when there is none of this id.
    public static func rules(_ id: ProgrammeID) throws(Refusal) -> ProgrammeRules {
        guard shipped.contains(id), let file = zona_embedded("programmes/\(id).json") else {
            throw Refusal(
                .programmeUnknown, at: id.text,
                "Aturan program “\(id)” tidak ada. Yang tersedia: \(shipped.map(\.text).joined(separator: ", ")).")
        }
        return try ProgrammeFile.read(UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.size))
    }
}
