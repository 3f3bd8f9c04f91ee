import Foundation
import Testing

@Suite("zona")
struct ZonaCommandTests {
    @Test("Without a command it says what it can do; unknown commands and options are wrong usage")
    func usage() throws {
        let help = try Zona.run(["--help"])
        #expect(help.status == 0)
        for command in ["score", "advise", "instrument", "sheet", "serve"] { #expect(help.output.contains(command)) }
        #expect(try Zona.run(["hitung"]).status == 64)
        #expect(try Zona.run(["--tidak-ada"]).status == 64)
    }

    @Test("It tells its version")
    func version() throws {
        let run = try Zona.run(["--version"])
        #expect(run.status == 0)
        #expect(run.output.trimmingCharacters(in: .whitespacesAndNewlines).contains(/^\d+\.\d+\.\d+$/))
    }
}
