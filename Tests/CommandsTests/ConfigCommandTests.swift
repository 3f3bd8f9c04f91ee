import Foundation
import Testing

@Suite("zona config")
struct ConfigCommandTests {
    /// What `zona config show` says, by key.
    private func shown(_ arguments: [String] = [], environment: [String: String] = [:]) throws -> [String: [String: Any]] {
        let run = try Zona.run(["config", "show", "--format", "json"] + arguments, environment: environment)
        #expect(run.status == 0, "\(run.errors)")
        let rows = try #require(try run.object["settings"] as? [[String: Any]])
        return Dictionary(uniqueKeysWithValues: rows.compactMap { row in (row["key"] as? String).map { ($0, row) } })
    }

    /// A value for each setting that is not its initial one.
    private static let others: [(key: String, first: String, second: String)] = [
        ("host", "::1", "0.0.0.0"), ("port", "0", "65535"), ("public-url", "https://zona.example", "http://localhost:1"),
        ("data", "/var/lib/zona", "a b/c"), ("database", "postgres://db/zona", "postgresql:///x?host=/run"),
        ("tls-certificate", "c.pem", "d.pem"), ("tls-key", "k.pem", "l.pem"), ("hsts-days", "0", "730"),
        ("trusted-proxies", "127.0.0.1, 10.0.0.0/8", "::1"), ("proxy-headers", "forwarded", "x-forwarded"),
        ("metrics-host", "::1", "10.0.0.1"), ("metrics-port", "9090", "0"), ("log-level", "debug", "error"),
        ("upload-megabytes", "1", "9"), ("document-megabytes", "1", "200"), ("upload-memory-megabytes", "16", "65536"), ("checks-at-once", "1", "1024"),
        ("waiting-checks", "0", "100000"), ("connections", "1", "1000000"), ("idle-seconds", "1", "3600"),
        ("upload-seconds", "1", "3600"), ("stop-seconds", "1", "3600"), ("drain-seconds", "1", "3600"),
        ("session-idle-minutes", "1", "20"), ("session-absolute-minutes", "60", "43200"),
        ("journal-sign-seconds", "5", "86400"),
    ]

    @Test("Every setting can be set by file, variable and option, and each overrules the one before")
    func precedence() throws {
        let folder = try Folder()
        let all = Self.others
        let initial = try shown()
        #expect(Set(initial.keys) == Set(all.map(\.key)))
        for (key, row) in initial {
            #expect(row["origin"] as? String == "bawaan" && row["value"] as? String == row["initial"] as? String, "\(key)")
        }
        let file = try folder.write("zona.conf", all.map { "\($0.key) = \($0.first)\n" }.joined())
        let byFile = try shown(["--config", file])
        for (index, setting) in all.enumerated() {
            #expect(byFile[setting.key]?["value"] as? String == setting.first)
            #expect(byFile[setting.key]?["origin"] as? String == "berkas")
            #expect(byFile[setting.key]?["place"] as? String == "\(file) baris \(index + 1)")
        }
        let environment = Dictionary(
            uniqueKeysWithValues: all.map { ("ZONA_" + $0.key.uppercased().replacingOccurrences(of: "-", with: "_"), $0.second) })
        let byVariable = try shown(environment: environment.merging(["ZONA_CONFIG": file]) { $1 })
        for setting in all {
            #expect(byVariable[setting.key]?["value"] as? String == setting.second)
            #expect(byVariable[setting.key]?["origin"] as? String == "lingkungan")
            #expect(environment[byVariable[setting.key]?["place"] as? String ?? ""] == setting.second)
        }
        let byOption = try shown(
            ["--config", file] + all.flatMap { ["--" + $0.key, $0.first] }, environment: environment)
        for setting in all {
            #expect(byOption[setting.key]?["value"] as? String == setting.first)
            #expect(byOption[setting.key]?["origin"] as? String == "opsi")
            #expect(byOption[setting.key]?["place"] as? String == "--" + setting.key)
        }
        #expect(try shown(environment: ["ZONA_PORT": ""])["port"]?["origin"] as? String == "bawaan")
    }

    @Test("Remarks, blanks, line ends of Windows and a byte order mark are taken as they are")
    func format() throws {
        let folder = try Folder()
        let text = "\u{FEFF}# catatan\r\n\r\n  port=1 # port\r\n\thost\t=\t::1\t# alamat\r\ndata = /a#b=c d\r\n   # lain\r\n#port = 3"
        let rows = try shown(["--config", try folder.write("zona.conf", text)])
        #expect(rows["port"]?["value"] as? String == "1")
        #expect(rows["host"]?["value"] as? String == "::1")
        #expect(rows["data"]?["value"] as? String == "/a#b=c d")
        #expect(rows["data"]?["place"] as? String == "\(folder.path("zona.conf")) baris 5")
    }

