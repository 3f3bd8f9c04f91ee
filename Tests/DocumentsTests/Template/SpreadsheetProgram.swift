import Foundation
import Testing

/// LibreOffice, told to calculate every formula of a file anew.
struct SpreadsheetProgram: ~Copyable {
    static let path = "/usr/bin/soffice"
    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "zona-soffice-\(UUID().uuidString)")
        let user = folder.appending(path: "profile/user")
        try FileManager.default.createDirectory(at: user, withIntermediateDirectories: true)
        let settings = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load">\
            <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
            </oor:items>
            """
        try settings.write(to: user.appending(path: "registrymodifications.xcu"), atomically: true, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Opens each workbook, calculates it and saves it again.
    func recalculate(_ workbooks: [[UInt8]]) throws -> [[UInt8]] {
        let result = folder.appending(path: "hasil")
        var names: [String] = []
        for (number, bytes) in workbooks.enumerated() {
            let file = folder.appending(path: "lke-\(number).xlsx")
            try Data(bytes).write(to: file)
            names.append(file.path)
        }
        let process = Process()
        process.executableURL = URL(filePath: Self.path)
        process.arguments =
            [
                "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)", "--headless", "--norestore",
                "--convert-to", "xlsx", "--outdir", result.path,
            ] + names
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return try workbooks.indices.map { [UInt8](try Data(contentsOf: result.appending(path: "lke-\($0).xlsx"))) }
    }
}

/// Looks at files.
enum FileProbe {
    /// The permissions of a file; `nil` when there is none.
    static func mode(of path: String) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.posixPermissions] as? NSNumber)?.intValue
    }
}
