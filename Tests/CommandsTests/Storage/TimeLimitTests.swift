import Foundation
import Relational
import Testing

@Suite("Long work on PostgreSQL")
struct TimeLimitTests {
    @Test(
        "Commands, and the steps a server runs at its start, have no limit of time for a statement",
        .enabled(if: Engine.postgresAddress != nil))
    func unlimited() async throws {
        try await Place.with(.postgres) { place in
            try place.begin()
            let address = try #require(place.address)
            let schema = try #require(address.split(separator: "search_path%3D").last)
            let role = "\(schema)_tamu"
            // Every statement of this role that looks at the record of steps fails under a limit.
            try await place.change(
                """
                CREATE FUNCTION tanpa_batas() RETURNS BOOLEAN LANGUAGE plpgsql STABLE AS $$ BEGIN
                    IF current_setting('statement_timeout') <> '0' THEN RAISE EXCEPTION 'dibatasi'; END IF;
                    RETURN TRUE;
                END $$;
                CREATE ROLE \(role) LOGIN PASSWORD 'uji';
                GRANT ALL ON SCHEMA \(schema) TO \(role);
                GRANT ALL ON ALL TABLES IN SCHEMA \(schema) TO \(role);
                ALTER TABLE zona_migrations ENABLE ROW LEVEL SECURITY;
                CREATE POLICY batas ON zona_migrations USING (tanpa_batas()) WITH CHECK (tanpa_batas());
                """)
            let own = address.replacing(/\/\/[^@]+@/) { _ in "//\(role):uji@" }
            do {
                try await tries(place, own)
            } catch {
                try? await place.change("DROP OWNED BY \(role); DROP ROLE \(role)")
                throw error
            }
            try await place.change("DROP OWNED BY \(role); DROP ROLE \(role)")
        }
    }

    private func tries(_ place: Place, _ address: String) async throws {
        // As a server opens it for people: there is a limit, and it would be seen.
        let limited = try await Place.open(address)
        await #expect(throws: RelationalError.self) { try await limited.read { try $0.rows("SELECT number FROM zona_migrations") } }
        await limited.close()
        let commands = [
            ["migrate"], ["migrate", "--check"], ["backup", "\(place.path)/c.zona"], ["check"], ["journal", "key", "show"],
            ["journal", "export", "--agency", "nasional", "-o", "\(place.path)/j.jsonl"], ["account", "reset", "siti@contoh.go.id"],
        ]
        for command in commands {
            let run = try Zona.run(command + place.options, environment: ["ZONA_DATABASE": address])
            #expect(run.status == 0, "\(command): \(run)")
        }
        let serving = try Serving(["--port", "0"] + place.options, environment: ["ZONA_DATABASE": address])
        #expect(try Serving.ask(serving.port, "/health/ready").hasPrefix("siap"))
        #expect(serving.stop() == 0)
    }
}