    @Test("All problems of a file come at once, each with its line, code and way out")
    func problems() throws {
        let folder = try Folder()
        let lines: [(line: String, code: String, part: String)] = [
            ("prot = 1", "ZI-1902", "Mungkin yang dimaksud “port”"), ("warna-latar = biru", "ZI-1902", "zona config show"),
            ("port = 1", "", ""), ("port = 2", "ZI-1903", "baris 3"), ("[server]", "ZI-1901", "Bagian"), ("host", "ZI-1901", "kunci = nilai"),
            ("= 3", "ZI-1901", "huruf kecil"), ("Host = a", "ZI-1901", "huruf kecil"), ("host =", "ZI-1901", "tidak diberi nilai"),
            ("host = # x", "ZI-1901", "tidak diberi nilai"), ("data = \"/a\"", "ZI-1901", "tanda petik"), ("data = '/a", "ZI-1901", "tanda petik"),
            ("data = a\u{7}b", "ZI-1901", "tidak terlihat"), ("hsts-days = satu", "ZI-1904", "0 sampai 730"),
            ("database = mysql://u:rahasia@h/d", "ZI-1904", "postgres://"),
        ]
        let file = try folder.write("zona.conf", lines.map(\.line).joined(separator: "\n"))
        let run = try Zona.run(["config", "show", "--config", file, "--connections", "0"])
        #expect(run.status == 65)
        #expect(run.output.isEmpty)
        for (index, line) in lines.enumerated() where !line.code.isEmpty {
            let found = run.errors.split(separator: "\n").first { $0.contains("\(line.code)  \(file) baris \(index + 1): ") }
            #expect(found?.contains(line.part) == true, "\(line.line): \(run.errors)")
        }
        #expect(run.errors.contains("ZI-1904  --connections: "))
        #expect(!run.errors.contains("rahasia"))
    }

    @Test(
        "Numbers are accepted from the least to the most and not beyond",
        arguments: [
            ("port", 0, 65_535), ("metrics-port", 0, 65_535), ("hsts-days", 0, 730), ("upload-megabytes", 1, 10),
            ("upload-memory-megabytes", 16, 65_536), ("checks-at-once", 1, 1_024), ("waiting-checks", 0, 100_000),
            ("connections", 1, 1_000_000), ("idle-seconds", 1, 3_600), ("upload-seconds", 1, 3_600), ("stop-seconds", 1, 3_600),
            ("drain-seconds", 0, 3_600), ("session-idle-minutes", 1, 10_080), ("session-absolute-minutes", 1, 43_200),
            ("journal-sign-seconds", 5, 86_400),
        ])
    func ranges(key: String, least: Int, most: Int) throws {
        let wide = ["--session-absolute-minutes", "43200", "--session-idle-minutes", "1"]
        for value in ["\(least)", "\(most)"] {
            #expect(try Zona.run(["config", "show"] + wide + ["--\(key)", value]).status == 0, "\(value)")
        }
        for value in ["\(least - 1)", "\(most + 1)", "+1", "1.0", "1e1", " 1", "٣", "99999999999999999999", "0x1"] {
            let run = try Zona.run(["config", "show", "--\(key)=\(value)"])
            #expect(run.status == 64, "\(value)")
            #expect(run.errors.contains("ZI-1904  --\(key): "), "\(run.errors)")
        }
    }

    @Test(
        "Values of other kinds are refused with their rule",
        arguments: [
            ("host", "a b"), ("host", "http://x"), ("public-url", "zona.example"), ("public-url", "https://a/b"),
            ("trusted-proxies", "0.0.0.0/0"), ("trusted-proxies", "10.0.0.1/8"), ("trusted-proxies", ","), ("trusted-proxies", "::1 proxy"),
            ("proxy-headers", "X-Forwarded-For"), ("log-level", "INFO"), ("tls-key", "a\nb"), ("metrics-port", "on"),
            ("database", "postgres://"), ("database", "postgres://u:p w@h/d"), ("database", "host=h password=p"), ("database", "postgres://zona:sandi"),
        ])
    func kinds(key: String, value: String) throws {
        let run = try Zona.run(["config", "show", "--\(key)=\(value)"])
        #expect(run.status == 64)
        #expect(run.errors.contains("ZI-1904  --\(key): "), "\(run.errors)")
        #expect(!run.errors.contains("sandi\n") && !run.errors.contains("=p"))
    }

    @Test("Settings that contradict each other are refused together")
    func conflicts() throws {
        let run = try Zona.run(
            ["config", "show", "--tls-key", "k", "--session-idle-minutes", "721", "--metrics-port", "8080"])
        #expect(run.status == 64)
        #expect(run.errors.components(separatedBy: "ZI-1905").count == 4, "\(run.errors)")
        #expect(try Zona.run(["config", "show", "--session-idle-minutes", "720", "--metrics-port", "8081"]).status == 0)
        #expect(try Zona.run(["config", "show", "--metrics-port", "0", "--port", "0"]).status == 0)
    }

