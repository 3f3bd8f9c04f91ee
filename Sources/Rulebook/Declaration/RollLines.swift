/// The lines of a roll as people paste them from a spreadsheet: `nama;nip`, one employee a line.
public enum RollLines {
    /// One employee.
    public struct Line: Hashable, Sendable {
        /// The line's number in what was pasted, from 1.
        public let number: Int
        /// The person's name.
        public let name: PersonName
        /// Eighteen digits; `nil` for people without one.
        public let nip: String?
    }

    /// The most employees at once; more are pasted in several goes.
    public static let most = 500

    /// Reads pasted lines. A semicolon or a tab stands before the number; lines of nothing but blanks are passed over.
    ///
    /// - Parameter place: the form's field, for the findings.
    /// - Throws: `Refusal` with every problem, each naming its line.
    /// - Complexity: O(length); lines after ``most`` are not looked at
    public static func read(_ text: String, at place: String) throws(Refusal) -> [Line] {
        var lines: [Line] = []
        var findings: [Finding] = []
        var firstWithNIP: [String: Int] = [:]
        var taken = 0
        for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let number = index + 1
            guard raw.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { continue }
            taken += 1
            guard taken <= most else {
                findings.append(
                    .error(.rollLineMalformed, at: place, "Lebih dari \(most) baris. Tempel sebagian dahulu, lalu sisanya pada giliran berikutnya."))
                break
            }
            let columns = columns(raw)
            guard columns.count <= 2 else {
                findings.append(
                    .error(.rollLineMalformed, at: place, "Baris \(number): ada lebih dari dua kolom. Tulis hanya nama, titik koma, lalu NIP."))
                continue
            }
            let before = findings.count
            let name = name(columns[0], line: number, at: place, into: &findings)
            let nip = columns.count > 1 ? nip(columns[1], line: number, at: place, into: &findings) : nil
            if let nip, let first = firstWithNIP[nip] {
                findings.append(
                    .error(.employeeDuplicate, at: place, "Baris \(number): NIP ini sudah ada pada baris \(first). Hapus salah satunya."))
            } else if let nip {
                firstWithNIP[nip] = number
            }
            if findings.count == before, let name { lines.append(Line(number: number, name: name, nip: nip)) }
        }
        if taken == 0 {
            findings.append(.error(.rollLineMalformed, at: place, "Belum ada baris. Tulis satu pegawai pada setiap baris: nama, titik koma, lalu NIP."))
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        return lines
    }

    /// What stands between separators; a separator at the very end opens no further column.
    private static func columns(_ line: Substring) -> [String] {
        var columns = line.split(omittingEmptySubsequences: false) { $0 == ";" || $0 == "\t" }.map(String.init)
        while columns.count > 1, columns[columns.count - 1].allSatisfy(\.isWhitespace) { columns.removeLast() }
        return columns
    }

    private static func name(_ text: String, line: Int, at place: String, into findings: inout [Finding]) -> PersonName? {
        do throws(PersonNameRefusal) {
            return try PersonName(text)
        } catch {
            findings += prefixed(error.refusal(at: place), line)
            return nil
        }
    }

    private static func nip(_ text: String, line: Int, at place: String, into findings: inout [Finding]) -> String? {
        do throws(SignInNameRefusal) {
            let name = try SignInName(text)
            if name.kind == .nip { return name.key }
            findings.append(.error(.signInNameMalformed, at: place, "Baris \(line): kolom kedua bukan NIP. Isi 18 angka, atau kosongkan."))
        } catch .missing {
            return nil
        } catch {
            findings += prefixed(error.refusal(at: place), line)
        }
        return nil
    }

    private static func prefixed(_ refusal: Refusal, _ line: Int) -> [Finding] {
        refusal.findings.map { Finding($0.code, $0.severity, at: $0.location, "Baris \(line): \($0.message)") }
    }
}
