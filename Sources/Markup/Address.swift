/// An address on this site, for `href`, `src` and `action`.
///
/// It always begins with a path or a fragment, never with a scheme or a host, so that no text can turn a link
/// into `javascript:` or lead to another site.
public struct Address: Hashable, Sendable {
    /// The address as it is sent, percent-encoded.
    public let text: String

    private init(encoded text: String) {
        self.text = text
    }

    /// A path made of steps: `Address("periksa", "contoh")` is `/periksa/contoh`, no steps are `/`.
    public init(_ steps: String...) {
        self.init(steps)
    }

    /// A path made of steps, each percent-encoded; empty ones are left out, as two slashes would name a host.
    public init(_ steps: [String]) {
        text = "/" + steps.filter { !$0.isEmpty }.map(Self.encode).joined(separator: "/")
    }

    /// A place on the same page.
    public static func fragment(_ id: String) -> Address {
        Address(encoded: "#" + encode(id))
    }

    /// The address with `?name=value` behind it, or `&name=value` when there is a query already.
    public func query(_ name: String, _ value: String) -> Address {
        Address(encoded: "\(text)\(text.contains("?") ? "&" : "?")\(Self.encode(name))=\(Self.encode(value))")
    }

    /// Leaves letters, digits and `-._~` (RFC 3986, unreserved) and encodes every other byte.
    private static func encode(_ step: String) -> String {
        // These would change the path instead of naming something in it.
        if step == "." || step == ".." { return step.replacing(".", with: "%2E") }
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(step.utf8.count)
        for byte in step.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes.append(contentsOf: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
