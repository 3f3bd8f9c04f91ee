import Rulebook
import Testing

@testable import Documents

@Suite("Tables out of files") struct TableFileTests {
    private func refusal(_ bytes: [UInt8]) -> [String] {
        do throws(Refusal) {
            _ = try TableFile.read(bytes)
            return []
        } catch { return error.findings.map { "\($0.code.rawValue) \($0.location)" } }
    }

    @Test(
        "Text parted by comma, semicolon or tab, with and without a mark in front, is the same table",
        arguments: ["kode,nama\nA1,Satu\n", "kode;nama\r\nA1;Satu\r\n", "kode\tnama\nA1\tSatu", "\u{FEFF}kode,nama\n\n , \nA1, Satu \n"])
    func text(file: String) throws {
        let table = try TableFile.read(Array(file.utf8))
        #expect(table.titles == ["kode", "nama"])
        #expect(table.rows.map { $0.cells.map(\.text) } == [["A1", "Satu"]])
    }

    @Test("Lines are those of the file, also behind quotes that hold line ends")
    func lines() throws {
        let table = try TableFile.read(Array("kode,nama\nA1,\"Satu\nDua\"\nB2,Tiga\n".utf8))
        #expect(table.rows.map(\.line) == [2, 4])
        #expect(table.place(line: 4, column: 1) == "baris 4, kolom “nama”")
    }

    @Test("A workbook is read from its first sheet that holds anything, with the addresses of its cells")
    func workbook() throws {
        let bytes = try WorkbookPen.writing(title: "t", subject: "s") { pen in
            _ = pen.addSheet("Kosong")
            guard let sheet = pen.addSheet("Data") else { return }
            sheet.text("Nama", 3, 1, .free)
            sheet.text("NIP", 3, 2, .free)
            sheet.text("Budi", 5, 1, .free)
            sheet.number(46_350, 5, 2, .free)
        }
        let table = try TableFile.read(bytes)
        #expect(table.titles == ["", "Nama", "NIP"] && table.headingLine == 3)
        #expect(table.rows.map(\.line) == [5])
        #expect(table.rows[0][2] == PlainTable.Cell("46350", .number))
        #expect(table.place(line: 5, column: 2) == "C5")
    }

    @Test("What is no table is refused with its code")
    func hostile() throws {
        #expect(refusal([]) == ["ZI-2308 "])
        #expect(refusal(Array("kode,nama\n".utf8)) == ["ZI-2308 "])
        #expect(refusal(Array("kode,nama\n,\n".utf8)) == ["ZI-2308 "])
        #expect(refusal([0xD0, 0xCF, 0x11, 0xE0]) == ["ZI-1001 "])
        #expect(refusal([0x50, 0x4B, 0x03, 0x04, 1, 2]) == ["ZI-1003 "])
        #expect(refusal([0, 1, 2, 3]) == ["ZI-1001 "])
        #expect(refusal(Array("kode,nama\nA1,".utf8) + [0xFF]) == ["ZI-1005 baris 2"])
        #expect(refusal(Array("kode,nama\nA1,\"x".utf8)) == ["ZI-1005 baris 2"])
        #expect(refusal([UInt8](repeating: 0x61, count: TableFile.largestFile + 1)) == ["ZI-1002 "])
        #expect(refusal(Array(String(repeating: "k,", count: 70).utf8)) == ["ZI-1004 baris 1"])
    }

    @Test("Fifty thousand rows are read, one more is refused", arguments: [(49_999, 0), (50_000, 0), (50_001, 1)])
    func rows(count: Int, refusals: Int) {
        var text = "kode,nama\n"
        for _ in 0..<count { text += "a,b\n" }
        #expect(refusal(Array(text.utf8)).count == refusals)
    }

    @Test("A wide heading in a workbook is refused")
    func wide() throws {
        let bytes = try WorkbookPen.writing(title: "t", subject: "s") { pen in
            let sheet = pen.addSheet("Data")
            for column in [0, 64] { sheet?.text("k", 1, column, .free) }
        }
        #expect(refusal(bytes) == ["ZI-1004 baris 1"])
    }
}
