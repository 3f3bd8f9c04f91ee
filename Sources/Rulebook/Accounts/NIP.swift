/// What the eighteen digits of a civil servant's number say: born, appointed, sex, serial number.
///
/// A number that says something odd is only remarked upon. The state's own registers hold such numbers, and nobody can have theirs changed
/// just to sign in.
public enum NIP {
    /// What is odd about a number.
    public enum Oddity: Hashable, Sendable {
        /// The first eight digits are no day, or one outside 1900 to today.
        case birth
        /// The next six are neither year and month nor year and a contract's sequence, or not within reach of the birth and today.
        case appointment
        /// The fifteenth digit is neither 1 nor 2.
        case sex
        /// The last three digits are 000.
        case serial
    }

    /// What is odd about a sign-in name; empty for an address.
    public static func oddities(of name: SignInName, on today: Day) -> [Oddity] {
        guard name.kind == .nip else { return [] }
        let digits = name.key.utf8.map { Int($0) - 48 }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        var found: [Oddity] = []
        let born = Day(year: number(0..<4), month: number(4..<6), day: number(6..<8))
        let birthYear = number(0..<4)
        if let born, birthYear >= 1_900, born <= today {} else { found.append(.birth) }
        let (year, month) = (number(8..<12), number(12..<14))
        // Contract staff (PPPK) have a two-digit sequence of the appointment there, from 21 on, instead of a month.
        let isMonth = (1...12).contains(month) || (21...29).contains(month)
        if !isMonth || year > today.date.year + 1 || year < birthYear + 15 { found.append(.appointment) }
        if !(1...2).contains(digits[14]) { found.append(.sex) }
        if number(15..<18) == 0 { found.append(.serial) }
        return found
    }

    /// One warning for whoever invites the person, if anything is odd.
    public static func warnings(for name: SignInName, on today: Day, at place: String) -> [Finding] {
        let odd = oddities(of: name, on: today).map(\.words)
        guard !odd.isEmpty else { return [] }
        return [
            Finding(
                .signInNameUnusual, .warning, at: place,
                "NIP tidak lazim pada \(odd.joined(separator: ", ")). Cocokkan dengan kartu pegawai; bila memang demikian, lanjutkan.")
        ]
    }
}

extension NIP.Oddity {
    /// Which digits, in Indonesian.
    var words: String {
        switch self {
        case .birth: "tanggal lahir (angka 1–8)"
        case .appointment: "pengangkatan (angka 9–14)"
        case .sex: "jenis kelamin (angka 15)"
        case .serial: "nomor urut (angka 16–18)"
        }
    }
}
