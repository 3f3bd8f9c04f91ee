import Foundation
import Testing

/// Sheets of the repository's situations as files, and what they must score.
struct SampleSheet: Decodable {
    struct Expected: Decodable {
        let total: String
        let met: Bool
        let unmet: [String]
        let nodes: [String: String]
    }

    let instrument: String
    let designation: String
    let answers: [String: String]
    let expected: Expected

    /// A situation by the name of its file, without the ending.
    init(_ name: String) throws {
        let file = Zona.root.appending(path: "Tests/Situations/\(name).json")
        self = try JSONDecoder().decode(SampleSheet.self, from: Data(contentsOf: file))
    }

    static let filled = "90-2021-contoh-wbk"
    static let best = "90-2021-terbaik-wbbm"
    static let partly = "90-2021-pas-wbk-sebagian-kosong"
    static let empty = "90-2021-kosong"
    static let old = "52-2014-contoh-wbk"

    /// As rows; an empty sheet has one blank row, by which its instrument is known.
    var csv: String {
        "kode;jawaban\n" + (answers.isEmpty ? "A.I.1.i.a;\n" : "") + answers.sorted { $0.key < $1.key }.map { "\($0.key);\($0.value)\n" }.joined()
    }

    /// An exact fraction `p/q` rounded half up to two decimals, with a point.
    static func rounded(_ exact: String) -> String {
        let parts = exact.split(separator: "/").compactMap { Int128($0) }
        let divisor = parts.count == 2 ? parts[1] : 1
        let hundredths = (parts[0] * 200 + divisor) / (divisor * 2)
        let rest = String(hundredths % 100)
        return "\(hundredths / 100)." + (rest.count == 1 ? "0" : "") + rest
    }
}

extension Folder {
    /// Writes a situation as CSV and returns the path.
    func sheet(_ name: String, as file: String? = nil) throws -> String {
        try write(file ?? "\(name).csv", SampleSheet(name).csv)
    }
}

extension [String: Any] {
    func object(_ key: String, _ place: SourceLocation = #_sourceLocation) throws -> [String: Any] {
        try #require(self[key] as? [String: Any], "\(key)", sourceLocation: place)
    }

    func list(_ key: String, _ place: SourceLocation = #_sourceLocation) throws -> [[String: Any]] {
        try #require(self[key] as? [[String: Any]], "\(key)", sourceLocation: place)
    }

    func text(_ key: String) -> String? { self[key] as? String }
    func texts(_ key: String) -> [String]? { self[key] as? [String] }
    func flag(_ key: String) -> Bool? { self[key] as? Bool }
    var names: Set<String> { Set(keys) }
}
