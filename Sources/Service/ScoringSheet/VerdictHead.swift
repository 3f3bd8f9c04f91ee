import ExactMath
import Markup
import Rulebook

/// The verdict in a line, how far it is, and what was checked.
struct VerdictHead {
    private let result: CheckedSheet
    private let figures: Figures

    /// The form that carries the answers to another designation, pointed to by buttons elsewhere.
    static let formID: HTML = "bawa"

    init(_ result: CheckedSheet) {
        self.result = result
        figures = result.figures
    }

    func render(title: String) -> HTML {
        let mark: StateMark = result.examination.verdict.met ? .met : .unmet
        return """
            <p class="paper small">Dicetak dari Zona\(name) · \(result.moment.text)</p>
            <div class="cols"><div><p class="eyebrow noprint">\(eyebrow), \(result.moment.text)</p>
            <div class="mark \(mark.style)">\(mark.mark)<h1>\(title)</h1></div>
            <p class="lead">\(lead)</p>\(advisory)</div>
            <dl class="kv small"><dt>Instrumen</dt><dd>\(result.instrument.regulation.number)\(amendment)</dd>
            <dt>Terisi</dt><dd>\(result.filled) dari \(result.instrument.questions.count) pertanyaan</dd>
            <dt>Berkas</dt><dd>\(file)</dd>
            <dt>Dituju</dt><dd>\(choice)<span class="paper">\(result.designation.acronym)</span></dd></dl></div>
            \(carrier)
            """
    }

    private var eyebrow: String {
        switch result.source {
        case .sample: "Contoh hasil periksa LKE"
        case .kept(let name): name
        case .file, .answers: "Hasil periksa LKE"
        }
    }

    private var name: HTML? { result.fileName.isEmpty ? nil : " · \(result.fileName)" }

    private var file: HTML {
        result.fileName.isEmpty
            ? "\(result.fileKind)" : "<span class=\"wrapany\">\(result.fileName)</span><br><span class=\"dim\">\(result.fileKind)</span>"
    }

    private var amendment: HTML? {
        let text = result.instrument.regulation.amendment
        return text.isEmpty ? nil : "<br><span class=\"dim\">\(text)</span>"
    }

    /// How far the total is, and how many conditions are not met or met by little.
    private var lead: HTML {
        let outcomes = result.outcomes
        let unmet = outcomes.filter { !$0.met }.count
        let thin = outcomes.filter { result.mark(of: $0) == .thin }.count
        let thinPart: HTML? = thin == 0 ? nil : " dan \(thin) terpenuhi tipis"
        if unmet == 0 {
            let thinEnd: HTML? = thin == 0 ? nil : "; \(thin) di antaranya tipis"
            return "\(distance). Semua <strong>\(outcomes.count) syarat terpenuhi</strong>\(thinEnd)."
        }
        let start: HTML = result.total?.met == true ? "\(distance), tetapi dari" : "\(distance). Dari"
        return "\(start) \(outcomes.count) syarat, <strong>\(unmet) belum terpenuhi</strong>\(thinPart)."
    }

    private var distance: HTML {
        guard let total = result.total, let gap = total.gap else { return "Nilai total tidak disyaratkan" }
        let minimum = figures.plain(total.minimum)
        let size = figures.signed(gap.magnitude).dropFirst(gap == .zero ? 0 : 1)
        if !total.met { return "Kurang <strong>\(size) poin</strong> dari nilai total \(minimum)" }
        if gap == .zero { return "Nilai total tepat pada minimum \(minimum)" }
        return "Nilai total <strong>\(size) poin di atas</strong> minimum \(minimum)"
    }

    private var advisory: HTML? {
        guard result.examination.verdict.met else { return nil }
        let signer = result.instrument.policies.awardedBy[result.designation]
        let end: HTML? = signer.map { "; predikat ditetapkan oleh \($0)" }
        return "<p class=\"small dim\">Hitungan mandiri atas jawaban di dalam berkas, bukan penetapan\(end).</p>"
    }

    private var choice: HTML {
        if result.isKept { return "<span class=\"noprint\">\(result.designation.acronym)</span>" }
        let items = HTML.each(Designation.allCases) { designation in
            if designation == result.designation {
                return "<li><span aria-current=\"true\">\(designation.acronym)</span></li>"
            }
            if result.source == .sample {
                return "<li><a href=\"\(SitePath.sample(designation).address)\">\(designation.acronym)</a></li>"
            }
            return
                "<li><button type=\"submit\" form=\"\(Self.formID)\" name=\"\(CheckForm.Field.designation)\" value=\"\(designation.rawValue)\">\(designation.acronym)<span class=\"vh\">: hitung untuk predikat ini</span></button></li>"
        }
        return "<ul class=\"switch noprint\" aria-label=\"Predikat yang dituju\">\(items)</ul>"
    }

    /// The answers, so that the page can be asked for the other designation although nothing is stored.
    private var carrier: HTML? {
        guard result.source != .sample, !result.isKept else { return nil }
        return """
            <form id="\(Self.formID)" action="\(SitePath.check.address)" method="post" enctype="multipart/form-data"><input type="hidden" name="\(CheckForm.Field.instrument)" value="\(result.instrument.id.text)"><input type="hidden" name="\(CheckForm.Field.name)" value="\(result.fileName)"><input type="hidden" name="\(CheckForm.Field.answers)" value="\(result.answers)"></form>
            """
    }
}
