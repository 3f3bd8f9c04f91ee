import CXlsxWriter
import Rulebook

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes a workbook with libxlsxwriter. Lives only inside ``writing(title:subject:_:)``.
final class WorkbookPen {
    private let book: UnsafeMutablePointer<lxw_workbook>
    private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
    private var texts: [String: UnsafeMutablePointer<CChar>] = [:]
    /// The first thing the library refused.
    private var failure = LXW_NO_ERROR

    private init(_ book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

    deinit {
        for text in texts.values { free(text) }
    }

    /// Makes a workbook and gives back the bytes of its file.
    ///
    /// - Parameter rowByRow: whether each row is written out before the next is begun; then rows are written from the
    ///   top down, and memory does not grow with them.
    /// - Throws: `Refusal` with `incident` when the disk does not take it, `beyondLimits` when a text does not
    ///   fit in a cell.
    static func writing(
        title: String, subject: String, rowByRow: Bool = false, _ body: (WorkbookPen) -> Void
    ) throws(Refusal) -> [UInt8] {
        let file = try TemporaryFile(suffix: ".xlsx")
        var made: UnsafeMutablePointer<lxw_workbook>?
        file.folder.withCString { folder in
            var options = lxw_workbook_options()
            options.constant_memory = rowByRow ? 1 : 0
            options.tmpdir = UnsafeMutablePointer(mutating: folder)
            made = workbook_new_opt(file.path, &options)
        }
        guard let book = made else { throw TemporaryFile.fault }
        // The folder's name was lent to the library for that call only; it copies it.
        let pen = WorkbookPen(book)
        var properties = lxw_doc_properties()
        properties.title = pen.keep(title)
        properties.subject = pen.keep(subject)
        pen.check(workbook_set_properties(book, &properties))
        body(pen)
        let written = workbook_close(book)
        guard written == LXW_NO_ERROR else { throw TemporaryFile.fault }
        guard pen.failure == LXW_NO_ERROR else {
            throw Refusal(
                .beyondLimits, at: "",
                "Ada teks instrumen yang tidak muat dalam satu sel buku kerja. Pendekkan teks pada berkas kata-kata.")
        }
        return try file.contents()
    }

    /// Adds a sheet after those there are.
    func addSheet(_ name: String) -> SheetPen? {
        guard let sheet = workbook_add_worksheet(book, name) else {
            check(LXW_ERROR_MEMORY_MALLOC_FAILED)
            return nil
        }
        return SheetPen(book: self, sheet: sheet)
    }

    /// The library's format for a style; made once.
    func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
        if let known = formats[style] { return known }
        guard let format = workbook_add_format(book) else { return nil }
        style.apply(to: format)
        formats[style] = format
        return format
    }

    /// A text that stays where it is until the workbook is written.
    func keep(_ text: String) -> UnsafeMutablePointer<CChar>? {
        if let known = texts[text] { return known }
        let copy = strdup(text)
        texts[text] = copy
        return copy
    }

    func check(_ result: lxw_error) {
        if failure == LXW_NO_ERROR { failure = result }
    }
}
