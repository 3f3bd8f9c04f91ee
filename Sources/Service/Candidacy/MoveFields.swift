import Markup
import Rulebook

/// The fields of a step: the day, what the step brings along, the number of its document, the reason.
struct MoveFields {
    typealias Field = MoveForm.Field

    let move: Move
    let view: CandidacyView
    /// What was typed, when it was refused.
    let typed: FormFields?
    let refusal: Refusal?

    private var rule: MoveRule? { view.found.rules.rule(for: move, towards: view.found.kept.designation) }

    func render() -> HTML {
        let reference: HTML? =
            rule?.needsReference == true
            ? FormPiece.render(
                .init(name: Field.reference, label: "Nomor keputusan, surat, atau berita acara"), value: value(Field.reference), refusal: refusal)
            : nil
        return """
            <input type="hidden" name="\(Field.length)" value="\(view.found.length)">\
            \(FormPiece.render(
                .init(name: Field.day, label: "Tanggal", hint: "Tanggal kejadiannya, tidak sebelum langkah terakhir.", type: .date),
                value: value(Field.day, view.today.description), refusal: refusal))
            \(result)\(reference)
            \(Self.area(
                .init(
                    name: Field.reason, label: move.needsReason ? "Alasan" : "Catatan", hint: "Tercatat di jurnal untuk seterusnya. Jangan menulis nama orang.",
                    isRequired: move.needsReason),
                value: value(Field.reason), refusal: refusal))
            """
    }

    private var result: HTML? {
        switch move {
        case .closeAssessment: score("Nilai hasil penilaian TPI")
        case .recordReviewStep: reviewStep
        case .concludeReview:
            """
            \(truth(Field.favourable, "Hasil reviu", yes: "Memenuhi", no: "Belum memenuhi"))\(score("Nilai hasil reviu TPN"))
            """
        case .openRevocation:
            FormPiece.choice(
                .init(name: Field.ground, label: "Alasan menurut peraturan"),
                options: view.found.rules.parts.revocationGrounds.map { ($0.id, $0.name) }, chosen: value(Field.ground), refusal: refusal)
        case .award:
            FormPiece.render(
                .init(
                    name: Field.until, label: "Berlaku sampai", hint: "Kosongkan bila keputusan tidak menyebut tanggal akhir.", type: .date,
                    isRequired: false), value: value(Field.until), refusal: refusal)
        default: nil
        }
    }

    private var reviewStep: HTML? {
        guard let next = view.found.candidacy.nextReviewStep(under: view.found.rules) else { return nil }
        let respondents: HTML? = next.leastRespondents.map { least in
            FormPiece.render(
                .init(name: Field.respondents, label: "Jumlah responden survei", hint: "Paling sedikit \(least).", type: .code),
                value: value(Field.respondents), refusal: refusal)
        }
        return """
            <p>Langkah yang dicatat: <strong>\(next.name)</strong>. Dasar: \(next.clause).</p><input type="hidden" name="\(Field.step)" value="\(next.id.text)">\
            \(truth(Field.passed, "Hasil langkah ini", yes: "Lulus", no: "Tidak lulus"))\(respondents)\
            \(FormPiece.render(
                .init(name: Field.team, label: "Pelaksana", hint: "Tim atau jabatan, bukan nama orang."), value: value(Field.team), refusal: refusal))
            """
    }

    private func score(_ label: String) -> HTML {
        FormPiece.render(
            .init(name: Field.score, label: label, hint: "Dari 0 sampai 100, seperti pada laporan: 86,40."), value: value(Field.score), refusal: refusal)
    }

    private func truth(_ name: String, _ label: String, yes: String, no: String) -> HTML {
        FormPiece.choice(
            .init(name: name, label: label), options: [("", "Pilih"), ("ya", yes), ("tidak", no)], chosen: value(name), refusal: refusal)
    }

    private func value(_ field: String, _ otherwise: String = "") -> String { typed?.text(field) ?? otherwise }

    /// A field of several lines.
    static func area(_ field: FormPiece.Field, value: String, refusal: Refusal?) -> HTML {
        let problem = refusal?.findings.first { $0.location == field.name }?.message
        let hint: HTML? = field.hint.map { "<p class=\"hint\" id=\"\(field.name)-h\">\($0)</p>" }
        let error: HTML? = problem.map { "<p class=\"err\" id=\"\(field.name)-e\">\($0)</p>" }
        let described = [hint == nil ? nil : "\(field.name)-h", error == nil ? nil : "\(field.name)-e"].compactMap { $0 }
        return """
            <div class="field\(problem == nil ? "" : " bad")"><label class="label" for="\(field.name)">\(field.label)\(field.isRequired ? "" : " (boleh kosong)")</label>\(hint)\(error)\
            <textarea id="\(field.name)" name="\(field.name)" rows="4"\(Attribute("aria-describedby", described.isEmpty ? nil : described.joined(separator: " ")))\
            \(Attribute("aria-invalid", problem == nil ? nil : "true"))\(Attribute.flag("required", if: field.isRequired))>
            \(value)</textarea></div>
            """
    }
}
