/// The settings as they hold, for people and for programs. Passwords are left out of both.
struct ConfigurationReport: Encodable {
    struct Row: Encodable {
        let key: String
        let value: String?
        let origin: String
        let place: String?
        let initial: String?
        let variable: String
        let option: String
        let meaning: String

        init(_ value: SettingResolution.Value) {
            let setting = value.setting
            key = setting.key
            self.value = value.text.map { setting.shown($0) }
            origin = value.origin.kind
            place = value.origin.text.isEmpty ? nil : value.origin.text
            initial = setting.initial
            variable = setting.variable
            option = setting.option
            meaning = setting.meaning
        }
    }

    let file: String?
    let settings: [Row]

    init(_ resolution: SettingResolution, file: String?) {
        self.file = file
        settings = resolution.values.map(Row.init)
    }

    var text: String {
        var table = TextTable([.left, .left, .left])
        for row in settings {
            table.add([row.key, row.value ?? "-", row.place.map { row.origin + " " + $0 } ?? row.origin])
        }
        return table.text
    }
}

/// A file to begin with: every setting as a remark, with its built-in value.
enum ConfigurationSample {
    static var text: String {
        var text = "# Konfigurasi Zona. Hapus tanda # di depan pengaturan yang ingin diubah.\n"
        for setting in Setting.all {
            text += "\n# \(setting.meaning)\n# \(setting.key) = \(setting.initial ?? "<\(setting.valueName)>")\n"
        }
        return text
    }
}
