import HTTPTypes
import Testing

@testable import Service

@Suite("Where a request came from")
struct ClientOriginTests {
    private static let inside = ["10.0.0.0/8", "2001:db8::/32"].compactMap { IPNetwork($0) }

    /// What is believed of headers that came over a connection from `peer`.
    private func origin(
        _ peer: String, _ fields: [(String, String)], header: ProxyTrust.Header = .xForwarded, isSecure: Bool = false,
        trusted: [IPNetwork] = inside
    ) throws -> (String, Bool) {
        var headers = HTTPFields()
        for (name, value) in fields { headers.append(HTTPField(name: try #require(HTTPField.Name(name)), value: value)) }
        let origin = ClientOrigin(
            peer: try #require(IPAddress(peer)), isSecure: isSecure, headers: headers, trust: ProxyTrust(trusted, header: header))
        return (origin.address.text, origin.isSecure)
    }

    @Test("Nobody is believed who is not trusted", arguments: ["203.0.113.9", "11.0.0.0", "9.255.255.255", "2001:db9::1"])
    func stranger(peer: String) throws {
        let forged = [("X-Forwarded-For", "10.0.0.1"), ("X-Forwarded-Proto", "https"), ("Forwarded", "for=1.1.1.1;proto=https")]
        for header in ProxyTrust.Header.allCases { #expect(try origin(peer, forged, header: header) == (peer, false)) }
        #expect(try origin("10.0.0.1", forged, trusted: []) == ("10.0.0.1", false))
    }

    @Test(
        "Of a chain the first address from the right that is no proxy counts",
        arguments: [
            ("198.51.100.7", "198.51.100.7"), ("1.1.1.1, 198.51.100.7", "198.51.100.7"),
            ("1.1.1.1, 198.51.100.7, 10.1.1.1", "198.51.100.7"), ("1.1.1.1,198.51.100.7 ,\t10.1.1.1,2001:db8::5", "198.51.100.7"),
            ("198.51.100.7:4711", "198.51.100.7"), ("[2001:db9::7]:4711, 10.0.0.2", "2001:db9::7"), ("2001:db9::7", "2001:db9::7"),
            // A client that claims to be a proxy comes no farther than its own address.
            ("10.9.9.9, 198.51.100.7", "198.51.100.7"),
            // A sign that clings to the comma behind it does not hide what stands there.
            ("1.1.1.1:80\u{600}, 198.51.100.7", "198.51.100.7"), ("1.1.1.1,\u{301} 198.51.100.7, 198.51.100.8", "198.51.100.8"),
            // All of the way inside.
            ("10.9.9.9, 10.1.1.1", "10.9.9.9"),
        ])
    func chains(header: String, client: String) throws {
        #expect(try origin("10.0.0.1", [("X-Forwarded-For", header)]) == (client, false))
    }

    @Test("A chain over several lines is one chain")
    func lines() throws {
        let fields = [("X-Forwarded-For", "1.1.1.1"), ("X-Forwarded-For", "198.51.100.7, 10.0.0.3"), ("x-forwarded-for", "10.0.0.2")]
        #expect(try origin("10.0.0.1", fields).0 == "198.51.100.7")
    }

    @Test(
        "What cannot be read ends the way at the last proxy that is known",
        arguments: [
            "", ",", "unknown", "x", "1.2.3", "1.2.3.4:", "1.2.3.4:x", "1.2.3.4:1234567", "[::1", "[1.2.3.4]", "::1]:80", "1.2.3.4 5.6.7.8",
            "\"1.2.3.4\"", "1.2.3.4;x", "198.51.100.7, ", "198.51.100.7, unknown", "1.2.3.4%00", "<script>",
        ])
    func garbage(header: String) throws {
        #expect(try origin("10.0.0.1", [("X-Forwarded-For", header)]).0 == "10.0.0.1")
    }

    @Test("A very long chain is looked at from its right end only")
    func longChain() throws {
        let inner = Array(repeating: "10.0.0.2", count: ForwardedHops.most)
        #expect(try origin("10.0.0.1", [("X-Forwarded-For", (["198.51.100.7"] + inner.dropLast()).joined(separator: ","))]).0 == "198.51.100.7")
        #expect(try origin("10.0.0.1", [("X-Forwarded-For", (["198.51.100.7"] + inner).joined(separator: ","))]).0 == "10.0.0.2")
    }

    @Test(
        "TLS counts where the client's own proxy says so",
        arguments: [
            ([("X-Forwarded-For", "1.1.1.1"), ("X-Forwarded-Proto", "https")], true),
            ([("X-Forwarded-For", "1.1.1.1"), ("X-Forwarded-Proto", "HTTPS")], true),
            ([("X-Forwarded-Proto", "https")], true), ([("X-Forwarded-Proto", "http")], false), ([("X-Forwarded-Proto", "wss")], false),
            ([("X-Forwarded-Proto", "")], false), ([("X-Forwarded-For", "1.1.1.1")], false),
            // The client claims https; its proxy saw http.
            ([("X-Forwarded-For", "1.1.1.1"), ("X-Forwarded-Proto", "https, http")], false),
            // TLS to the outer proxy, plain between the two.
            ([("X-Forwarded-For", "1.1.1.1, 10.0.0.2"), ("X-Forwarded-Proto", "https, http")], true),
            ([("X-Forwarded-For", "1.1.1.1, 10.0.0.2"), ("X-Forwarded-Proto", "https, http, http")], false),
            // One that every proxy passes on unchanged.
            ([("X-Forwarded-For", "1.1.1.1, 10.0.0.2"), ("X-Forwarded-Proto", "https")], true),
            ([("Forwarded", "proto=https")], false),
        ] as [([(String, String)], Bool)])
    func schemes(fields: [(String, String)], isSecure: Bool) throws {
        #expect(try origin("10.0.0.1", fields).1 == isSecure)
    }

    @Test("A connection that is TLS itself is secure, unless a trusted proxy says that the client's was not")
    func direct() throws {
        #expect(try origin("203.0.113.9", [("X-Forwarded-Proto", "http")], isSecure: true).1)
        #expect(try origin("10.0.0.1", [], isSecure: true).1)
        #expect(!(try origin("10.0.0.1", [("X-Forwarded-Proto", "http")], isSecure: true).1))
    }

    @Test(
        "The standard header is read in all its forms",
        arguments: [
            ("for=198.51.100.7;proto=https", "198.51.100.7", true), ("For=\"[2001:db9::7]:4711\"", "2001:db9::7", false),
            ("proto=https;by=10.0.0.1;for=198.51.100.7", "198.51.100.7", true),
            ("for=1.1.1.1;proto=https, for=198.51.100.7;proto=http", "198.51.100.7", false),
            ("for=198.51.100.7;proto=https, for=10.0.0.2;proto=http", "198.51.100.7", true),
            ("for=198.51.100.7:80", "198.51.100.7", false), (" for=198.51.100.7 ; proto=https ", "198.51.100.7", true),
            ("for=\"198.51.100.\\7\"", "198.51.100.7", false), ("for=198.51.100.7;secret=\"a,b;c\\\"d\"", "198.51.100.7", false),
        ])
    func standard(header: String, client: String, isSecure: Bool) throws {
        #expect(try origin("10.0.0.1", [("Forwarded", header)], header: .forwarded) == (client, isSecure))
    }

    @Test(
        "A standard header that is not well formed tells nothing",
        arguments: [
            "", "for", "for=", "for=\"1.1.1.1", "for=\"1.1.1.1\\", "for=1.1.1.1 proto=https", "for=1.1.1.1;for=2.2.2.2", "=1.1.1.1",
            "for=unknown", "for=_x", "for==1.1.1.1", "for=1.1.1.1, for=\"", "for=[::1]", "for=\"1.1.1.1, for=9.9.9.9\"", "for=1.1.1.1,,for",
        ])
    func malformed(header: String) throws {
        #expect(try origin("10.0.0.1", [("Forwarded", header)], header: .forwarded).0 == "10.0.0.1")
        // Nor does it hide what a proxy wrote on a line of its own afterwards.
        let after = [("Forwarded", header), ("Forwarded", "for=198.51.100.7")]
        #expect(try origin("10.0.0.1", after, header: .forwarded).0 == "198.51.100.7")
    }

    @Test("Only the header that the proxies write is read")
    func otherHeader() throws {
        let fields = [("X-Forwarded-For", "198.51.100.7"), ("X-Forwarded-Proto", "http"), ("Forwarded", "for=1.1.1.1;proto=https")]
        #expect(try origin("10.0.0.1", fields) == ("198.51.100.7", false))
        #expect(try origin("10.0.0.1", fields, header: .forwarded) == ("1.1.1.1", true))
    }
}
