import CZlib
import HTTPTypes
import HummingbirdTesting
import Markup
import NIOCore
import Testing

@testable import Service

@Suite struct CompressionTests {
    @Test func `A browser that takes gzip gets it, and the same page`() async throws {
        let site = try Site()
        let plain = try await site.send("/periksa")
        let packed = try await site.send("/periksa", headers: [.acceptEncoding: "br, gzip;q=0.8"])
        #expect(packed.headers[.contentEncoding] == "gzip")
        #expect(packed.headers[.vary] == "Accept-Encoding")
        #expect(plain.headers[.vary] == "Accept-Encoding")
        #expect(plain.headers[.contentEncoding] == nil)
        #expect(packed.headers[.contentLength] == String(packed.body.readableBytes))
        #expect(packed.body.readableBytes * 2 < plain.body.readableBytes)
        #expect(unpacked(Array(packed.body.readableBytesView), room: plain.body.readableBytes + 1) == Array(plain.body.readableBytesView))
    }

    @Test func `Small answers are left alone`() async throws {
        let response = try await Site().send("/health", headers: [.acceptEncoding: "gzip"])
        #expect(response.headers[.contentEncoding] == nil)
    }

    @Test func `A verdict stays below fifty kilobytes over the wire`() async throws {
        let site = try Site()
        for path in ["/periksa", "/periksa/contoh", "/periksa/contoh?tuju=wbbm", SitePath.styleSheet.address.text] {
            let response = try await site.send(path, headers: [.acceptEncoding: "gzip"])
            #expect(response.status == .ok)
            #expect(response.body.readableBytes < 50_000, "\(path)")
        }
    }

    @Test(arguments: [
        (["gzip"], true), (["deflate, GZIP"], true), (["*"], true), (["gzip;q=0.001"], true), ([], false), ([""], false),
        (["gzip;q=0"], false), (["gzip; q=0.000"], false), (["*;q=0"], false), (["gzip;q=0, *"], false), (["br"], false),
        (["x-gzip"], false), (["br", "gzip"], true),
    ])
    func `What the browser accepts is read with its weights`(headers: [String], accepted: Bool) {
        #expect(Compression.isAccepted(headers) == accepted, "\(headers)")
    }

    @Test func `Packing and unpacking gives the same bytes`() {
        var random = SystemRandomNumberGenerator()
        for length in [0, 1, 1_000, 100_000] {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(Gzip.pack(bytes).map { unpacked($0, room: length + 1) } == bytes)
        }
    }

    private func unpacked(_ bytes: [UInt8], room: Int) -> [UInt8]? {
        var stream = z_stream()
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var input = bytes
        return input.withUnsafeMutableBufferPointer { source in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(source.count)
            var status = Z_OK
            let result = [UInt8](unsafeUninitializedCapacity: room) { target, count in
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                status = inflate(&stream, Z_FINISH)
                count = target.count - Int(stream.avail_out)
            }
            return status == Z_STREAM_END ? result : nil
        }
    }
}
