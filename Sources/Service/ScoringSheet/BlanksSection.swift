import Markup
import Rulebook

/// The questions that count as not answered.
struct BlanksSection {
    private let result: CheckedSheet

    init(_ result: CheckedSheet) {
        self.result = result
    }

    func render() -> HTML? {
        let codes = result.examination.unanswered
        guard !codes.isEmpty else { return nil }
        let questions = codes.compactMap { code in
            result.instrument.question(code).map { result.instrument.questions[$0] }
        }
        let items = HTML.each(questions) { question in
            "<li><a class=\"mono\" href=\"\(Address.fragment("q-\(question.code)"))\">\(question.code.text)</a> \(question.text)</li>"
        }
        return """
            <section class="sec" aria-labelledby="kosong"><h2 id="kosong">Pertanyaan kosong</h2><p>\(codes.count) pertanyaan belum berjawaban dan dihitung 0. Pertanyaan rasio yang pembaginya 0 juga dapat terhitung kosong.</p><details\(Attribute.flag("open", if: codes.count <= 10))><summary>Daftar \(codes.count) pertanyaan kosong</summary><ul class="list">\(items)</ul></details></section>
            """
    }
}
