import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Markup
import NIOCore
import Rulebook
import Testing

@testable import Service

@Suite struct RouteTests {
    private static let demanded = [
        "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy",
        "Cross-Origin-Resource-Policy", "Permissions-Policy", "Cache-Control", "Content-Type",
    ]

    @Test func `Every registered route answers in its way and with every safety header`() async throws {
        let site = try Site()
        let routes = site.server.router().routes
        #expect(routes.count > 40)
        for route in routes {
            let path = route.path.description.replacing("{berkas}", with: "permenpanrb-52-2014.xlsx")
            let response = try await site.send(path, route.method)
            #expect(response.status.code < 500, "\(route)")
            for name in Self.demanded where response.status != .seeOther || name != "Content-Type" {
                let field = try #require(HTTPField.Name(name))
                #expect(response.headers[field] != nil, "\(route): \(name)")
            }
            let policy = try #require(HTTPField.Name("Content-Security-Policy"))
            #expect(response.headers[policy]?.contains("default-src 'none'") == true)
            #expect(response.headers[policy]?.contains("frame-ancestors 'none'") == true, "\(route)")
            #expect(response.headers[policy]?.contains("unsafe") == false)
            #expect(response.headers[.setCookie] == nil)
            #expect(response.headers[.server] == nil)
            if response.status == .methodNotAllowed { #expect(response.headers[.allow] != nil, "\(route)") }
        }
    }

    @Test func `Every address of the site leads to a route`() async throws {
        let site = try Site()
        let known = Set(site.server.router().routes.map(\.path.description))
        let paths: [SitePath] = [
            .home, .check, .sample(nil), .template("permenpanrb-90-2021"), .filledWorkbook, .styleSheet, .icon,
            .health, .robots,
        ]
        for path in paths {
            #expect(known.contains(path.pattern.replacing(":berkas", with: "{berkas}")), "\(path)")
            let response = try await site.send(path.address.text)
            #expect([200, 303, 405].contains(response.status.code), "\(path): \(response.status)")
        }
        #expect(SitePath.sample(.wbbm).address.text == "/periksa/contoh?tuju=wbbm")
    }

    @Test func `The front door leads to the form`() async throws {
        let response = try await Site().send("/")
        #expect(response.status == .seeOther)
        #expect(response.headers[.location] == "/periksa")
    }

    @Test func `Health and robots are plain text`() async throws {
        let site = try Site()
        let health = try await site.send("/health")
        #expect(health.status == .ok)
        #expect(health.text == "ok\n")
        #expect(try await site.send("/robots.txt").text.hasPrefix("User-agent: *"))
        let head = try await site.send("/periksa", .head)
        #expect(head.status == .ok)
        #expect(head.body.readableBytes == 0)
    }

    @Test func `The style sheet may be kept for ever, pages not at all`() async throws {
        let site = try Site()
        let style = try await site.send(SitePath.styleSheet.address.text)
        #expect(style.status == .ok)
        #expect(style.headers[.contentType] == "text/css; charset=utf-8")
        #expect(style.headers[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(style.text.hasPrefix("/* Zona."))
        let page = try await site.send("/periksa")
        #expect(page.text.contains(SitePath.styleSheet.address.text))
        #expect(page.headers[.cacheControl] == "no-store")
        #expect(try await site.send("/aset/zona-lama.css").status == .notFound)
    }

    @Test(arguments: ["/tidak-ada", "/periksa/..%2f", "/%00", "/periksa/contoh/x", "/templat/x.xlsx", "/templat/permenpanrb-90-2021.csv"])
    func `An unknown address says so with its code`(path: String) async throws {
        let response = try await Site().send(path)
        #expect(response.status == .notFound)
        #expect(response.text.contains("Halaman tidak ditemukan"))
        #expect(response.text.contains("ZI-1603"))
    }

    @Test func `A known address asked in the wrong way says which ways there are`() async throws {
        let response = try await Site().send("/periksa", .delete)
        #expect(response.status == .methodNotAllowed)
        #expect(response.headers[.allow] == "GET, HEAD, POST")
        #expect(response.text.contains("ZI-1604"))
        #expect(try await Site().send("/periksa/lembar.xlsx", .get).headers[.allow] == "POST")
    }

    @Test func `Every page has one heading, a main part and the language`() async throws {
        let site = try Site()
        for path in ["/periksa", "/periksa/contoh", "/tidak-ada"] {
            let text = try await site.send(path).text
            #expect(text.components(of: "<h1").count == 2, "\(path)")
            #expect(text.contains("<html lang=\"id\">"))
            #expect(text.contains("<main id=\"isi\""))
            #expect(text.contains("Langsung ke isi"))
            #expect(!text.contains("<script") && !text.contains(" style=") && !text.contains(" onclick"))
        }
    }

    @Test func `Each request leaves one line of log without a path as typed`() async throws {
        let site = try Site()
        _ = try await site.send("/rahasia-orang?nik=123")
        _ = try await site.post([.file("kode,jawaban\n", name: "gaji-budi.csv")])
        let lines = site.log.lines
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.hasPrefix("{\"time\":\"") && $0.hasSuffix("}\n") && $0.contains("\"us\":") })
        #expect(lines[0].contains("\"route\":\"NotFound\"") && lines[0].contains("\"status\":404"))
        #expect(lines[1].contains("\"route\":\"/periksa\"") && lines[1].contains("\"method\":\"POST\""))
        #expect(!lines.joined().contains("rahasia") && !lines.joined().contains("123,") && !lines.joined().contains("budi"))
    }
}

extension String {
    func components(of separator: String) -> [Substring] { split(separator: separator, omittingEmptySubsequences: false) }
}
