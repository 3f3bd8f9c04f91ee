import Glibc
import NIOCore
public import Rulebook

/// The server could not begin to listen.
public struct ListenFailure: Error {
    /// Why, in words that name the way out.
    public let refusal: Refusal

    init(_ address: ServerConfiguration.Listening, _ cause: any Error) {
        refusal = Refusal(.addressUnavailable, at: address.text, "Zona tidak dapat mendengarkan di sini: " + Self.reason(cause, address.port))
    }

    /// Runs a server; what comes from its socket is told as a failure to listen.
    static func telling(_ address: ServerConfiguration.Listening, _ run: () async throws -> Void) async throws {
        do { try await run() } catch let error as IOError {
            throw ListenFailure(address, error)
        } catch let error as SocketAddressError {
            throw ListenFailure(address, error)
        } catch let error as SocketAddressError.UnknownHost {
            throw ListenFailure(address, error)
        }
    }

    private static func reason(_ cause: any Error, _ port: Int) -> String {
        switch (cause as? IOError)?.errnoCode {
        case EADDRINUSE?: "port \(port) sedang dipakai program lain. Hentikan program itu, atau pilih port lain."
        case EACCES?, EPERM?:
            "port \(port) perlu izin khusus. Pilih port 1024 ke atas, atau beri layanan ini izin CAP_NET_BIND_SERVICE."
        case EADDRNOTAVAIL?: "alamat itu bukan milik mesin ini. Pakai 127.0.0.1, 0.0.0.0, atau alamat mesin ini."
        case nil where cause is SocketAddressError.UnknownHost: "nama itu tidak ditemukan alamatnya. Periksa penulisannya, atau pakai alamat angka."
        default: "\(cause)."
        }
    }
}
