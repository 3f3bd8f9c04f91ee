import Rulebook
import Testing

@testable import Service

@Suite("Forms of the declaration") struct DeclarationFormTests {
    static func fields(_ text: String) throws -> FormFields { try FormFields(Array(text.utf8)) }

    private func refused(_ text: String) throws -> [String] {
        let form = DeclarationForm(fields: try Self.fields(text))
        do throws(Refusal) {
            _ = try form.parse()
            return []
        } catch { return error.findings.map(\.location) }
    }

    @Test("Every problem is told at once, each at its field")
    func problems() throws {
        #expect(try refused("") == ["hari-acara", "tempat"])
        let wrong = "hari-acara=2026-02-30&tempat=%20&pengumuman=ab&saksi=kpk&saksi=presiden&saksi=x"
        #expect(try refused(wrong) == ["hari-acara", "tempat", "pengumuman", "saksi"])
        #expect(try refused("hari-acara=0001-01-01&tempat=Aula") == ["hari-acara"])
        #expect(try refused("hari-acara=2026-11-24&tempat=Aula&pengumuman=%E2%80%AEabc") == ["pengumuman"])
        #expect(try refused("hari-acara=2026-11-24&tempat=\(String(repeating: "a", count: 501))") == ["tempat"])
    }

    @Test("Length of the place: below, on and above the limit")
    func limits() throws {
        for (length, isFine) in [(2, false), (3, true), (4, true), (499, true), (500, true), (501, false)] {
            #expect(try refused("hari-acara=2026-11-24&tempat=\(String(repeating: "a", count: length))").isEmpty == isFine, "\(length)")
        }
    }

    @Test("The publication may follow later, and witnesses are a set")
    func read() throws {
        let parsed = try DeclarationForm(fields: Self.fields("hari-acara=2026-11-24&tempat=Aula&saksi=kpk&saksi=kpk&saksi=masyarakat")).parse()
        #expect(parsed.publication == "" && parsed.witnesses == [.corruptionCommission, .publicFigures])
    }

    @Test("An employee's form: name, number and days")
    func employee() throws {
        func problems(_ text: String) throws -> [String] {
            let form = EmployeeForm(fields: try Self.fields(text))
            do throws(Refusal) {
                _ = try form.parse()
                return []
            } catch { return error.findings.map(\.location) }
        }
        #expect(
            try problems("nama-pegawai=&nip-pegawai=12&mulai-tugas=x&selesai-tugas=2026-13-01") == [
                "nama-pegawai", "nip-pegawai", "mulai-tugas", "selesai-tugas",
            ])
        #expect(try problems("nama-pegawai=Ani&nip-pegawai=a%40b.go.id") == ["nip-pegawai"])
        for (until, found) in [("2026-01-01", ["selesai-tugas"]), ("2026-01-02", []), ("2026-01-03", [])] {
            #expect(try problems("nama-pegawai=Ani&mulai-tugas=2026-01-02&selesai-tugas=\(until)") == found)
        }
    }
}
