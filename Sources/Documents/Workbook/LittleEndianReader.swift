/// Numbers as zip archives store them. A read past the end gives 0: every caller checks the place it reads from
/// anyway, and a wrong file must never end the process.
struct LittleEndianReader {
    let bytes: UnsafeBufferPointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    func uint16(_ at: Int) -> Int {
        guard at >= 0, at + 2 <= bytes.count else { return 0 }
        return Int(bytes[at]) | Int(bytes[at + 1]) << 8
    }

    func uint32(_ at: Int) -> Int {
        uint16(at) | uint16(at + 2) << 16
    }

    /// The 64-bit numbers of the Zip64 extra field between two places; one beyond any file becomes -1.
    func zip64Fields(from start: Int, to end: Int) -> [Int] {
        var at = start
        while at + 4 <= end {
            let size = uint16(at + 2)
            guard at + 4 + size <= end else { break }
            if uint16(at) == 1 {
                return stride(from: at + 4, to: at + 4 + size - size % 8, by: 8).map { place in
                    uint32(place + 4) == 0 ? uint32(place) : -1
                }
            }
            at += 4 + size
        }
        return []
    }
}
