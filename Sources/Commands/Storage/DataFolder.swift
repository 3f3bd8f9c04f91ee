import FoundationEssentials
import Glibc
import InstrumentFiles
import Rulebook

/// The folder an agency keeps its own files in.
struct DataFolder {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    /// Makes the folder where it is missing, for its owner only; the folder it goes into must be there, so that a slip
    /// in a long name does not begin a new installation unseen.
    ///
    /// - Throws: `Refusal`
    func make() throws(Refusal) {
        guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        guard errno != ENOENT else {
            throw Refusal(.unreadableFile, at: path, "Folder data tidak ada, begitu pula folder tempatnya. Buat folder itu atau periksa namanya.")
        }
        throw Refusal(.folderNotWritable, at: path, "Folder data tidak dapat dibuat: \(FileTrouble.text). Buat folder itu sendiri, atau pilih tempat lain.")
    }

    /// The shipped instruments together with the agency's own.
    ///
    /// - Throws: `Refusal` naming every file that cannot be used, or the folder when it is not there.
    func library() throws(Refusal) -> InstrumentLibrary {
        var isFolder: Bool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder else {
            throw Refusal(.unreadableFile, at: path, "Folder data tidak ada. Buat folder itu atau periksa namanya.")
        }
        var problems: [Finding] = []
        func collect<Value>(_ folder: String, _ read: ([UInt8]) throws(Refusal) -> Value) -> [Value] {
            names(in: folder).compactMap { name -> Value? in
                do throws(Refusal) {
                    return try read(try LocalFile.read(name, limit: InstrumentFile.largestFile))
                } catch {
                    problems += error.findings.map { .error($0.code, at: "\(name) \($0.location)", $0.message) }
                    return nil
                }
            }
        }
        let wordings = collect("kata-kata") { bytes throws(Refusal) in try Wording(bytes) }
        let added = collect("instrumen") { bytes throws(Refusal) in
            let plain = try InstrumentFile.read(bytes)
            return try InstrumentFile.read(bytes, wording: wordings.first { $0.instrument == plain.id })
        }
        guard problems.isEmpty else { throw Refusal(problems) }
        return InstrumentLibrary(added: added, wordings: wordings)
    }

    private func names(in folder: String) -> [String] {
        let whole = "\(path)/\(folder)"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: whole)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().map { "\(whole)/\($0)" }
    }
}
