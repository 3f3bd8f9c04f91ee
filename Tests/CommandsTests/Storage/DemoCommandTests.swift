import Foundation
import Testing

@Suite("zona demo") struct DemoCommandTests {
    @Test("An invented agency is made once, says so on every page, and is entered by printed links", arguments: Engine.available)
    func demo(engine: Engine) async throws {
        try await Place.with(engine) { place in
            #expect(try place.done("demo").contains("12 unit, 40 orang"))
            #expect(try place.run("demo").isRefused("ZI-2707", at: place.shown) || place.run("demo").errors.contains("ZI-2707"))
            #expect(try place.done("check").contains("Semua utuh."))
            let serving = try place.serving(lines: 12)
            let port = try serving.port
            let links = serving.lines.compactMap { $0.firstMatch(of: #/^  (.+): http://127\.0\.0\.1:[0-9]+(/lihat/[A-Za-z0-9_-]+)$/#) }
            #expect(links.count == 10, "\(serving.lines)")
            let page = try Serving.ask(port, String(try #require(links.first).2))
            #expect(page.contains("<strong>Data contoh.</strong>") && page.contains("Masuk sebagai"))
            #expect(try Serving.ask(port, "/periksa").contains("<strong>Data contoh.</strong>"))
            #expect(serving.stop() == 0)
            #expect(try place.run("account", "create", "--name", "Siti Rahma", "--email", "siti@contoh.go.id").errors.contains("data contoh"))
        }
    }

    @Test("Real data are left alone", arguments: Engine.available)
    func real(engine: Engine) async throws {
        try await Place.with(engine) { place in
            try place.begin()
            let run = try place.run("demo")
            #expect(run.status == 65 && run.errors.contains("ZI-2707"))
            let serving = try place.serving()
            #expect(try !Serving.ask(serving.port, "/periksa").contains("Data contoh"))
            #expect(serving.stop() == 0)
        }
    }
}
