/// An attribute that may or may not apply, written with the blank before it and double quotes around its value.
///
/// Saves templates from `class=""` and from values without quotes, where escaping would not be enough.
public struct Attribute: Hashable, Sendable {
    let bytes: [UInt8]

    /// `name="value"`, or nothing when there is no value.
    public init(_ name: StaticString, _ value: String?) {
        guard let value else {
            bytes = []
            return
        }
        var bytes: [UInt8] = [UInt8(ascii: " ")]
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: [UInt8(ascii: "="), UInt8(ascii: "\"")])
        Escaping.append(value, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
        self.bytes = bytes
    }

    /// `name`, such as `checked`, where the condition holds.
    public static func flag(_ name: StaticString, if holds: Bool) -> Attribute {
        var bytes: [UInt8] = []
        if holds {
            bytes.append(UInt8(ascii: " "))
            name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }
        return Attribute(bytes: bytes)
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}
