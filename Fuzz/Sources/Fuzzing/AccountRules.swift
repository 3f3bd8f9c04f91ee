import Rulebook

/// What holds for everything people type about themselves.
enum AccountRules {
    private static let today = Day(year: 2_026, month: 11, day: 24)

    static func check(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return }
        name(text)
        person(text)
        codes(text)
        if let key = SecondFactorKey(Array(bytes.prefix(SecondFactorKey.length))) { factor(key, text) }
    }

    private static func name(_ text: String) {
        guard let name = value({ () throws(SignInNameRefusal) in try SignInName(text) }, { $0.refusal(at: "nama") }) else { return }
        for spelling in [name.key, " \(name.key)\t", name.key.uppercased()] where (try? SignInName(spelling)) != name {
            broken("another sign-in name: \(spelling)")
        }
        if name.key.utf8.contains(where: { $0 <= 0x20 || $0 > 0x7E }) { broken("odd characters in \(name.key)") }
        let warnings = today.map { NIP.warnings(for: name, on: $0, at: "nama") } ?? []
        switch name.kind {
        case .nip: if name.key.utf8.count != 18 || !name.key.utf8.allSatisfy({ (48...57).contains($0) }) { broken("no NIP: \(name.key)") }
        case .email:
            if name.key.utf8.count > SignInName.longestEmail || name.key.utf8.count(where: { $0 == UInt8(ascii: "@") }) != 1 {
                broken("no address: \(name.key)")
            }
            if !warnings.isEmpty { broken("a warning about an address") }
        }
        if warnings.contains(where: { $0.severity != .warning || $0.message.isEmpty }) { broken("a warning without words") }
    }

    private static func person(_ text: String) {
        guard let name = value({ () throws(PersonNameRefusal) in try PersonName(text) }, { $0.refusal(at: "nama") }) else { return }
        guard let again = try? PersonName(name.text), again.text.utf8.elementsEqual(name.text.utf8) else { broken("tidied twice: \(name.text)") }
        let scalars = name.text.unicodeScalars
        if !(1...PersonName.longest).contains(scalars.count) { broken("a name of \(scalars.count) characters") }
        if scalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || (0x202A...0x202E).contains($0.value) }) {
            broken("unseen characters in a name")
        }
        if scalars.first == " " || scalars.last == " " || name.text.contains("  ") { broken("untidy blanks") }
    }

    private static func codes(_ text: String) {
        if let code = RecoveryCode(text) {
            for spelling in [code.text, code.key, code.text.lowercased()] where RecoveryCode(spelling) != code { broken("another code: \(spelling)") }
            if code.key.utf8.count != 12 || !code.key.utf8.allSatisfy(RecoveryCode.alphabet.utf8.contains) { broken("no code: \(code.key)") }
        }
        if let code = OneTimeCode(text) {
            if code.value > 999_999 || code.text.utf8.count != 6 || OneTimeCode(code.text) != code { broken("another code: \(code.text)") }
        }
    }

    /// A key and a label, as the QR code carries them; the key's bytes also stand in for an HMAC.
    private static func factor(_ key: SecondFactorKey, _ label: String) {
        let address = key.address(issuer: label, account: label)
        guard address.hasPrefix("otpauth://totp/"), address.hasSuffix("&algorithm=SHA1&digits=6&period=30") else { broken("no address of a key") }
        if address.utf8.contains(where: { $0 <= 0x20 || $0 > 0x7E || "\"<>#".utf8.contains($0) }) { broken("odd characters in an address") }
        if address.utf8.count(where: { "?".utf8.contains($0) }) != 1 || address.utf8.count(where: { $0 == UInt8(ascii: "=") }) != 5 {
            broken("a label changes what the address says")
        }
        guard let random = RecoveryCode(random: Array(key.bytes.prefix(RecoveryCode.randomBytes))), RecoveryCode(random.text) == random,
            let code = OneTimeCode(mac: key.bytes)
        else { broken("no code from enough bytes") }
        let now = Timestamp(milliseconds: Int64(truncatingIfNeeded: key.bytes.reduce(0) { $0 << 8 | UInt64($1) }))
        let step = SecondFactor.step(at: now)
        for last in [nil, step - 2, step - 1, step, step + 1] as [Int64?] {
            switch SecondFactor.judge(code, at: now, lastUsed: last, mac: { _ in key.bytes }) {
            case .accepted(let used):
                if abs(used - step) > SecondFactor.window || last.map({ used <= $0 }) == true { broken("a code is good twice, or too long") }
            case .replayed: if last == nil { broken("used before it was ever used") }
            case .wrong: if step - SecondFactor.window >= 0 { broken("the right code is wrong") }
            }
        }
    }

    private static func value<Value, Reason: Error>(_ make: () throws(Reason) -> Value, _ refusal: (Reason) -> Refusal) -> Value? {
        do throws(Reason) {
            return try make()
        } catch {
            let findings = refusal(error).findings
            if findings.isEmpty || findings.contains(where: { $0.message.isEmpty }) { broken("a refusal without words") }
            return nil
        }
    }
}
