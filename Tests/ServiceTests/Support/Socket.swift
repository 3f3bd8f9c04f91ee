import Foundation
import Glibc

/// A plain connection, to send what no client would.
final class Socket: Sendable {
    private let descriptor: Int32

    /// - Parameter receiveBuffer: bytes that the system takes in ahead of the reader; as it likes unless told.
    init?(_ port: Int, receiveBuffer: Int32? = nil) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        if var bytes = receiveBuffer {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &bytes, socklen_t(MemoryLayout<Int32>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(truncatingIfNeeded: port).bigEndian)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        var timeout = timeval(tv_sec: 8, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        if connected != 0 { return nil }
    }

    deinit { close(descriptor) }

    func write(_ bytes: some Sequence<UInt8>) {
        let bytes = Array(bytes)
        _ = send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// Some of what comes back; waits for the first of it.
    func some() -> [UInt8] {
        var piece = [UInt8](repeating: 0, count: 4_096)
        let count = recv(descriptor, &piece, piece.count, 0)
        return Array(piece.prefix(max(0, count)))
    }

    /// Breaks the connection off, as a program does that is killed.
    func hangUp() {
        var now = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// Everything that comes back until the other side closes.
    func answer() -> String {
        var answer: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = recv(descriptor, &piece, piece.count, 0)
            guard count > 0 else { break }
            answer += piece[..<count]
        }
        return String(decoding: answer, as: UTF8.self)
    }

    /// What comes back for one request; waited for away from the threads that the server needs.
    static func ask(_ port: Int, _ request: String) async -> String {
        await Task.blocking {
            guard let socket = Socket(port) else { return "no connection" }
            socket.write(request.utf8)
            return socket.answer()
        }
    }
}

extension Task where Success == Never, Failure == Never {
    /// Runs something that blocks on a thread of its own.
    static func blocking<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: work()) }
        }
    }
}
