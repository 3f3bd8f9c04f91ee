import ArgumentParser

/// `zona journal`
struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "Periksa, unduh, buktikan, dan tandatangani jurnal.",
        discussion: "Jurnal mencatat setiap perubahan. Bentuk berkasnya ada di docs/format-jurnal.md.",
        subcommands: [JournalVerifyCommand.self, JournalExportCommand.self, JournalProofCommand.self, JournalKeyCommand.self])
}
