import Markup
import Rulebook

/// The page for a file that cannot be scored: every problem, and the form again.
struct CheckRefusedPage {
    /// Links in the summary above it.
    private static let mostLinks = 10

    let refusal: Refusal
    let choices: CheckForm.Choices
    let instruments: PreparedInstruments

    func render(in frame: PageFrame) -> HTML {
        frame.render(
            title: "Salah: Periksa LKE", current: .check,
            main: """
                \(isAboutForm ? formSummary : fileSummary)
                \(CheckPage.head)
                \(isAboutForm ? nil : ProblemTable(problems: problems).render())
                <section class="sec narrow stack" aria-labelledby="unggah"><h2 id="unggah">\(isAboutForm ? "Unggah lembar" : "Unggah lagi")</h2>\(UploadForm(instruments: instruments, choices: choices, error: fieldError).render())</section>
                """)
    }

    /// Whether the form is at fault rather than the file in it.
    private var isAboutForm: Bool {
        refusal.findings.allSatisfy { [.noFileSent, .unknownInstrument, .malformedUpload, .fileTooLarge].contains($0.code) }
    }

    private var problems: [Finding] { refusal.findings.filter { $0.severity == .error } }

    private var fieldError: String {
        guard isAboutForm, let problem = refusal.findings.first else {
            return "Pilih berkas yang sudah diperbaiki. Berkas sebelumnya sudah dibuang dan tidak disimpan."
        }
        return problem.message
    }

    private var formSummary: HTML {
        let target = refusal.findings.first?.code == .unknownInstrument ? "instrumen" : "berkas"
        return """
            <div class="errors" role="alert" aria-labelledby="es"><h2 id="es">Lembar belum dapat diperiksa</h2>
            <ol>\(HTML.each(refusal.findings) { "<li><a href=\"\(Address.fragment(target))\">\($0.message)</a></li>" })</ol></div>
            """
    }

    private var fileSummary: HTML {
        let links = problems.prefix(Self.mostLinks).enumerated().map { index, problem -> HTML in
            "<li><a href=\"#m\(index + 1)\">\(Self.place(problem, before: ": "))\(Self.shortened(problem.message))</a></li>"
        }
        let rest = problems.count - links.count
        return """
            <div class="errors" role="alert" aria-labelledby="es"><h2 id="es">Lembar belum dapat dihitung: ada \(problems.count) masalah</h2>
            <p>Perbaiki di berkas Anda, simpan, lalu unggah lagi.</p><ol>\(links)</ol>\(rest > 0 ? "<p>Dan <a href=\"#rinci\">\(rest) masalah lain</a> pada tabel di bawah.</p>" : nil)</div>
            """
    }

    private static func place(_ problem: Finding, before mark: HTML) -> HTML? {
        problem.location.isEmpty ? nil : "\(problem.location)\(mark)"
    }

    /// The first sentence: the summary names the problem, the table tells the way out.
    private static func shortened(_ message: String) -> String {
        guard let end = message.firstRange(of: ". ") else { return message }
        return String(message[..<end.lowerBound])
    }
}
