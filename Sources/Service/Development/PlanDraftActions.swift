import Documents
import ExactMath
import Rulebook

/// Makes proposals for a plan from an uploaded sheet. Pure computing: the sheet is read, scored and thrown away.
struct PlanDraftActions: Sendable {
    let checks: CheckActions

    /// What came of a sheet.
    struct Drafted: Sendable {
        let rows: [PlanDraftForm.Row]
        /// What the sheet reached and what stays out of reach, in words.
        let remark: String
    }

    /// Reads a sheet as *Periksa LKE* does and proposes what the plan does not have yet.
    ///
    /// - Throws: `Refusal` with every problem of the file.
    func draft(_ form: CheckForm.Parsed, for view: DevelopmentView, at moment: Moment) throws(Refusal) -> Drafted {
        let choices = CheckForm.Choices(instrument: view.instrument.id, designation: view.candidacy.designation)
        let result = try checks.check(
            CheckForm.Parsed(bytes: form.bytes, isCarried: form.isCarried, choices: choices, fileName: form.fileName), at: moment)
        guard result.instrument.id == view.instrument.id else {
            throw Refusal(
                .unknownInstrument, at: CheckForm.Field.file,
                "Lembar ini memakai instrumen lain. Pencalonan ini memakai \(view.instrument.regulation.number).")
        }
        let draft: PlanDraft
        do throws(Overflow) {
            draft = try PlanDraft.from(
                advice: result.advice, on: result.examination.floor, verdict: result.examination.verdict, existing: view.plan.actions)
        } catch {
            throw Refusal(
                .numbersTooFine, at: CheckForm.Field.file,
                "Jumlah pada pertanyaan rasio terlalu besar dan terlalu berbeda untuk dihitung tepat. Periksa jumlah yang diisikan.")
        }
        let rows = draft.proposals.prefix(PlanDraftForm.most).enumerated().map { index, proposal in
            Self.row(index + 1, proposal, result)
        }
        return Drafted(rows: rows, remark: Self.remark(result, proposed: draft.proposals.count))
    }

    private static func row(_ number: Int, _ proposal: PlanDraft.Proposal, _ result: CheckedSheet) -> PlanDraftForm.Row {
        let (instrument, figures) = (result.instrument, result.figures)
        let indicator = instrument.nodes[proposal.indicator]
        let points = "\(indicator.name): \(figures.plain(proposal.score)) dari \(figures.plain(proposal.weight))"
        let (target, cause): (String, String) =
            switch proposal.reason {
            case .step(let step):
                (
                    "Naikkan jawaban dari \(StepWords.current(step.question, result, figures)) menjadi \(StepWords.target(step, instrument.questions[step.question], figures)): \(instrument.questions[step.question].text)",
                    "Langkah termurah menuju \(result.designation.acronym), menambah \(figures.signed(step.gain)) poin."
                )
            case .weakArea(let short):
                ("Tingkatkan \(indicator.name)", "Area kurang \(figures.plain(short)) poin dari minimumnya. \(points).")
            case .lowIndicator:
                ("Tingkatkan \(indicator.name)", "Termasuk indikator terendah. \(points).")
            }
        var isStep = false
        if case .step = proposal.reason { isStep = true }
        return PlanDraftForm.Row(
            number: number, items: proposal.items(in: instrument), target: String(target.prefix(PlannedAction.Content.longestTarget)),
            cause: cause, isChosen: isStep)
    }

    private static func remark(_ result: CheckedSheet, proposed: Int) -> String {
        let total = "Nilai sudah pasti pada lembar: \(result.figures.plain(result.examination.floor.total))."
        let way: String =
            switch result.advice?.answer {
            case .alreadyMet: " Semua syarat \(result.designation.acronym) terpenuhi; yang diusulkan hanya indikator terendah."
            case .reachable: " Langkah yang dicentang memenuhi semua syarat \(result.designation.acronym) dengan upaya paling kecil."
            case .dependsOnOutsiders:
                " Langkah yang dicentang baru cukup bila jawaban pihak luar juga membaik; rinciannya ada di Periksa LKE."
            case .unreachable, nil: " Syarat tidak tercapai oleh unit sendiri dengan lembar ini; yang diusulkan titik terlemahnya."
            }
        let rest = proposed > PlanDraftForm.most ? " \(proposed - PlanDraftForm.most) usulan lain muncul sesudah yang ini ditambahkan." : ""
        return total + way + rest
    }
}
