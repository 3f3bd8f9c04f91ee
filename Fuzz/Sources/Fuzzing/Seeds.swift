import CEmbedded
import Documents
import FoundationEssentials
import Rulebook
import Samples

/// Writes inputs to start from: valid files of every kind, and some that are nearly so.
enum Seeds {
    static func write(to folder: String) {
        for target in FuzzTarget.allCases {
            let place = "\(folder)/\(target.rawValue)"
            do {
                try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
                for (name, bytes) in try seeds(of: target) {
                    try Data(bytes).write(to: URL(filePath: "\(place)/\(name)"))
                }
            } catch { broken("seeds of \(target.rawValue): \(error)") }
        }
    }

    private static var sheets: [(name: String, sheet: ScoringSheet)] {
        var numbers = SeededNumbers(1)
        return Shelf.instruments.flatMap { instrument in
            [(0, "full"), (30, "part"), (100, "blank")].map { blanks, name in
                ("\(instrument.id)-\(name)", RandomSheets.sheet(of: instrument, blanks: blanks, using: &numbers))
            }
        }
    }

    private static func seeds(of target: FuzzTarget) throws(Refusal) -> [(String, [UInt8])] {
        switch target {
        case .csv:
            let short = ["A.I.1.i.a,Ya\n", "kode;jawaban\nA.I.1.i.a; ya \nA.II.1.i.a/jumlah_agen;12,0\n", "kode\tjawaban\n\"A.I.1.i.a\"\t\"Y\"\"a\"\r\n"]
            return sheets.map { ($0.name, Array(SheetExport.csv($0.sheet).utf8)) } + texts(short)
        case .json:
            let short = ["{\"answers\":{\"A.I.1.i.a\":\"Ya\",\"B.I.a\":3.78,\"B.II.a\":null},\"facts\":{}}", "{\"A.I.1.i.a\":\"ya\"}"]
            return sheets.map { ($0.name, Array(SheetExport.json($0.sheet).utf8)) } + texts(short)
        case .instrument:
            return InstrumentLibraryFiles.names.map { ($0, InstrumentLibraryFiles.bytes($0)) }
        case .wording:
            return texts([
                "{\"instrument\":\"permenpanrb-90-2021\",\"items\":{\"A.I.1.i.a\":{\"text\":\"a\",\"guidance\":\"b\",\"choices\":{\"Ya\":\"c\"}}}}",
                "{\"instrument\":\"permenpanrb-52-2014\",\"items\":{}}",
            ])
        case .workbook:
            var files: [(String, [UInt8])] = []
            for (name, sheet) in sheets where !name.hasSuffix("part") {
                files.append((name, try TemplateWorkbook.write(sheet.instrument, answers: sheet)))
            }
            if let form = MinistryFormSample(Shelf.filled) { files.append(("form", WorkbookFrame([(form.name, form.xml)]).bytes)) }
            return files
        case .part: return parts
        case .formula:
            return texts([
                "IF(J8=\"Ya/Tidak\",IF(K8=\"Ya\",1,0),\"Blm Diisi\")\nAVERAGE(L8:L9)*H7\nSUM(L7,L10,L14)/2^2\n",
                "MIN(1,K9/K8)\nMAX(0,-K9)\nIFERROR(K9/0,0)\n1E3&\"a\"<>\"b\"\nAND(TRUE,1<=2)\n", "L6\nL5\nL4\n((((1))))\n",
            ])
        case .multipart:
            return texts([
                """
                multipart/form-data; boundary=x\n--x\r\nContent-Disposition: form-data; name="berkas"; filename="a.csv"\r\n\
                Content-Type: text/csv\r\n\r\nkode,jawaban\r\n--x\r\nContent-Disposition: form-data; name="tuju"\r\n\r\nwbk\r\n--x--\r\n
                """, "multipart/form-data; boundary=\"a b\"\n--a b--",
            ])
        default: return access(target)
        }
    }

