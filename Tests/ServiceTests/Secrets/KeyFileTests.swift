import Foundation
import Rulebook
import Testing

@testable import Service

@Suite("Key files")
struct KeyFileTests {
    private static let digits = String(repeating: "0a", count: KeyFile.length)

    /// Lends a folder that is removed afterwards.
    private func withFolder(_ body: (_ folder: String) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "zona-kunci-" + NewID.make(at: 0)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    private func write(_ text: String, to path: String, mode: mode_t = 0o600) throws {
        try Data(text.utf8).write(to: URL(filePath: path))
        try #require(chmod(path, mode) == 0)
    }

    /// The words with which a file is refused; `nil` when it is read.
    private func refusal(_ path: String) -> String? {
        do throws(Refusal) {
            #expect(try KeyFile(path).read().count == KeyFile.length)
            return nil
        } catch {
            #expect(error.findings.map(\.code) == [.keyFileUnusable])
            #expect(error.findings.map(\.code.rawValue) == ["ZI-1610"])
            return error.findings.first?.message ?? ""
        }
    }

    @Test(
        "A key file that anybody else may read, write or run is refused, with the command that helps",
        arguments: [
            (0o600, true), (0o400, true), (0o700, true), (0o640, false), (0o620, false), (0o610, false), (0o604, false), (0o602, false),
            (0o601, false), (0o644, false), (0o660, false), (0o666, false), (0o440, false), (0o404, false), (0o777, false),
        ] as [(mode_t, Bool)])
    func modes(mode: mode_t, isRead: Bool) throws {
        try withFolder { folder in
            let path = "\(folder)/rahasia"
            try write(Self.digits, to: path, mode: mode)
            let words = refusal(path)
            #expect((words == nil) == isRead)
            if let words { #expect(words.contains("chmod 600")) }
        }
    }

    @Test("A key is 64 digits in lower case, and at most two ends of line", arguments: ["", "\n", "\n\n"])
    func whole(end: String) throws {
        try withFolder { folder in
            try write(Self.digits + end, to: "\(folder)/rahasia")
            #expect(refusal("\(folder)/rahasia") == nil)
        }
    }

    private static let noKeys: [String] = {
        let short = String(digits.dropLast())
        var texts: [String] = ["", "\n", short, "\(short)\n", "\(digits)0", "\(digits)0a", "\(digits)\n0", "\(digits)\n\n0"]
        texts += ["\(digits)\n\n\n", "\(digits) ", "\(digits)\r\n", "\n\(digits)", " \(digits)", "\(digits)\u{0}", "\(short)\u{0}"]
        texts += [digits.uppercased(), digits.replacing("0a", with: "0g"), "0x\(digits.dropLast(2))"]
        texts += [String(repeating: "٠", count: 32), String(repeating: "0a", count: 1_000_000)]
        return texts
    }()

    @Test("What is no key, or more than a key, is refused", arguments: noKeys)
    func noKey(text: String) throws {
        try withFolder { folder in
            try write(text, to: "\(folder)/rahasia")
            #expect(refusal("\(folder)/rahasia")?.contains("bukan kunci") == true)
        }
    }

    @Test("Only a file is read: no link to one, no folder, no pipe, and nothing is waited for")
    func kinds() throws {
        try withFolder { folder in
            try write(Self.digits, to: "\(folder)/asli")
            try #require(symlink("\(folder)/asli", "\(folder)/tautan") == 0)
            #expect(refusal("\(folder)/tautan")?.contains("tautan simbolis") == true)
            try #require(symlink("\(folder)/hilang", "\(folder)/putus") == 0)
            #expect(refusal("\(folder)/putus")?.contains("tautan simbolis") == true)
            try #require(mkdir("\(folder)/folder", 0o700) == 0)
            #expect(refusal("\(folder)/folder")?.contains("bukan berkas biasa") == true)
            try #require(mkfifo("\(folder)/pipa", 0o600) == 0)
            #expect(refusal("\(folder)/pipa")?.contains("bukan berkas biasa") == true)
            #expect(refusal("\(folder)/hilang")?.contains("tidak dapat dibuka") == true)
        }
    }

    @Test("A new key is for its owner only and is never written over anything")
    func make() throws {
        try withFolder { folder in
            let path = "\(folder)/rahasia"
            let key = try KeyFile(path).readOrMake()
            let facts = try FileManager.default.attributesOfItem(atPath: path)
            #expect(facts[.posixPermissions] as? Int == 0o600)
            #expect(try KeyFile(path).readOrMake() == key)
            #expect(throws: Refusal.self) { try KeyFile(path).make(Sodium.random(KeyFile.length)) }
            #expect(try KeyFile(path).read() == key)
            // What a link leads to is not made by way of it.
            try #require(symlink("\(folder)/lain", "\(folder)/putus") == 0)
            #expect(throws: Refusal.self) { try KeyFile("\(folder)/putus").readOrMake() }
            #expect(!KeyFile("\(folder)/lain").exists)
            #expect(throws: Refusal.self) { try KeyFile("\(folder)/tidak-ada/rahasia").readOrMake() }
        }
    }

    @Test("The key of the journal and the key of the server stand under the same rules")
    func users() throws {
        try withFolder { folder in
            try write(Self.digits, to: "\(folder)/jurnal", mode: 0o640)
            #expect(throws: Refusal.self) { try JournalKeys(KeyFile("\(folder)/jurnal")) }
            try #require(chmod("\(folder)/jurnal", 0o600) == 0)
            _ = try JournalKeys(KeyFile("\(folder)/jurnal"))
        }
    }
}
