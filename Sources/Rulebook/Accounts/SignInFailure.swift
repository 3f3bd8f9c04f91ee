/// Why somebody was not signed in. The log may tell these apart; the person, and whoever pretends to be one, may not.
public enum SignInFailure: String, CaseIterable, Hashable, Sendable {
    /// Nobody has this name, or it is no name at all.
    case unknownName = "nama-tidak-dikenal"
    /// The account was closed.
    case closedAccount = "akun-ditutup"
    /// The invitation was not taken up yet, so there is no password.
    case noPassword = "belum-ada-sandi"
    /// The password is another.
    case wrongPassword = "sandi-salah"
    /// The code of the second factor is wrong, used or malformed.
    case wrongCode = "kode-salah"

    /// One code, one sentence and one place, whatever the reason.
    public var refusal: Refusal {
        Refusal(
            .signInFailed, at: "",
            "Nama masuk, kata sandi, atau kode tidak cocok. Periksa lalu coba lagi; bila lupa, mintalah tautan atur ulang kepada admin instansi.")
    }

    /// What a person reads who has to wait: the same for names that exist and names that do not. Minutes for people and seconds for programs are
    /// rounded up, and at least 1.
    public static func throttled(until: Timestamp, at now: Timestamp) -> Refusal {
        let milliseconds = max(until.milliseconds(since: now), 1)
        func roundedUp(_ unit: Int64) -> Int64 { milliseconds / unit + (milliseconds % unit == 0 ? 0 : 1) }
        return Refusal(
            .signInThrottled, at: "", "Terlalu banyak percobaan yang gagal. Coba lagi dalam \(roundedUp(60_000)) menit.", retryAfter: roundedUp(1_000))
    }
}
