import NIOCore
import Testing

@testable import Service

@Suite("Addresses and networks")
struct IPAddressTests {
    @Test(
        "Addresses are read and written in their shortest form",
        arguments: [
            ("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"), ("::", "::"),
            ("::1", "::1"), ("2001:DB8:0:0:0:0:0:7", "2001:db8::7"), ("::ffff:192.0.2.1", "192.0.2.1"),
            ("fe80::1:2", "fe80::1:2"),
        ])
    func reading(text: String, shortest: String) throws {
        #expect(try #require(IPAddress(text)).text == shortest)
        #expect(IPAddress(text) == IPAddress(shortest))
    }

    @Test(
        "What is no address is none",
        arguments: [
            "", " ", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.4 ", " 1.2.3.4", "1.2.3.4\0", "1.2.3.4\0x", "1.2.3.4:80",
            "[::1]", "::1%eth0", ":::", "1::2::3", "12345::", "localhost", "unknown", "_hidden", "１.2.3.4", "-1.2.3.4", "0x7f.0.0.1",
            String(repeating: "1:", count: 4_000),
        ])
    func garbage(text: String) {
        #expect(IPAddress(text) == nil)
        #expect(IPNetwork(text) == nil)
    }

    @Test("The other end of a connection is read from the socket's own address")
    func sockets() throws {
        #expect(IPAddress(try SocketAddress(ipAddress: "192.0.2.9", port: 80))?.text == "192.0.2.9")
        #expect(IPAddress(try SocketAddress(ipAddress: "2001:db8::9", port: 443))?.text == "2001:db8::9")
        // A server that listens on both sees version 4 in this form.
        #expect(IPAddress(try SocketAddress(ipAddress: "::ffff:192.0.2.9", port: 80)) == IPAddress("192.0.2.9"))
        #expect(IPAddress(try SocketAddress(unixDomainSocketPath: "/run/x")) == nil)
        #expect(IPAddress(nil as SocketAddress?) == nil)
    }

    @Test("A subscriber is one address of version 4, or 64 bits of version 6")
    func subscribers() throws {
        #expect(IPAddress("192.0.2.9")?.subscriber.text == "192.0.2.9")
        #expect(IPAddress("2001:db8:1:2:3:4:5:6")?.subscriber.text == "2001:db8:1:2::")
        #expect(IPAddress("2001:db8:1:2::")?.subscriber == IPAddress("2001:db8:1:2:ffff:ffff:ffff:ffff")?.subscriber)
        #expect(IPAddress("2001:db8:1:2::")?.subscriber != IPAddress("2001:db8:1:3::")?.subscriber)
    }

    @Test(
        "A network holds its first and last address and neither neighbour",
        arguments: [
            ("10.0.0.0/8", "10.0.0.0", "10.255.255.255", "9.255.255.255", "11.0.0.0"),
            ("192.0.2.4/30", "192.0.2.4", "192.0.2.7", "192.0.2.3", "192.0.2.8"),
            ("192.0.2.5", "192.0.2.5", "192.0.2.5", "192.0.2.4", "192.0.2.6"),
            ("128.0.0.0/1", "128.0.0.0", "255.255.255.255", "127.255.255.255", "::1"),
            ("2001:db8::/32", "2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db7:ffff::", "2001:db9::"),
            ("::1", "::1", "::1", "::", "::2"), ("fc00::/7", "fc00::", "fdff::", "fbff::", "fe00::"),
        ])
    func bounds(network: String, first: String, last: String, before: String, after: String) throws {
        let network = try #require(IPNetwork(network))
        #expect(network.contains(try #require(IPAddress(first))))
        #expect(network.contains(try #require(IPAddress(last))))
        #expect(!network.contains(try #require(IPAddress(before))))
        #expect(!network.contains(try #require(IPAddress(after))))
        #expect(IPNetwork(network.text) == network)
    }

    @Test("Half of version 6 holds nothing of version 4")
    func families() throws {
        #expect(!(try #require(IPNetwork("::/1")).contains(try #require(IPAddress("10.0.0.1")))))
        #expect(try #require(IPNetwork("::ffff:10.0.0.0/8")).contains(try #require(IPAddress("10.0.0.1"))))
    }

    @Test(
        "A network of everything, with bits too many, or otherwise unclear is refused",
        arguments: [
            "0.0.0.0/0", "::/0", "10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/08x", "10.0.0.0/-1", "10.0.0.0/+8", "::1/129",
            "/8", "10.0.0.0/8/8", "10.0.0.0 /8", "10.0.0.0/ 8", "10.0.0.0/99999999999999999999",
        ])
    func refused(text: String) {
        #expect(IPNetwork(text) == nil)
    }

    @Test(
        "A public address is scheme, host and maybe a port",
        arguments: [
            ("https://zona.instansi.go.id", "https://zona.instansi.go.id", true), ("HTTPS://Zona.Example/", "https://zona.example", true),
            ("http://localhost:8080", "http://localhost:8080", false), ("https://[2001:db8::1]:8443", "https://[2001:db8::1]:8443", true),
            ("http://10.0.0.1:65535", "http://10.0.0.1:65535", false),
        ])
    func publicAddress(text: String, kept: String, isSecure: Bool) throws {
        let address = try #require(PublicAddress(text))
        #expect(address.text == kept)
        #expect(address.isSecure == isSecure)
    }

    @Test(
        "Anything more or less than that is none",
        arguments: [
            "", "zona.example", "ftp://zona.example", "https://", "https:///", "https://a b", "https://a/b", "https://u@a", "https://a?b",
            "https://a#b", "https://a:0", "https://a:65536", "https://a:", "https://a:+1", "https://-a", "https://a..b", "https://[::1",
            "https://[x]", "https://[]", "https://[::1]x", "https://a\r\nX: y", "https://é", "javascript:alert(1)",
            "https://" + String(repeating: "a", count: 64),
        ])
    func noPublicAddress(text: String) {
        #expect(PublicAddress(text) == nil)
    }
}
