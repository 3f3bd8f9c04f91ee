/// The names of the fields of the form for signing in.
enum SignInForm {
    /// A NIP or an address.
    static let name = "nama"
    static let password = "sandi"
    /// The page to show afterwards.
    static let wanted = SitePath.wanted
}
