import Documents
import ExactMath
import Markup
import Rulebook

/// The page with the verdict on a sheet; each section is a file of its own.
struct VerdictPage {
    private let result: CheckedSheet

    init(_ result: CheckedSheet) {
        self.result = result
    }

    func render(in frame: PageFrame) -> HTML {
        frame.render(
            title: title, current: result.source == .sample ? .sample : .check,
            main: """
                \(crumb)\(VerdictHead(result).render(title: title))
                \(ScoreSection(result).render())
                \(ConditionsSection(result).render())
                \(AreasSection(result).render())
                \(AdviceSection(result).render())
                \(FindingsSection(result).render())
                \(BlanksSection(result).render())
                \(PrerequisitesSection(result).render())
                \(NextSection(result).render())
                \(TraceSection(result).render())
                """)
    }

    private var title: String {
        let designation = result.designation.acronym
        return result.examination.verdict.met
            ? "Memenuhi syarat \(designation)" : "Belum memenuhi syarat \(designation)"
    }

    private var crumb: HTML {
        let last: HTML = result.source == .sample ? "Contoh hasil" : "Hasil"
        return
            "<nav aria-label=\"Letak halaman\"><ol class=\"crumb\"><li><a href=\"\(SitePath.check.address)\">Periksa LKE</a></li><li aria-current=\"page\">\(last)</li></ol></nav>"
    }
}

extension CheckedSheet {
    /// What kind of file it was, in words.
    var fileKind: String {
        switch source {
        case .sample: "Contoh yang disertakan (CSV)"
        case .answers: "Jawaban dari hasil sebelumnya"
        case .kept: "Jawaban yang tersimpan"
        case .file:
            switch reading.format {
            case .csv: "CSV kode dan jawaban"
            case .json: "JSON"
            case .zonaWorkbook: "Lembar Zona (xlsx)"
            case .ministryForm: "Formulir Kementerian PANRB (xlsx)"
            case .portalRB: "Lembar jawaban PortalRB (xlsx)"
            }
        }
    }
}
