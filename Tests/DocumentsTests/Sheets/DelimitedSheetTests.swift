import InstrumentFiles
import Rulebook
import Testing

@testable import Documents

@Suite("Sheets as kode,jawaban")
struct DelimitedSheetTests {
    private let library = InstrumentLibrary()

    private func read(_ text: String, _ id: InstrumentID? = nil) throws(Refusal) -> SheetReading {
        try SheetFile.read(Array(text.utf8), from: library, instrument: id)
    }

    private func refusal(_ text: String) -> [String] {
        do throws(Refusal) {
            _ = try read(text)
            return []
        } catch {
            return error.findings.map { "\($0.code.rawValue) \($0.location)" }
        }
    }

    @Test(
        "Comma, semicolon and tab part the fields; lines end as they like; a byte order mark is passed over",
        arguments: [",", ";", "\t"])
    func separators(separator: String) throws {
        for end in ["\n", "\r\n", "\r"] {
            for mark in ["", "\u{FEFF}"] {
                let text =
                    mark
                    + ["kode|jawaban", "A.I.1.i.a|Ya", "A.I.1.i.b|B"].joined(separator: end)
                    .replacing("|", with: separator)
                let reading = try read(text)
                #expect(reading.format == .csv)
                #expect(reading.sheet.answer("A.I.1.i.a") == .choice(0))
                #expect(reading.sheet.answer("A.I.1.i.b") == .choice(1))
                #expect(reading.locations["A.I.1.i.b"] == "baris 3")
                #expect(reading.allFindings.isEmpty)
            }
        }
    }

    @Test("With a semicolon as separator the decimal mark may be a comma; with a comma it is quoted")
    func decimals() throws {
        for text in ["kode;jawaban\nB.I.a;3,78\n", "kode,jawaban\nB.I.a,\"3,78\"\n", "kode,jawaban\nB.I.a,3.78\n"] {
            let sheet = try read(text, "permenpanrb-90-2021").sheet
            let position = try #require(sheet.instrument.question("B.I.a"))
            #expect(sheet.answerText(at: position) == "3.78")
        }
    }

    @Test("Headings stand in any order and case; other columns are noted, not read")
    func headings() throws {
        let reading = try read("No,JAWABAN,Catatan, Kode \n1,Ya,abc,A.I.1.i.a\n2,B,,A.I.1.i.b\n")
        #expect(reading.sheet.answer("A.I.1.i.a") == .choice(0))
        #expect(reading.sheet.answer("A.I.1.i.b") == .choice(1))
        #expect(reading.findings.map(\.code) == [.contentIgnored])
        #expect(reading.findings.first?.severity == .info)
        #expect(reading.findings.first?.location == "baris 1")
        #expect(reading.findings.first?.message.contains("“no”, “catatan”") == true)
    }

    @Test("Without headings the first column is the code and the second the answer")
    func noHeadings() throws {
        let reading = try read("A.I.1.i.a,Ya\nA.I.1.i.b,B\n")
        #expect(reading.sheet.answer("A.I.1.i.b") == .choice(1))
        #expect(reading.locations["A.I.1.i.a"] == "baris 1")
        #expect(reading.allFindings.isEmpty)
    }

    @Test("A heading without jawaban is refused")
    func missingHeading() {
        #expect(refusal("kode,isian\nA.I.1.i.a,Ya\n") == ["ZI-1007 baris 1"])
    }

    @Test("Blank answers are blank, and a short line is one too")
    func blanks() throws {
        let reading = try read("kode,jawaban\nA.I.1.i.a,\nA.I.1.i.b\nA.I.1.ii.a,  \nA.II.1.i.a/jumlah_agen,\n")
        #expect(reading.sheet.allAnswers.allSatisfy { $0 == nil })
        #expect(reading.allFindings.isEmpty)
    }

    @Test("Letters in any case and stray blanks are forgiven and noted at their lines")
    func forgiven() throws {
        let reading = try read("kode,jawaban\nA.I.1.i.a, ya\nA.I.1.i.b,b\nA.I.1.ii.b,B\n")
        #expect(reading.findings.map { "\($0.code.rawValue) \($0.location)" } == ["ZI-1201 baris 2", "ZI-1201 baris 3"])
    }

    @Test("All problems are refused at once, in the order of the lines")
    func problems() {
        let text = """
            kode,jawaban
            A.I.1.i.a,Mungkin
            A.I.1.i.b,D
            A.I.1.ii.a,Ya
            A.I.1.ii.a,Tidak
            A.I.1.ii.z,Ya
            B.I.a,"1.234,5"
            B.II.a,4.01
            A.II.1.i.a,75
            A.II.1.i.b/jumlah_perubahan,-1
            A.II.1.i.b/jumlah_terintegrasi,"2,5"
            A.II.3.iii.a/pelanggaran_tahun_lalu,10000000
            A.II.3.iii.a/pelanggaran_tahun_ini,banyak
            A.II.3.iii.a/pelanggaran_disanksi,0

            A.II.4.i.a/jumlah_sasaran,8
            A.II.6.i.b/layanan,8
            ,Ya
            """
        #expect(
            refusal(text) == [
                "ZI-1103 baris 2", "ZI-1103 baris 3", "ZI-1102 baris 5", "ZI-1101 baris 6", "ZI-1104 baris 7",
                "ZI-1105 baris 8", "ZI-1101 baris 9", "ZI-1106 baris 10", "ZI-1106 baris 11", "ZI-1108 baris 12",
                "ZI-1104 baris 13", "ZI-1107 baris 16", "ZI-1101 baris 17", "ZI-1101 baris 18",
            ])
    }

    @Test("Text that is not UTF-8 and unmatched quotes are refused at their line")
    func malformed() {
        let latin = Array("kode,jawaban\nA.I.1.i.a,".utf8) + [0xE9, 0x0A]
        let refused = #expect(throws: Refusal.self) { try SheetFile.read(latin, from: library) }
        #expect(refused?.findings.map(\.code) == [.malformedText])
        #expect(refused?.findings.first?.location == "baris 2")
        #expect(refusal("kode,jawaban\nA.I.1.i.a,\"Ya\n").first?.hasPrefix("ZI-1005") == true)
    }

    @Test("What is written reads back as the same sheet, notes and all", arguments: InstrumentLibrary.shipped, [1, 2, 3, 4, 5])
    func roundTrip(id: InstrumentID, seed: Int) throws {
        let instrument = try library.instrument(id)
        for sheet in [
            try FormAnswers.complete(instrument, seed: UInt64(seed)), try AnswerCases.random(instrument, seed: UInt64(seed)),
        ] {
            let text = DelimitedSheet.write(sheet)
            let reading = try read(text)
            #expect(reading.sheet.instrument.id == id)
            #expect(reading.sheet.allAnswers == sheet.allAnswers)
            #expect(reading.allFindings.isEmpty)
            let rows = 1 + instrument.questions.reduce(0) { $0 + max($1.inputs.count, 1) }
            #expect(text.split(separator: "\n").count == rows)
        }
    }
}
