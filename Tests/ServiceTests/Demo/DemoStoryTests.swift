import HTTPTypes
import HummingbirdTesting
import Journaling
import Relational
import Rulebook
import Testing

@testable import Service

@Suite("A demonstration") struct DemoStoryTests {
    @Test("It is made by the rules, stands on a journal that verifies, and is made once only", arguments: TestEngine.available)
    func story(engine: TestEngine) async throws {
        let town = try await Town(engine)
        let result = try await DemoStory(town.storage).tell()
        #expect(result == DemoStory.Result(units: 12, people: 40))
        let database = town.storage.records.database
        let chains = try await JournalCheck.all(in: database, key: nil)
        #expect(chains.count == 2)
        for chain in chains {
            #expect(chain.isHeadWhole && chain.misfiled.isEmpty && chain.wrongNodes.isEmpty, "\(chain.agency)")
            #expect(chain.report.faults.isEmpty && chain.report.checkpoints > 0, "\(chain.agency): \(chain.report.faults)")
        }
        await #expect(throws: Refusal.self) { try await DemoStory(town.storage).tell() }
    }

    @Test("It is never made where anything is already")
    func real() async throws {
        let town = try await Town()
        try await town.agency("kota")
        await #expect(throws: Refusal.self) { try await DemoStory(town.storage).tell() }
        #expect(try await DemoActions(records: town.storage.records).renew(at: town.clock.timestamp).isEmpty, "no way in without a password")
    }

    @Test("Each role has a way in, good once and for a while, and new ones replace the old")
    func links() async throws {
        let town = try await Town()
        _ = try await DemoStory(town.storage).tell()
        let demo = DemoActions(records: town.storage.records)
        let now = SystemClock().timestamp
        let old = try await demo.renew(at: now)
        let links = try await demo.renew(at: now)
        #expect(links.map(\.role) == Role.allCases)
        let device = Device(userAgent: "")
        for (link, former) in zip(links, old) {
            await #expect(throws: OneTimeLink.refusal) { try await demo.look(at: former.token.text, now: now) }
            await #expect(throws: OneTimeLink.refusal) { try await demo.look(at: link.token.text, now: now.adding(seconds: 12 * 3_600)) }
            let opened = try await demo.look(at: link.token.text, now: now)
            #expect(opened.role == link.role)
            let session = try await demo.enter(opened, device: device, at: now)
            let found = try await town.storage.records.read { try SessionStore.find(session, in: $0) }
            #expect(found?.identity.grants.contains { $0.role == link.role } == true && found?.identity.pending == nil)
            await #expect(throws: OneTimeLink.refusal) { try await demo.enter(opened, device: device, at: now) }
        }
        await #expect(throws: OneTimeLink.refusal) { try await demo.look(at: "../..", now: now) }
    }
}
