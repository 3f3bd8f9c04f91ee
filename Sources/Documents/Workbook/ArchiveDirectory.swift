import Rulebook

/// The table of contents of a zip archive, checked before libzip is allowed to touch the bytes: entries that share
/// bytes, that are encrypted, or whose two headers disagree are how hostile archives are made, and libzip lets
/// them pass.
struct ArchiveDirectory {
    /// Entries in the order of the table.
    private(set) var count = 0

    /// Reads and checks the table. O(n log n) in the number of entries.
    init(_ bytes: UnsafeBufferPointer<UInt8>, limits: WorkbookLimits) throws(Refusal) {
        let reader = LittleEndianReader(bytes)
        guard let end = Self.endRecord(reader) else { throw .notAnArchive }
        let promised = reader.uint16(end + 10)
        let size = reader.uint32(end + 12)
        let start = reader.uint32(end + 16)
        guard promised <= limits.entries else {
            throw .beyond("", "Berkas ini memuat \(promised) bagian; batasnya \(limits.entries).")
        }
        // One disk, and the table ends where its end record starts.
        guard reader.uint16(end + 4) == 0, reader.uint16(end + 8) == promised, start + size <= end else {
            throw .notAnArchive
        }

        var spans: [(from: Int, to: Int)] = []
        var names: Set<[UInt8]> = []
        var at = start
        for _ in 0..<promised {
            guard let entry = DirectoryEntry(reader, at: at, before: end) else { throw .notAnArchive }
            let place = String(decoding: entry.name, as: UTF8.self)
            // Bits 0, 6 and 13: encrypted, strongly encrypted, header masked.
            guard entry.flags & 0x2041 == 0 else {
                throw .broken("", "Berkas ini terkunci sandi.")
            }
            guard names.insert(Array(entry.name)).inserted else {
                throw .broken(place, "Satu bagian tersimpan dua kali di dalam berkas.")
            }
            guard let data = entry.dataEnd(reader, before: start) else { throw .notAnArchive }
            spans.append((entry.localHeader, data))
            at = entry.next
            count += 1
        }
        spans.sort { $0.from < $1.from }
        for (span, following) in zip(spans, spans.dropFirst()) where span.to > following.from {
            throw .broken("", "Bagian-bagian di dalam berkas ini saling bertumpuk.")
        }
    }

    /// Where the end record stands: the last one whose comment reaches exactly to the end of the file.
    private static func endRecord(_ reader: LittleEndianReader) -> Int? {
        let length = 22
        guard reader.bytes.count >= length else { return nil }
        let last = reader.bytes.count - length
        for at in stride(from: last, through: max(0, last - 0xFFFF), by: -1)
        where reader.uint32(at) == 0x0605_4B50 && reader.uint16(at + 20) == last - at {
            return at
        }
        return nil
    }
}

/// One line of the table of contents.
private struct DirectoryEntry {
    let flags: Int
    let name: Slice<UnsafeBufferPointer<UInt8>>
    let packedSize: Int
    let localHeader: Int
    let next: Int

    init?(_ reader: LittleEndianReader, at: Int, before end: Int) {
        guard at + 46 <= end, reader.uint32(at) == 0x0201_4B50 else { return nil }
        let nameEnd = at + 46 + reader.uint16(at + 28)
        let extraEnd = nameEnd + reader.uint16(at + 30)
        next = extraEnd + reader.uint16(at + 32)
        guard next <= end else { return nil }
        flags = reader.uint16(at + 8)
        name = reader.bytes[(at + 46)..<nameEnd]
        // Sizes too large for 32 bits move to an extra field in this order; some programs always write it.
        var wide = reader.zip64Fields(from: nameEnd, to: extraEnd)[...]
        if reader.uint32(at + 24) == 0xFFFF_FFFF { _ = wide.popFirst() }
        let packed = reader.uint32(at + 20)
        let offset = reader.uint32(at + 42)
        packedSize = packed == 0xFFFF_FFFF ? wide.popFirst() ?? -1 : packed
        localHeader = offset == 0xFFFF_FFFF ? wide.popFirst() ?? -1 : offset
        guard packedSize >= 0, localHeader >= 0 else { return nil }
    }

    /// Where the packed bytes end; `nil` when the local header is not there or bears another name.
    func dataEnd(_ reader: LittleEndianReader, before end: Int) -> Int? {
        guard localHeader <= end - 30, reader.uint32(localHeader) == 0x0403_4B50 else { return nil }
        let nameStart = localHeader + 30
        let nameEnd = nameStart + reader.uint16(localHeader + 26)
        let start = nameEnd + reader.uint16(localHeader + 28)
        guard start <= end, packedSize <= end - start else { return nil }
        guard reader.bytes[nameStart..<nameEnd].elementsEqual(name) else { return nil }
        return start + packedSize
    }
}
