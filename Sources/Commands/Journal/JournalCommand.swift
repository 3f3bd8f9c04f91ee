import ArgumentParser

/// `zona journal`
struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "Periksa, unduh, dan tandatangani jurnal.",
        discussion: "Jurnal mencatat setiap perubahan. Bentuk berkasnya ada di docs/format-jurnal.md.",
        subcommands: [JournalVerifyCommand.self, JournalExportCommand.self, JournalKeyCommand.self])
}
