import Markup
import Rulebook

/// The fields about one employee, for a new one and for a change.
struct EmployeeFields {
    /// What stands in the fields before anybody typed; `nil` for a new one.
    let employee: EmployeeStore.Kept?
    /// For whose account it may be; nothing to choose for a new one, which is linked by its number.
    var accounts: [(account: AccountID, name: String)] = []
    let typed: FormFields?
    let refusal: Refusal?

    func render() -> HTML {
        """
        \(FormPiece.render(
            .init(name: EmployeeForm.Field.name, label: "Nama lengkap", hint: "Boleh dengan gelar.", autocomplete: "off"),
            value: value(EmployeeForm.Field.name, employee?.name), refusal: refusal))
        \(FormPiece.render(
            .init(name: EmployeeForm.Field.nip, label: "NIP", hint: "18 angka. Kosongkan bagi yang tidak mempunyai NIP.", type: .code, autocomplete: "off", isRequired: false),
            value: value(EmployeeForm.Field.nip, employee?.nip), refusal: refusal))
        \(FormPiece.render(
            .init(name: EmployeeForm.Field.from, label: "Hari pertama bertugas", hint: "Kosongkan bagi yang sudah lama bertugas.", type: .date, isRequired: false),
            value: value(EmployeeForm.Field.from, employee?.employment.from?.description), refusal: refusal))
        \(employee == nil ? nil : rest)
        """
    }

    private var rest: HTML {
        var options = [("", "Belum terhubung")] + accounts.map { ($0.account.text, $0.name) }
        if let own = employee?.account, !accounts.contains(where: { $0.account == own }) { options.append((own.text, "Akun yang sekarang")) }
        return """
            \(FormPiece.render(
                .init(name: EmployeeForm.Field.until, label: "Hari terakhir bertugas", hint: "Diisi saat pindah, pensiun, atau berhenti. Sesudahnya tidak dihitung lagi.", type: .date, isRequired: false),
                value: value(EmployeeForm.Field.until, employee?.employment.until?.description), refusal: refusal))
            \(FormPiece.choice(
                .init(name: EmployeeForm.Field.account, label: "Akun", hint: "Dengan akun ini pegawai menandatangani sendiri di layar.", isRequired: false),
                options: options, chosen: value(EmployeeForm.Field.account, employee?.account?.text), refusal: refusal))
            """
    }

    private func value(_ field: String, _ kept: String?) -> String { typed?.text(field) ?? kept ?? "" }
}
