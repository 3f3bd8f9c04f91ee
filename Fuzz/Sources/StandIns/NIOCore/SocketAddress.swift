public import Glibc

/// The other end of a connection, which `IPAddress` can also be read from. Nothing that is fuzzed has connections.
public struct SocketAddress {
    private let address: sockaddr

    /// Gives the address as the system keeps it.
    public func withSockAddr<T>(_ body: (UnsafePointer<sockaddr>, Int) -> T) -> T {
        withUnsafePointer(to: address) { body($0, MemoryLayout<sockaddr>.size) }
    }
}
