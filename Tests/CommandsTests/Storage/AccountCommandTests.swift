import Foundation
import Glibc
import Testing

@Suite("zona account")
struct AccountCommandTests {
    @Test("The first administrator gets a link that works once, and the journal tells it", arguments: Engine.available)
    func create(engine: Engine) async throws {
        try await Place.with(engine) { place in
            let output = try place.done("account", "create", "--name", "Siti Rahma", "--nip", "198501012010012001")
            let link = try #require(output.firstMatch(of: /http:\/\/127\.0\.0\.1:8080(\/tautan\/[A-Za-z0-9_-]{43})\n/)).1
            #expect(try await place.ask("SELECT kind FROM journal_entries ORDER BY sequence") == ["instalasi-dimulai", "akun-diundang", "peran-diberikan"])
            let serving = try place.serving()
            let guest = Guest(try serving.port)
            #expect(try guest.get(String(link)).text.contains("Siti Rahma"))
            let password = "gunung teduh pagi 42"
            let fields = ["sandi-baru": password, "sandi-ulang": password]
            #expect(try guest.post(String(link), fields).status == 303)
            #expect(try guest.post(String(link), fields).status >= 400)
            #expect(try guest.signIn("198501012010012001", password).location == "/masuk/pasang-faktor-kedua")
            // A new password for who lost it; the old one no longer opens anything.
            let reset = try place.done("account", "reset", "198501012010012001")
            let again = String(try #require(reset.firstMatch(of: /\/tautan\/[A-Za-z0-9_-]{43}/)).0)
            let other = Guest(try serving.port)
            try other.get(again)
            #expect(try other.post(again, ["sandi-baru": "laut tenang sore 17", "sandi-ulang": "laut tenang sore 17"]).status == 303)
            #expect(try other.signIn("198501012010012001", password).status != 303)
            #expect(try other.signIn("198501012010012001", "laut tenang sore 17").status == 303)
            #expect(serving.stop() == 0)
            let named = try Zona.run(
                ["account", "reset", "198501012010012001"] + place.options,
                environment: place.environment.merging(["ZONA_PUBLIC_URL": "https://zona.contoh.go.id"]) { $1 })
            #expect(named.output.contains("\nhttps://zona.contoh.go.id/tautan/"))
        }
    }

    @Test("What cannot be an account is refused with its code, and nothing is kept", arguments: Engine.available)
    func refusals(engine: Engine) async throws {
        try await Place.with(engine) { place in
            try place.begin(isSigned: false)
            let cases: [[String]] = [
                ["create", "--name", "Budi"], ["create", "--name", "Budi", "--nip", "123"], ["create", "--name", "Budi", "--email", "bukan surel"],
                ["create", "--name", "Orang Lain", "--email", "siti@contoh.go.id"], ["reset", "tidak.ada@contoh.go.id"], ["reset", "123"],
                ["reset", ""],
            ]
            for arguments in cases {
                let run = try Zona.run(["account"] + arguments + place.options, environment: place.environment)
                #expect(run.status == 65 && run.output.isEmpty, "\(arguments): \(run)")
                #expect(run.errors.contains(#/^  ZI-1[0-9]{3}  /#), "\(run.errors)")
            }
            #expect(try await place.ask("SELECT kind FROM journal_entries").count == 3)
            #expect(try await place.ask("SELECT email FROM people") == ["siti@contoh.go.id"])
            #expect(try place.run("account", "create").status == 64)
        }
    }

    @Test("A mistyped name does not take away the set-up link that the server printed", arguments: Engine.available)
    func setUpLink(engine: Engine) async throws {
        try await Place.with(engine) { place in
            let serving = try place.serving(lines: 3)
            let link = String(try #require(serving.lines[1].firstMatch(of: /\/tautan\/.+/)).0)
            #expect(try place.run("account", "create", "--name", "Budi", "--nip", "1").status == 65)
            #expect(try place.run("account", "reset", "budi@contoh.go.id").status == 65)
            #expect(try Guest(try serving.port).get(link).status == 200)
            // Once there is an administrator the link is of no use any more.
            try place.done("account", "create", "--name", "Budi", "--email", "budi@contoh.go.id")
            #expect(try Guest(try serving.port).get(link).status >= 400)
            #expect(serving.stop() == 0)
        }
    }

    @Test("A key file that others may read, or that is no key, keeps it from working", arguments: Engine.available)
    func keys(engine: Engine) async throws {
        try await Place.with(engine) { place in
            try place.begin(isSigned: false)
            let key = "\(place.path)/kunci/rahasia"
            try #require(chmod(key, 0o640) == 0)
            let open = try place.run("account", "reset", "siti@contoh.go.id")
            #expect(open.isRefused("ZI-1610", at: key) && open.errors.contains("chmod 600"), "\(open)")
            try "0123".write(toFile: key, atomically: false, encoding: .utf8)
            try #require(chmod(key, 0o600) == 0)
            let short = try place.run("account", "reset", "siti@contoh.go.id")
            #expect(short.isRefused("ZI-1610", at: key) && short.errors.contains("bukan kunci"), "\(short)")
            #expect(try String(contentsOfFile: key, encoding: .utf8) == "0123")
            #expect(try await place.ask("SELECT kind FROM journal_entries").count == 3)
        }
    }

    @Test("Without a data folder there is no place for keys", .enabled(if: Engine.postgresAddress != nil))
    func noFolder() async throws {
        try await Place.with(.postgres) { place in
            try place.done("migrate")
            let run = try Zona.run(["account", "create", "--name", "Budi", "--email", "b@contoh.go.id"], environment: place.environment)
            #expect(run.isRefused("ZI-1905", at: "data"), "\(run)")
            #expect(try await place.ask("SELECT id FROM agencies") == [])
        }
    }
}
