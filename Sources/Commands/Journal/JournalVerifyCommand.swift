import ArgumentParser
import Journaling
import Rulebook

/// `zona journal verify FILE`
struct JournalVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Periksa berkas jurnal atau berkas bukti, tanpa server.",
        discussion: """
            Keluar dengan kode 0 bila utuh dan 65 bila ada yang salah. Tanpa --key atau --kept, berkas hanya dapat dicocokkan
            dengan dirinya sendiri: simpan kunci atau keadaan jurnal sejak awal, di tempat yang tidak dikuasai pengelola server.
            """)

    @Argument(help: ArgumentHelp("Berkas jurnal atau bukti (.jsonl); - untuk masukan baku.", valueName: "berkas"))
    var file: String

    @Option(help: ArgumentHelp("Kunci publik yang Anda pegang, 64 digit heksadesimal.", valueName: "heksa"))
    var key: PinnedKey?

    @Option(
        help: ArgumentHelp(
            "Keadaan jurnal yang pernah Anda simpan: berkas jurnal, bukti atau titik periksa, atau jumlah:akar.", valueName: "keadaan"))
    var kept: [String] = []

    @Option(help: ArgumentHelp("Bentuk hasil: text atau json.", valueName: "bentuk"))
    var format: JournalFormat = .text

    func run() throws {
        let report: JournalReport
        do throws(Refusal) {
            var states: [KeptState] = []
            for text in kept { states.append(try KeptState(text, key: key?.key)) }
            report = try JournalFile.verify(file, key: key?.key, kept: states, showsProgress: true)
        } catch {
            Terminal.writeError(error.lines)
            throw ExitCode(error.exitStatus)
        }
        let result = JournalResult(file: file, report: report)
        Terminal.write(format == .json ? JSONOutput.text(result, onOneLine: false) : result.text)
        if !report.isSound { throw ExitCode(ExitStatus.refused) }
    }
}

/// How the result of a verification is written.
enum JournalFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// A public key on the command line.
struct PinnedKey: ExpressibleByArgument {
    let key: VerifyingKey

    init?(argument: String) {
        guard let key = VerifyingKey(hex: argument.lowercased()) else { return nil }
        self.key = key
    }
}

/// An earlier state of a chain, as a person kept it.
enum KeptState {
    /// Of the chain that the file is about.
    case plain(size: Int, root: Fingerprint)
    case head(KeptHead)

    /// Reads `412:7ffa…` or a file of the journal, which is verified first.
    ///
    /// - Throws: `Refusal` when it is neither, or the file is not sound.
    init(_ text: String, key: VerifyingKey?) throws(Refusal) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count == 2, let size = Int(parts[0]), size >= 0, let root = Fingerprint(hex: parts[1].lowercased()) {
            self = .plain(size: size, root: root)
            return
        }
        let report = try JournalFile.verify(text, key: key, kept: [], showsProgress: false)
        guard let head = report.keptHead else {
            throw Refusal(
                .unreadableFile, at: text,
                "Keadaan yang disimpan tidak dapat dipakai: berkas itu sendiri tidak utuh. Periksa dengan zona journal verify \(text).")
        }
        self = .head(head)
    }

    func head(of chain: ChainID) -> KeptHead {
        switch self {
        case .plain(let size, let root): KeptHead(chain: chain, size: size, root: root)
        case .head(let head): head
        }
    }
}
