import HTTPTypes
import HummingbirdTesting
import Rulebook
import Testing

@testable import Service

extension Browser {
    /// Signed in as an administrator of an agency, second factor and all.
    static func administrator(_ name: String, of agency: AgencyID, in town: Town) async throws -> Browser {
        let key = try #require(SecondFactorKey([UInt8](repeating: 7, count: 20)))
        try await town.person(name, of: agency, [(.agencyAdministrator, agency.scope)], key: key)
        let browser = Browser(town)
        try await browser.signIn(name)
        try await browser.get("/masuk/faktor-kedua")
        #expect(try await browser.post("/masuk/faktor-kedua", ["kode": town.code(key)]).status == .seeOther)
        return browser
    }

    /// Signed in with a role that needs no second factor.
    static func holder(_ name: String, _ role: Role, _ scope: Scope, of agency: AgencyID, in town: Town) async throws -> Browser {
        try await town.person(name, of: agency, [(role, scope)])
        let browser = Browser(town)
        try await browser.signIn(name)
        return browser
    }

    /// Sends a form from its own page, as a person would.
    @discardableResult
    func fill(_ path: String, _ fields: [String: String], from page: String? = nil) async throws -> (status: Int, text: String, location: String?) {
        try await get(page ?? path)
        let answer = try await post(path, fields)
        return (answer.status.code, text, answer.headers[.location])
    }
}
