import Markup
import Rulebook

/// The form that records a review of progress with what it found.
struct NewReviewPage {
    let view: DevelopmentView
    let rhythm: ReviewRhythm
    var typed: FormFields?
    var refusal: Refusal?

    private typealias Field = ReviewForm.Field

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: "\(refusal == nil ? "" : "Salah: ")Catat monev", current: .agencies, for: visitor,
            main: """
                \(FormPiece.summary(refusal, title: "Monev belum dicatat"))
                \(Crumbs.render(DevelopmentHead.below(.reviews, view), here: "Catat monev"))
                <div class="narrow"><p class="eyebrow wrapany">\(view.unit.name)</p><h1>Catat monev</h1>
                <form class="sec" action="\(view.path(.newReview).address)" method="post">\(FormPiece.key(visitor))
                \(FormPiece.choice(
                    .init(name: Field.period, label: "Periode"), options: periods, chosen: typed?.text(Field.period) ?? periods.first?.value ?? "",
                    refusal: refusal))
                \(FormPiece.render(
                    .init(name: Field.held, label: "Hari pelaksanaan", type: .date), value: typed?.text(Field.held) ?? view.today.description,
                    refusal: refusal))
                \(LongTextPiece.render(
                    .init(name: Field.summary, label: "Ringkasan hasil", hint: "Apa yang dilihat dan bagaimana kemajuannya."), rows: 5,
                    value: typed?.text(Field.summary) ?? "", refusal: refusal))
                <h2>Temuan</h2><p class="hint">Kosongkan baris yang tidak dipakai.</p>
                \(HTML.each(ReviewForm.rows, finding))
                <p class="field"><button class="btn" type="submit">Catat monev</button></p></form></div>
                """)
    }

    /// The periods that have begun and were not reviewed, the first one first.
    private var periods: [(value: String, name: String)] {
        let reviewed = Set(view.reviews.map(\.period))
        return (1...rhythm.period(of: view.today)).filter { !reviewed.contains($0) }.prefix(24).map {
            (String($0), "Periode \($0), paling lambat \(rhythm.due($0).text)")
        }
    }

    private func finding(_ row: Int) -> HTML {
        let people = [("", "Pilih orang")] + view.people.map { (value: $0.account.text, name: $0.name) }
        let isTyped = [Field.finding(row), Field.followUp(row), Field.due(row), Field.person(row)].contains { typed?.text($0).isEmpty == false }
        return """
            <details class="field"\(Attribute.flag("open", if: row == 1 || isTyped))><summary>Temuan \(row)</summary>
            \(LongTextPiece.render(
                .init(name: Field.finding(row), label: "Temuan \(row)", isRequired: false), rows: 2, value: typed?.text(Field.finding(row)) ?? "",
                refusal: refusal))
            \(LongTextPiece.render(
                .init(name: Field.followUp(row), label: "Tindak lanjut", isRequired: false), rows: 2, value: typed?.text(Field.followUp(row)) ?? "",
                refusal: refusal))
            \(FormPiece.choice(
                .init(name: Field.person(row), label: "Yang menindaklanjuti", isRequired: false), options: people,
                chosen: typed?.text(Field.person(row)) ?? "", refusal: refusal))
            \(FormPiece.render(
                .init(name: Field.due(row), label: "Tenggat tindak lanjut", type: .date, isRequired: false), value: typed?.text(Field.due(row)) ?? "",
                refusal: refusal))</details>
            """
    }
}
