/// Why a role cannot be given or taken.
public enum GrantRefusal: Error, Hashable, Sendable {
    /// The role is granted for another kind of scope.
    case scopeDoesNotFit(Role)
    /// The last day lies before the first.
    case endsBeforeItBegins
    /// The first day lies before today.
    case beginsInThePast
    /// Nobody gives a role to themselves.
    case toSelf
    /// The role is not for the caller to give or take, at least not there.
    case notYours(Role)
    /// The person already has the role for this scope on some of these days.
    case alreadyHeld(Role)
    /// The person has a role that this one does not go with.
    case conflict(Role, with: Role)
    /// A key role takes a second person.
    case needsSecondPerson(Role)
    /// The second person is the first, is the person concerned, or could not do it either.
    case secondPersonNotEligible
    /// Without this person nobody would administer the agency or the nation.
    case lastAdministrator(Role)
    /// The role has ended already.
    case alreadyEnded

    /// The code, and the rule with the way out.
    public var refusal: Refusal {
        switch self {
        case .scopeDoesNotFit(let role):
            let kinds = Scope.Kind.allCases.filter(role.scopeKinds.contains).map(\.name).joined(separator: " atau ")
            return Refusal(.roleScopeMismatch, at: "", "Peran \(role.name) diberikan untuk \(kinds). Pilih lingkup yang sesuai.")
        case .endsBeforeItBegins:
            return Refusal(
                .grantPeriodInvalid, at: "",
                "Hari terakhir peran mendahului hari pertamanya. Isi hari terakhir yang sama atau sesudahnya, atau kosongkan.")
        case .beginsInThePast:
            return Refusal(.grantPeriodInvalid, at: "", "Peran paling awal berlaku hari ini. Isi hari pertama hari ini atau sesudahnya.")
        case .toSelf:
            return Refusal(.grantToSelf, at: "", "Tidak seorang pun memberi peran kepada dirinya sendiri. Mintalah admin lain memberikannya.")
        case .notYours(let role):
            return Refusal(
                .grantNotYours, at: "",
                "Peran \(role.name) untuk lingkup ini bukan wewenang Anda. Lihat siapa yang berwenang pada daftar hak akses.")
        case .alreadyHeld(let role):
            return Refusal(
                .grantDuplicate, at: "", "Orang ini sudah berperan \(role.name) untuk lingkup yang sama pada masa itu. Cabut dahulu atau pilih masa lain.")
        case .conflict(let role, let other):
            return Refusal(
                .grantConflict, at: "",
                "Peran \(role.name) tidak boleh dirangkap dengan \(other.name) untuk lingkup ini. Cabut salah satu, atau pilih lingkup atau orang lain.")
        case .needsSecondPerson(let role):
            return Refusal(
                .grantNeedsSecondPerson, at: "", "Peran \(role.name) diberikan dan dicabut oleh dua orang. Mintalah admin lain yang berwenang menyetujuinya.")
        case .secondPersonNotEligible:
            return Refusal(
                .secondPersonNotEligible, at: "",
                "Penyetuju harus orang ketiga: bukan pemohon, bukan orang yang bersangkutan, dan berwenang atas peran itu. Mintalah admin lain.")
        case .lastAdministrator(let role):
            return Refusal(
                .lastAdministrator, at: "",
                "Orang ini satu-satunya \(role.name) yang berlaku. Angkat penggantinya lebih dahulu, lalu ulangi.")
        case .alreadyEnded:
            return Refusal(.grantEnded, at: "", "Peran ini sudah berakhir, jadi tidak ada yang perlu dicabut. Muat ulang halaman.")
        }
    }
}
