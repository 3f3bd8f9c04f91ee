/// Which machines in front of the server are believed, and how they tell where a request came from.
public struct ProxyTrust: Hashable, Sendable {
    /// The header that the proxies write. Only this one is read: a proxy passes on whatever else a client made up.
    public enum Header: String, CaseIterable, Sendable {
        /// `X-Forwarded-For` and `X-Forwarded-Proto`.
        case xForwarded = "x-forwarded"
        /// `Forwarded` (RFC 7239).
        case forwarded
    }

    /// Addresses of the proxies; nobody is believed when there are none.
    public var networks: [IPNetwork]
    /// The header that is read.
    public var header: Header

    /// - Parameters:
    ///   - networks: addresses of the proxies.
    ///   - header: the header that they write.
    public init(_ networks: [IPNetwork] = [], header: Header = .xForwarded) {
        self.networks = networks
        self.header = header
    }

    /// - Complexity: O(networks)
    func includes(_ address: IPAddress) -> Bool {
        networks.contains { $0.contains(address) }
    }
}
