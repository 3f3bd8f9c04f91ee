import Journaling

extension JournalFault {
    /// The number of the entry that the fault is about, where it is about one.
    var entry: Int? {
        switch self {
        case .missingEntries(let range): range.lowerBound
        case .addedEntry(let number), .reorderedEntry(let number), .changedEntry(let number), .brokenLink(let number),
            .inclusionFails(let number), .openingMismatch(let number), .openingWithoutCommitment(let number):
            number
        case .wrongSequence(let expected, _): expected
        default: nil
        }
    }

    /// What is wrong, in Indonesian.
    var sentence: String {
        switch self {
        case .unknownFile: "Ini bukan berkas jurnal Zona."
        case .unknownVersion(let version): "Berkas memakai format versi \(version), yang tidak dikenal program ini. Pakai Zona yang lebih baru."
        case .truncated: "Berkas terpotong: baris penutupnya tidak ada."
        case .afterEnd: "Masih ada isi sesudah baris penutup."
        case .lineTooLong: "Baris lebih panjang dari 65.536 bita."
        case .notCanonical: "Baris tidak ditulis dalam bentuk baku, jadi pernah diubah atau rusak."
        case .malformedLine: "Baris tidak dikenal oleh format jurnal."
        case .unexpectedLine: "Baris ini tidak boleh ada di tempat ini."
        case .wrongCount: "Jumlah di baris penutup tidak sama dengan isi berkas."
        case .wrongClosing: "Baris penutup menyatakan akar atau sidik jari terakhir yang lain."
        case .otherChain(let chain): "Baris ini milik rantai lain (\(chain.text))."
        case .missingEntries(let range):
            range.count == 1
                ? "Catatan \(range.lowerBound) hilang." : "Catatan \(range.lowerBound) sampai \(range.upperBound) hilang."
        case .addedEntry(let number): "Ada catatan \(number) kedua yang disisipkan."
        case .reorderedEntry(let number): "Catatan \(number) dipindahkan dari tempatnya."
        case .wrongSequence(let expected, let found): "Catatan ini menyambung yang sebelumnya, tetapi bernomor \(found), seharusnya \(expected)."
        case .changedEntry(let number): "Isi catatan \(number) diubah."
        case .brokenLink(let number): "Rantai putus di catatan \(number): catatan itu atau yang sebelumnya diubah."
        case .checkpointMismatch(let size, let since):
            "Titik periksa atas \(size) catatan menandatangani isi yang lain; yang masih terbukti hanya \(since) catatan pertama."
        case .misplacedCheckpoint(let size): "Titik periksa atas \(size) catatan tidak berdiri sesudah catatan sebanyak itu."
        case .rolledBack(let kept, let found): "Jurnal dimundurkan: dahulu berisi \(kept) catatan, sekarang \(found)."
        case .rewritten(let size): "\(size) catatan pertama tidak sama dengan keadaan yang Anda simpan: jurnal ditulis ulang."
        case .inclusionFails(let number): "Jalur bukti tidak menghubungkan catatan \(number) dengan titik periksa."
        case .consistencyFails(let old, let new):
            "Jalur bukti tidak menunjukkan bahwa keadaan \(new) catatan melanjutkan keadaan \(old) catatan."
        case .badSignature(let size): "Tanda tangan titik periksa atas \(size) catatan salah."
        case .unknownKey(let key): "Kunci \(key.text) menandatangani, padahal tidak ada pergantian kunci yang menuju ke sana."
        case .retiredKey(let key): "Kunci \(key.text) masih menandatangani sesudah diganti."
        case .replacedKey(let key): "Kunci yang Anda pegang (\(key.text)) tidak ada di berkas ini: kunci jurnal ditukar."
        case .unsigned: "Tidak ada satu pun tanda tangan yang benar di berkas ini."
        case .rotationFromOtherKey(let key): "Pergantian kunci berangkat dari kunci \(key.text), yang tidak sedang dipakai."
        case .rotationNotSignedByOld(let key): "Pergantian kunci tidak disetujui kunci lama \(key.text)."
        case .rotationNotSignedByNew(let key): "Pergantian kunci tidak ditandatangani kunci baru \(key.text)."
        case .openingMismatch(let number): "Data diri yang disertakan pada catatan \(number) bukan yang dahulu dicatat."
        case .openingWithoutCommitment(let number): "Data diri yang disertakan pada catatan \(number) tidak ada komitmennya di catatan itu."
        }
    }
}

extension JournalRemark {
    /// What is worth knowing, in Indonesian.
    var sentence: String {
        switch self {
        case .timeWentBack(let first, let count): "waktu mundur \(count) kali, pertama kali di catatan \(first)."
        case .uncovered(let range):
            "catatan \(range.lowerBound) sampai \(range.upperBound) belum ditandatangani; pembuat berkas masih dapat mengubahnya."
        case .noPinnedKey: "kunci penanda tangan tidak dicocokkan. Sebutkan kunci yang Anda pegang dengan --key."
        }
    }
}
