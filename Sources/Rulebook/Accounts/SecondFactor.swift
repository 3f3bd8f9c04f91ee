/// Codes that change with time, after RFC 6238: steps of 30 seconds, six digits, one step either way forgiven, each step good once.
///
/// There is no cryptography here: whoever calls brings HMAC-SHA-1 of an eight-byte counter under the person's key.
public enum SecondFactor {
    /// Seconds of a step.
    public static let stepLength: Int64 = 30
    /// Steps before and after the present one that are also accepted, for clocks that go wrong.
    public static let window: Int64 = 1

    /// What a code was worth.
    public enum Outcome: Hashable, Sendable {
        /// It is right. This step is to be stored as the last one used, in the transaction that signs the person in.
        case accepted(step: Int64)
        /// It was right, but its step or a later one has been used.
        case replayed
        /// It is not right now.
        case wrong
    }

    /// The step a moment lies in: whole 30 seconds since 1970.
    public static func step(at moment: Timestamp) -> Int64 {
        let (whole, rest) = moment.seconds.quotientAndRemainder(dividingBy: stepLength)
        return rest < 0 ? whole - 1 : whole
    }

    /// Judges a code. All steps of the window are computed and compared, whichever fits, so that the time taken tells nothing.
    ///
    /// - Parameters:
    ///   - code: what was typed.
    ///   - moment: now.
    ///   - lastUsed: the step last accepted for this key; `nil` when there was none.
    ///   - mac: HMAC-SHA-1, 20 bytes, of these 8 bytes under the person's key. With fewer than 20 bytes no code is right.
    public static func judge(
        _ code: OneTimeCode, at moment: Timestamp, lastUsed: Int64?, mac: (_ counter: [UInt8]) -> [UInt8]
    ) -> Outcome {
        let now = step(at: moment)
        var accepted: Int64?
        var matched = false
        for candidate in (now - window)...(now + window) where candidate >= 0 {
            guard let expected = OneTimeCode(mac: mac(counter(candidate))) else { continue }
            let equal = expected == code
            matched = matched || equal
            if equal, lastUsed.map({ candidate > $0 }) ?? true { accepted = accepted ?? candidate }
        }
        if let accepted { return .accepted(step: accepted) }
        return matched ? .replayed : .wrong
    }

    /// A step as the eight bytes that are authenticated, most significant first.
    public static func counter(_ step: Int64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
    }

    /// What a person reads when a code does not fit while the second factor is being set up. At sign-in there is ``SignInFailure`` instead.
    public static func enrolmentRefusal(at place: String) -> Refusal {
        Refusal(.enrolmentCodeWrong, at: place, "Kode tidak cocok. Periksa jam ponsel, tunggu kode berikutnya, lalu ketik enam angkanya.")
    }
}

/// A code of six digits.
public struct OneTimeCode: Hashable, Sendable {
    /// 0 to 999,999; leading zeros count when it is written.
    public let value: UInt32

    /// Reads six ASCII digits; blanks anywhere are forgiven, as apps show `123 456`. `nil` for anything else.
    ///
    /// - Complexity: O(length), and no more than 64 bytes are looked at
    public init?(_ typed: String) {
        guard typed.utf8.prefix(65).count <= 64 else { return nil }
        var value: UInt32 = 0
        var count = 0
        for scalar in typed.unicodeScalars where !scalar.properties.isWhitespace {
            guard ("0"..."9").contains(scalar), count < 6 else { return nil }
            value = value * 10 + (scalar.value - 48)
            count += 1
        }
        guard count == 6 else { return nil }
        self.value = value
    }

    /// The code that an HMAC of at least 20 bytes comes to, by the truncation of RFC 4226, 5.3; `nil` when there are fewer.
    public init?(mac: [UInt8]) {
        guard mac.count >= 20, let last = mac.last else { return nil }
        let offset = Int(last & 0x0F)
        let word = mac[offset..<(offset + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        value = (word & 0x7FFF_FFFF) % 1_000_000
    }

    /// Six digits, leading zeros included.
    public var text: String {
        let digits = String(value)
        return String(repeating: "0", count: 6 - digits.utf8.count) + digits
    }
}
