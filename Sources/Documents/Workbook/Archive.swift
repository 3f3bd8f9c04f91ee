import CZip
import Rulebook

/// How many bytes may still be unpacked.
struct UnpackBudget {
    private(set) var spent: Int
    let limits: WorkbookLimits

    init(limits: WorkbookLimits, spent: Int = 0) {
        self.limits = limits
        self.spent = spent
    }

    mutating func spend(_ count: Int) throws(Refusal) {
        spent += count
        guard spent <= limits.bytesOfAllParts else {
            throw .beyond("", "Isi berkas ini lebih dari \(limits.bytesOfAllParts >> 20) MiB setelah dibuka.")
        }
    }
}

/// An open zip archive over bytes in memory. It lives only inside `reading`.
struct Archive: ~Copyable {
    private let handle: OpaquePointer
    let limits: WorkbookLimits

    /// Opens the archive for the time of one call. Throws `brokenArchive` or `beyondLimits`.
    static func reading<Result>(
        _ bytes: [UInt8], limits: WorkbookLimits, _ body: (borrowing Archive) throws(Refusal) -> Result
    ) throws(Refusal) -> Result {
        try bytes.withUnsafeBufferPointer { (buffer) throws(Refusal) -> Result in
            let directory = try ArchiveDirectory(buffer, limits: limits)
            let archive = try Archive(buffer, limits: limits)
            // libzip may find another end record than the one that was checked.
            guard zip_get_num_entries(archive.handle, 0) == zip_int64_t(directory.count) else { throw .notAnArchive }
            return try body(archive)
        }
    }

    private init(_ buffer: UnsafeBufferPointer<UInt8>, limits: WorkbookLimits) throws(Refusal) {
        var fault = zip_error_t()
        zip_error_init(&fault)
        defer { zip_error_fini(&fault) }
        guard let source = zip_source_buffer_create(buffer.baseAddress, zip_uint64_t(buffer.count), 0, &fault) else {
            throw .notAnArchive
        }
        guard let handle = zip_open_from_source(source, ZIP_RDONLY, &fault) else {
            zip_source_free(source)
            throw .notAnArchive
        }
        self.handle = handle
        self.limits = limits
    }

    deinit { zip_discard(handle) }

    /// The number of a part by its name without a leading slash, letter case aside; `nil` when there is none.
    /// O(n) in the entries.
    func index(of part: String) -> zip_uint64_t? {
        let exact = zip_name_locate(handle, part, 0)
        let found = exact >= 0 ? exact : zip_name_locate(handle, part, zip_flags_t(ZIP_FL_NOCASE))
        return found >= 0 ? zip_uint64_t(found) : nil
    }

    /// Unpacks a part chunk by chunk into the XML parser, which calls the handler. Every bound is checked before
    /// the next chunk. Throws `brokenArchive`, `beyondLimits`, or what the handler throws.
    func parse(_ part: String, budget: inout UnpackBudget, _ handler: some XMLHandler) throws(Refusal) {
        guard let index = index(of: part) else { throw .missingPart(part) }
        var about = zip_stat_t()
        zip_stat_init(&about)
        guard zip_stat_index(handle, index, 0, &about) == 0 else { throw .missingPart(part) }
        guard about.comp_method == ZIP_CM_STORE || about.comp_method == ZIP_CM_DEFLATE else {
            throw .broken(part, "Cara pemampatan bagian “\(part)” tidak dikenal.")
        }
        guard let file = zip_fopen_index(handle, index, 0) else { throw .missingPart(part) }
        defer { zip_fclose(file) }

        let packed = Int(clamping: about.comp_size)
        let session = try XMLSession(part: part, limits: limits, handler)
        var unpacked = 0
        while true {
            // Once the handler has what it wants, the rest is unpacked only so that the checksum is compared.
            let (count, isLast) = try session.feed { (room) -> Int in
                Int(zip_fread(file, room.baseAddress, zip_uint64_t(room.count)))
            }
            unpacked += count
            try budget.spend(count)
            guard unpacked <= limits.bytesOfOnePart else {
                throw .beyond(part, "Bagian “\(part)” lebih dari \(limits.bytesOfOnePart >> 20) MiB setelah dibuka.")
            }
            guard unpacked <= 1 << 20 || unpacked / limits.compressionRatio <= packed else {
                throw .beyond(part, "Bagian “\(part)” mengembang lebih dari \(limits.compressionRatio) kali lipat.")
            }
            if isLast { return }
        }
    }
}
