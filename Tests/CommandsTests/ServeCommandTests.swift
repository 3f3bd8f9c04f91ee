import Foundation
import Testing

@Suite("zona serve")
struct ServeCommandTests {
    @Test("It tells where it is in one line that scripts read, serves, and ends well on SIGTERM")
    func serving() throws {
        let serving = try Serving(["--port", "0"])
        let line = try #require(serving.lines.first)
        let match = try #require(line.wholeMatch(of: /Zona siap di http:\/\/127\.0\.0\.1:([0-9]+) \(Ctrl\+C untuk berhenti\)/))
        #expect(try Serving.ask(match.1, "/health") == "ok\n")
        #expect(serving.stop() == 0)
    }

    @Test("File and variables hold for it too; metrics are where it says")
    func configured() throws {
        let folder = try Folder()
        let file = try folder.write("zona.conf", "port = 0\nmetrics-port = 0\ndata = \(folder.url.path)\n")
        let serving = try Serving([], lines: 4, environment: ["ZONA_CONFIG": file, "ZONA_HOST": "127.0.0.1"])
        let match = try #require(serving.lines.compactMap { $0.wholeMatch(of: /Metrik di http:\/\/127\.0\.0\.1:([0-9]+)\/metrics/) }.first)
        let text = try Serving.ask(match.1, "/metrics")
        #expect(text.contains("\nzona_build_info{version=\""))
        #expect(text.contains("\nprocess_open_fds "))
        #expect(serving.stop() == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["kunci", "zona.conf", "zona.db"])
    }

    @Test("A data folder that is missing is made for its owner only, where its parent is there")
    func folder() throws {
        let folder = try Folder()
        let data = folder.path("baru")
        let serving = try Serving(["--port", "0", "--data", data], lines: 3)
        #expect(serving.lines.last?.hasPrefix("Zona siap") == true)
        #expect(serving.stop() == 0)
        #expect(try FileManager.default.attributesOfItem(atPath: data)[.posixPermissions] as? Int == 0o700)
        #expect(try FileManager.default.contentsOfDirectory(atPath: data).sorted() == ["kunci", "zona.db"])
        #expect(!folder.exists("tidak"))
    }

    @Test("What keeps it from starting is told in one message with its code and exit status")
    func refusals() throws {
        let folder = try Folder()
        let serving = try Serving(["--port", "0"])
        let port = try #require(serving.lines.first?.firstMatch(of: /:([0-9]+)/).map { String($0.1) })
        let text = try folder.write("bukan.pem", "bukan sertifikat")
        let cases: [(arguments: [String], code: String, status: Int32)] = [
            (["--port", "65536"], "ZI-1904", 64), (["--port", "abc"], "ZI-1904", 64), (["--port", port], "ZI-1911", 70),
            (["--port", "0", "--metrics-port", port], "ZI-1911", 70), (["--port", "0", "--host", "192.0.2.1"], "ZI-1911", 70),
            (["--tls-certificate", text], "ZI-1905", 64), (["--tls-certificate", text, "--tls-key", text], "ZI-1907", 65),
            (["--tls-certificate", folder.path("tidak-ada"), "--tls-key", text], "ZI-1907", 65),
            (["--data", folder.path("tidak/ada")], "ZI-1010", 65), (["--data", text], "ZI-1010", 65), (["--data", "/proc"], "ZI-1910", 65),
            (["--config", folder.path("tidak-ada")], "ZI-1010", 65),
        ]
        for (arguments, code, status) in cases {
            let run = try Zona.run(["serve"] + arguments)
            #expect(run.status == status, "\(arguments): \(run.errors)")
            #expect(run.errors.components(separatedBy: "  ZI-").count == 2, "\(arguments): \(run.errors)")
            #expect(run.errors.contains("  \(code)  "), "\(arguments): \(run.errors)")
            #expect(run.output.contains("Zona siap") == false || arguments.contains("--metrics-port"))
        }
        #expect(serving.stop() == 0)
    }
}
