import HTTPTypes

/// Where a request came from, after the proxies that are believed.
struct ClientOrigin: Equatable {
    let address: IPAddress
    /// Whether the client spoke TLS, with us or with a proxy that is believed.
    let isSecure: Bool

    /// Walks from the connection outwards, as far as each hop is believed. The first address that is not one of the
    /// proxies' is the client's; what it wrote about itself counts for nothing.
    ///
    /// - Parameters:
    ///   - peer: the other end of the connection.
    ///   - isSecure: whether the connection itself is TLS.
    /// - Complexity: O(length of the header × trusted networks)
    init(peer: IPAddress, isSecure: Bool, headers: HTTPFields, trust: ProxyTrust) {
        var address = peer
        var secure = isSecure
        if trust.includes(peer) {
            for hop in ForwardedHops(headers, trust.header).hops.reversed() {
                secure = hop.isSecure ?? secure
                guard let next = hop.address else { break }
                address = next
                guard trust.includes(next) else { break }
            }
        }
        self.address = address
        self.isSecure = secure
    }
}
