import ArgumentParser

/// `zona`: the root of all commands.
struct ZonaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zona",
        abstract: "Menilai Zona Integritas menuju WBK/WBBM dengan hitungan pasti.",
        version: ZonaVersion.text,
        subcommands: [
            ScoreCommand.self, AdviseCommand.self, InstrumentCommand.self, SheetCommand.self, ServeCommand.self,
            ConfigCommand.self, MigrateCommand.self, BackupCommand.self, RestoreCommand.self, AccountCommand.self,
            CheckCommand.self, DemoCommand.self, JournalCommand.self,
        ])
}

/// The version that `zona --version` prints.
enum ZonaVersion {
    static let text = "0.1.0"
}

/// The program as the executable starts it.
public enum Program {
    /// Reads the command line and does what it says; does not return when it ends with an exit code.
    public static func main() async {
        await ZonaCommand.main()
    }
}
