/// What makes a password acceptable: its length, and that it is not the first thing another would try. Nothing is asked of its make-up.
///
/// A password is hashed as the UTF-8 bytes that were typed; nothing in it is trimmed or changed. For comparison with names and common
/// words only, both sides are folded: lower case, and of that letters and digits alone. Two spellings of one accented letter are not
/// brought together (that would take Unicode's normal forms, which the standard library keeps to itself), so a common word in another
/// spelling may pass. The list is a hurdle, not a proof.
public struct PasswordPolicy: Sendable {
    /// The least number of characters, counted as Unicode scalars.
    public static let shortest = 12
    /// The most characters, counted as Unicode scalars.
    public static let longest = 128

    /// Folded; entries that fold to nothing are left out.
    private let common: Set<String>

    /// Takes the list of common passwords and words, in any spelling. It is data and travels with the program.
    ///
    /// - Complexity: O(total length)
    public init(common: some Sequence<String>) {
        self.common = Set(common.lazy.map(Self.fold).filter { !$0.isEmpty })
    }

    /// Every reason against a password; empty when there is none. `name` may be missing when nobody knows it yet.
    ///
    /// - Complexity: O(length), and of a longer password only the length is looked at
    public func problems(with password: String, signInName: SignInName, name: PersonName?) -> [PasswordRefusal] {
        let length = password.unicodeScalars.prefix(Self.longest + 1).count
        guard length <= Self.longest else { return [.tooLong] }
        var found: [PasswordRefusal] = []
        if length < Self.shortest { found.append(.tooShort) }
        if password.unicodeScalars.contains(where: \.isUnseen) { found.append(.unreadable) }
        let folded = Self.fold(password)
        if Self.tells(folded, signInName: signInName, name: name) { found.append(.tellsWhoYouAre) }
        if isCommon(folded, typed: password) { found.append(.common) }
        return found
    }

    /// Checks a password.
    ///
    /// - Throws: ``Refusal`` with every reason at once
    public func check(_ password: String, signInName: SignInName, name: PersonName?, at place: String) throws(Refusal) {
        let found = problems(with: password, signInName: signInName, name: name)
        guard found.isEmpty else { throw Refusal(found.map { $0.finding(at: place) }) }
    }

    /// In the list as it is or without the digits around it, or a piece of at most four characters over and over.
    private func isCommon(_ folded: String, typed: String) -> Bool {
        if common.contains(folded) { return true }
        let core = Self.withoutDigitsAround(folded)
        if !core.isEmpty, common.contains(core) { return true }
        let scalars = Array(typed.lowercased().unicodeScalars)
        guard scalars.count > 4 else { return false }
        return (1...4).contains { period in scalars.indices.dropFirst(period).allSatisfy { scalars[$0] == scalars[$0 - period] } }
    }

    /// Contains the sign-in name (an address also by its part before the @) or the whole name, or is nothing but words of the name and digits.
    private static func tells(_ folded: String, signInName: SignInName, name: PersonName?) -> Bool {
        var whole = [fold(signInName.key)]
        if signInName.kind == .email { whole.append(fold(String(signInName.key.prefix { $0 != "@" }))) }
        if let name { whole.append(fold(name.text)) }
        if whole.contains(where: { $0.utf8.count >= 4 && folded.contains($0) }) { return true }
        guard let name else { return false }
        // Longer words first, so that a short one does not break up a longer one.
        let words = name.text.unicodeScalars.split { !$0.properties.isAlphabetic }
            .map { fold(String($0)) }.filter { $0.count >= 2 }.sorted { $0.count > $1.count }
        var rest = folded
        for word in words { rest = rest.split(separator: word, omittingEmptySubsequences: false).joined() }
        return rest != folded && rest.utf8.allSatisfy { (48...57).contains($0) }
    }

    /// Lower case, letters and digits only.
    static func fold(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars where scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal {
            folded.append(scalar)
        }
        return String(folded)
    }

    private static func withoutDigitsAround(_ folded: String) -> String {
        var scalars = Substring(folded).unicodeScalars
        while let last = scalars.last, last.properties.numericType == .decimal { scalars.removeLast() }
        while let first = scalars.first, first.properties.numericType == .decimal { scalars.removeFirst() }
        return String(scalars)
    }
}

/// One reason against a password.
public enum PasswordRefusal: Hashable, Sendable {
    /// Under 12 characters.
    case tooShort
    /// Over 128 characters.
    case tooLong
    /// It has a character that cannot be seen, or a control character.
    case unreadable
    /// It contains the sign-in name or the person's name.
    case tellsWhoYouAre
    /// It is a common one, or a short piece over and over.
    case common

    /// The code, and the rule with the way out. The password itself never stands in it.
    public func finding(at place: String) -> Finding {
        switch self {
        case .tooShort:
            .error(
                .passwordTooShort, at: place,
                "Kata sandi paling sedikit \(PasswordPolicy.shortest) karakter. Beberapa kata yang tidak berhubungan mudah diingat dan cukup panjang.")
        case .tooLong: .error(.passwordTooLong, at: place, "Kata sandi paling banyak \(PasswordPolicy.longest) karakter. Pilih yang lebih pendek.")
        case .unreadable:
            .error(.passwordUnreadable, at: place, "Kata sandi berisi tanda yang tidak terlihat. Ketik dengan huruf, angka, tanda baca, dan spasi.")
        case .tellsWhoYouAre:
            .error(.passwordTellsWhoYouAre, at: place, "Kata sandi memuat nama atau nama masuk Anda. Pilih kata yang tidak berkaitan dengan diri Anda.")
        case .common: .error(.passwordCommon, at: place, "Kata sandi ini termasuk yang pertama kali dicoba orang. Pilih beberapa kata yang tidak berhubungan.")
        }
    }
}
