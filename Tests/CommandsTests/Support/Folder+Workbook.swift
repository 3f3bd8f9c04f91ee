import CZip
import Foundation
import Testing

extension Folder {
    /// Writes a situation as Zona's own workbook in which one formula was typed over, and returns the path.
    ///
    /// - Parameters:
    ///   - cell: of the sheet `LKE`, with a formula.
    ///   - number: what stands there instead.
    func damagedWorkbook(_ name: String, cell: String, number: String) throws -> String {
        let path = path("\(name).xlsx")
        try #require(try Zona.run(["sheet", "convert", try sheet(name), "--output", path]).status == 0)
        let archive = try #require(zip_open(path, 0, nil))
        let part = "xl/worksheets/sheet2.xml"
        let file = try #require(zip_fopen(archive, part, 0))
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while case let count = zip_fread(file, &piece, zip_uint64_t(piece.count)), count > 0 { bytes += piece.prefix(Int(count)) }
        zip_fclose(file)
        let text = String(decoding: bytes, as: UTF8.self)
        let changed = text.replacing(try Regex("(<c r=\"\(cell)\"[^>]*>)<f>[^<]*</f><v>[^<]*</v>", as: (Substring, Substring).self)) {
            "\($0.output.1)<v>\(number)</v>"
        }
        try #require(changed != text)
        // libzip reads the new part only on closing.
        let content = Array(changed.utf8)
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: content.count)
        defer { buffer.deallocate() }
        _ = buffer.initialize(from: content)
        let source = zip_source_buffer(archive, buffer.baseAddress, zip_uint64_t(buffer.count), 0)
        try #require(zip_file_add(archive, part, source, zip_flags_t(8_192)) >= 0)
        try #require(zip_close(archive) == 0)
        return path
    }
}
