/// Why a plan, a review of progress or what it found cannot be changed like that.
public enum PlanRefusal: Error, Hashable, Sendable {
    // The content of an action
    case itemCount
    case unknownItem(ItemCode)
    case itemOfAnotherArea(ItemCode)
    case targetLength
    case dueBeforeStart
    // Its way
    case actionClosed
    case percentOutOfRange
    // The plan
    case planFull
    case nothingToAdopt
    case adoptedByDrafter
    // Reviews
    case periodNotBegun
    case periodReviewed
    case closedByPersonInCharge
    case findingClosed

    /// The code, and the rule with the way out.
    ///
    /// - Parameter location: the field it is about; empty for none.
    public func finding(at location: String) -> Finding {
        .error(code, at: location, message)
    }

    private var code: FindingCode {
        switch self {
        case .itemCount, .unknownItem, .itemOfAnotherArea, .targetLength, .dueBeforeStart, .planFull: .planActionMalformed
        case .actionClosed: .planActionClosed
        case .percentOutOfRange: .progressMalformed
        case .nothingToAdopt: .planNotAdoptable
        case .adoptedByDrafter: .planAdoptedByDrafter
        case .periodNotBegun: .reviewMalformed
        case .periodReviewed: .reviewAlreadyHeld
        case .closedByPersonInCharge: .followUpClosedByOwner
        case .findingClosed: .followUpClosed
        }
    }

    private var message: String {
        switch self {
        case .itemCount:
            "Pilih 1 sampai \(PlannedAction.Content.mostItems) indikator atau pertanyaan yang dikerjakan aksi ini."
        case .unknownItem(let item):
            "Kode “\(item)” bukan indikator atau pertanyaan pada instrumen pencalonan ini. Salin kodenya dari lembar LKE."
        case .itemOfAnotherArea(let item):
            "Kode \(item) bukan bagian area yang dipilih. Pilih area yang sesuai, atau buat aksi tersendiri."
        case .targetLength:
            "Isi target dengan 3 sampai \(PlannedAction.Content.longestTarget) huruf: apa yang harus sudah ada pada akhirnya."
        case .dueBeforeStart: "Tenggat mendahului hari mulai. Isi tenggat yang sama dengan hari mulai atau sesudahnya."
        case .actionClosed: "Aksi ini sudah selesai atau dihentikan, jadi tidak dapat diubah seperti itu. Muat ulang halaman."
        case .percentOutOfRange: "Isi kemajuan dengan bilangan bulat 0 sampai 100."
        case .planFull: "Rencana memuat paling banyak \(ActionPlan.mostActions) aksi. Gabungkan aksi yang sejenis sebelum menambah yang baru."
        case .nothingToAdopt:
            "Tidak ada yang perlu ditetapkan: rencana belum berisi aksi, atau tidak ada perubahan sejak penetapan terakhir."
        case .adoptedByDrafter:
            "Anda ikut menyusun rencana atau perubahan ini, jadi penetapannya harus oleh pimpinan unit yang lain. Siapa yang mengisi tidak menetapkan."
        case .periodNotBegun: "Periode monev ini belum dimulai. Pilih periode yang sedang berjalan atau sudah lewat."
        case .periodReviewed: "Monev untuk periode ini sudah dicatat. Pilih periode lain."
        case .closedByPersonInCharge:
            "Tindak lanjut tidak ditutup oleh orang yang harus mengerjakannya. Mintalah pimpinan unit lain atau TPI memeriksanya dan menutupnya."
        case .findingClosed: "Temuan ini sudah ditutup. Muat ulang halaman."
        }
    }
}
