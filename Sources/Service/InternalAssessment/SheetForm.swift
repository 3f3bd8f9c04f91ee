import Documents
import Rulebook

/// A sheet that was sent; `parse()` is the only way out.
struct SheetForm: Sendable {
    enum Field {
        static let file = "berkas"
    }

    let form: MultipartForm

    /// The bytes of the file.
    ///
    /// - Throws: `Refusal` naming the field.
    func parse() throws(Refusal) -> [UInt8] {
        guard let file = try form.part(Field.file), !file.content.isEmpty else {
            throw Refusal(.noFileSent, at: Field.file, "Pilih berkas LKE lebih dahulu, lalu tekan Unggah.")
        }
        guard file.content.count <= SheetFile.largestFile else {
            throw Refusal(
                .fileTooLarge, at: Field.file,
                "Berkas lebih besar dari \(SheetFile.largestFile >> 20) MB. Hapus lembar dan gambar yang tidak perlu.")
        }
        return Array(file.content)
    }
}
