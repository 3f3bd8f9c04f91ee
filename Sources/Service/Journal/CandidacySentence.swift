import Journaling
import Rulebook

/// What happened to a candidacy, as the journal tells it.
struct CandidacySentence {
    let content: CanonicalValue
    let names: JournalNames

    /// The particulars, as far as there is more to say than the title.
    var text: String {
        let acronym = content["predikat"]?.text.flatMap(Designation.init(rawValue:))?.acronym
        let place = content["unit"]?.text.map { "\(names.unit($0))\(acronym.map { " menuju \($0)" } ?? "")" }
        let step = content["langkah"]?.text.flatMap(Move.init(rawValue:)).map { "\($0.name.lowercased())" }
        let number = content["nomor"]?.text.flatMap { $0.isEmpty ? nil : "nomor \($0)" }
        let day = content["hari"]?.text.flatMap { Day($0) }?.text
        let year = content["langkah"] == nil ? content["tahun"]?.integer.map { "tahun \($0)" } : nil
        let reason = content["alasan"]?.text.flatMap { $0.isEmpty ? nil : $0 }
        let first = [place, step, year, day, number].compactMap { $0 }.joined(separator: ", ")
        return [first.isEmpty ? nil : "\(first).", reason].compactMap { $0 }.joined(separator: " ")
    }
}