    private static var parts: [(String, [UInt8])] {
        let form = MinistryFormSample(Shelf.filled)?.xml ?? []
        let portal = (1...140).map { "<row r=\"\($0)\"><c r=\"K\($0)\" t=\"inlineStr\"><is><t>A</t></is></c></row>" }
        let layout = TemplateLayout(Shelf.instruments[0])
        let own = layout.rows.map { row in
            let answer = layout.takesAnswer(row) ? "<c r=\"\(row.cell(.answer))\"><v>1</v></c>" : ""
            return "<row r=\"\(row.number)\"><c r=\"\(row.cell(.code))\" t=\"str\"><v>\(row.key)</v></c>\(answer)</row>"
        }
        var seeds: [(PartInput.Place, [UInt8])] = [
            (.form, form), (.portal, WorkbookFrame.worksheet(portal.joined())), (.own, WorkbookFrame.worksheet(own.joined())),
        ]
        let listings = WorkbookFrame([("LKE ZI", [])]).listings
        for (place, listing) in zip([PartInput.Place.list, .links, .texts], listings) { seeds.append((place, listing.xml)) }
        return seeds.map { ("\($0.0)", [$0.0.rawValue] + $0.1) }
    }

    /// Seeds of what came with accounts and the journal.
    private static func access(_ target: FuzzTarget) -> [(String, [UInt8])] {
        let token = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"
        switch target {
        case .canonical:
            let short = [
                "{\"a\":[true,false,null,-1,9007199254740991],\"b_1\":{\"c\":\"\\u001f\\n\\\\\\\"é\"}}", "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]",
                "{\"b\":1,\"a\":1.0}",
            ]
            return texts(short) + SoundJournal.sample.lines.enumerated().map { ("line-\($0)", $1) }
        case .journal:
            let files = [SoundJournal.sample.bytes] + SoundJournal.sample.proofs + SoundJournal.strangers.map(\.bytes)
            return files.enumerated().map { ("file-\($0)", $1) }
        case .edits:
            // Each kind of step once, alone and before the file is closed again; on the journal and on some proof.
            return (0..<9).flatMap { kind -> [(String, [UInt8])] in
                let step = [UInt8(kind), 3, 5, 0, 70, 0x31]
                return [("step-\(kind)", [0] + step), ("closed-\(kind)", [0] + step + [7, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0]), ("proof-\(kind)", [150] + step)]
            }
        case .form: return texts(["nama=Siti+Aminah&nip=1985%2003&peran=a&peran=b&kosong=&x", "sandi=%C3%A9%20+&=a=b&&"])
        case .headers:
            return texts([
                "Cookie:a=b; zona-sesi=\(token); __Host-zona-sesi=\(token)\nCookie:zona-tamu=\(token)",
                "X-Forwarded-For:1.1.1.1, 203.0.113.9\nX-Forwarded-For:[2001:db8::1]:80\nX-Forwarded-Proto:https,http",
                "Forwarded:for=\"[2001:db8::1]:4711\";proto=https;by=x, for=1.1.1.1:80\nForwarded:for=_a;host=\"b\\\"c\"",
            ])
        case .address:
            return texts([
                "192.0.2.7", "2001:db8::7", "::ffff:192.0.2.7", "10.0.0.0/8", "2001:db8::/32", "https://zona.instansi.go.id:8443/", "http://[::1]:80",
                "[::1]:80",
            ])
        case .settings:
            return texts([
                "\u{FEFF}# remark\r\nhost = ::1 # here\r\nport=8080\n\ndatabase = postgres://zona:s#a@db/zona\n",
                "trusted-proxies = 10.0.0.0/8, ::1\nprot = 1\n[a]\nhost = \"a\"\n",
            ])
        case .database:
            return texts([
                "postgres://zona:sandi@db:5432/zona?sslmode=require", "postgresql:///zona?host=/run&user=a&password=sandi",
                "postgres://a:b@h1:1,[::1]:2/z?p%61ssword=c",
            ])
        case .account:
            return texts([
                "198503172010011002", "1985 0317 2010 0110 02", "Siti.Aminah+zi@instansi.go.id", " Dr.  Siti Aminah, M.Si. ", "7K3M-XQ92-ABCD",
                "o1il o1il o1il", "123 456",
            ])
        default: return []
        }
    }

    private static func texts(_ texts: [String]) -> [(String, [UInt8])] {
        texts.enumerated().map { ("short-\($0)", Array($1.utf8)) }
    }
}

/// The instrument files as they are built in.
private enum InstrumentLibraryFiles {
    static let names = ["permenpanrb-90-2021.json", "permenpanrb-52-2014.json"]

    static func bytes(_ name: String) -> [UInt8] {
        guard let file = zona_embedded(name) else { broken("\(name) is missing") }
        return Array(UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.size))
    }
}