    @Test(
        "A password is shown nowhere, however it is written",
        arguments: [
            "postgres://zona:S3cr3t@db/zona", "postgres://zona:a:S3cr3t@db:5432/zona?sslmode=require", "postgres://zona:S3c#r@S3cr3t/x@db/zona",
            "postgres://zona:S3cr3t?x@db/zona", "postgres://db/zona?user=zona&password=S3cr3t", "postgres://db/zona?p%61ssword=S3cr3t&sslmode=require",
            "postgres://zona:x@db/zona?sslpassword=S3cr3t", "postgresql://:S3cr3t@/zona", "postgres://zona:S3cr3t@h1:1,h2:2/zona",
            "postgresql:///zona?host=/run@user=a&password=S3cr3t",
        ])
    func masking(address: String) throws {
        let folder = try Folder()
        let file = try folder.write("zona.conf", "database = \(address)\n")
        for arguments in [["--config", file], ["--database", address]] {
            for format in ["text", "json"] {
                let run = try Zona.run(["config", "show", "--format", format] + arguments)
                #expect(run.status == 0, "\(run.errors)")
                #expect(run.output.contains("****"))
                #expect(!(run.output + run.errors).contains("S3cr3t"), "\(run.output)")
                #expect(run.errors.contains("ZI-1906"))
            }
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
        #expect(!(try Zona.run(["config", "show", "--config", file]).errors.contains("ZI-1906")))
    }

    @Test("An address without a password is shown whole")
    func unmasked() throws {
        let address = "postgres://zona@db.example:5432/zona?sslmode=verify-full"
        let run = try Zona.run(["config", "show", "--database", address])
        #expect(run.output.contains(address))
        #expect(run.errors.isEmpty)
    }

    @Test("Variables that look like ours are named, not refused")
    func strangers() throws {
        let run = try Zona.run(["config", "show"], environment: ["ZONA_SERVICE_HOST": "10.0.0.1"])
        #expect(run.status == 0)
        #expect(run.errors.contains("ZI-1902  ZONA_SERVICE_HOST: "))
    }

    @Test("A file that cannot be read as one is refused")
    func unreadable() throws {
        let folder = try Folder()
        let large = try folder.write("besar.conf", String(repeating: "#\n", count: 32 << 10) + "#")
        let fits = try folder.write("muat.conf", String(repeating: "#\n", count: 32 << 10))
        #expect(try Zona.run(["config", "show", "--config", fits]).status == 0)
        let binary = folder.path("biner.conf")
        try Data([0x70, 0xFF, 0xFE, 0x00]).write(to: URL(filePath: binary))
        for (path, code) in [(folder.path("tidak-ada.conf"), "ZI-1010"), (folder.url.path, "ZI-1010"), (large, "ZI-1002"), (binary, "ZI-1005")] {
            let run = try Zona.run(["config", "show", "--config", path])
            #expect(run.status == 65, "\(path)")
            #expect(run.errors.contains(code), "\(run.errors)")
        }
    }

    @Test("A hundred files of noise end with a code, never with a crash")
    func noise() throws {
        let folder = try Folder()
        var state: UInt64 = 42
        func next() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33)
        }
        let pieces = ["port", "=", " ", "\n", "#", "\r", "database", "postgres://", "@", ":", "[", "\"", "\u{0}", "é", "9", "-", "?password=", "\t"]
        for round in 0..<100 {
            let text = (0..<(next() % 60)).map { _ in pieces[next() % pieces.count] }.joined()
            let run = try Zona.run(["config", "show", "--config", try folder.write("z.conf", text)])
            #expect([0, 65].contains(run.status), "round \(round): \(text.debugDescription)")
        }
    }

    @Test("The sample file holds every setting and, freed of its remarks, is a file that works")
    func sample() throws {
        let folder = try Folder()
        let sample = try Zona.run(["config", "sample"])
        #expect(sample.status == 0)
        #expect(try Zona.run(["config", "show", "--config", try folder.write("a.conf", sample.output)]).status == 0)
        let freed = sample.output.split(separator: "\n").compactMap { line -> String? in
            let text = line.dropFirst(2)
            return text.contains(/^[a-z-]+ = [^<]/) ? String(text) : nil
        }
        let rows = try shown(["--config", try folder.write("b.conf", freed.joined(separator: "\n"))])
        #expect(rows.values.allSatisfy { $0["value"] as? String == $0["initial"] as? String })
        for key in rows.keys { #expect(sample.output.contains("\n# \(key) = ")) }
    }

    @Test("The table in the guide is the one in the program")
    func guide() throws {
        let guide = try String(contentsOf: Zona.root.appending(path: "docs/operasi.md"), encoding: .utf8)
        let written = guide.split(separator: "\n").filter { $0.hasPrefix("| `") && $0.contains("`ZONA_") }.map(String.init)
        let run = try Zona.run(["config", "show", "--format", "json"])
        let rows = try #require(try run.object["settings"] as? [[String: Any]])
        let expected = try rows.map { row -> String in
            let key = try #require(row.text("key"))
            let variable = try #require(row.text("variable"))
            let meaning = try #require(row.text("meaning"))
            #expect(row.text("option") == "--" + key)
            return "| `\(key)` | `\(variable)` | \((row["initial"] as? String).map { "`\($0)`" } ?? "–") | \(meaning) |"
        }
        #expect(written == expected)
        for row in expected where !written.contains(row) { Issue.record("docs/operasi.md lacks: \(row)") }
    }
}
