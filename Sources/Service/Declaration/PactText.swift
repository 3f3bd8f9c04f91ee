import Markup

/// The pact that employees put their names under, in our own words. What it binds them to stands in law, not here.
enum PactText {
    /// What the person who signs declares, one sentence a promise.
    static let promises = [
        "Saya menjalankan tugas dengan jujur, terbuka, dan bertanggung jawab, serta tidak melakukan korupsi, kolusi, dan nepotisme dalam bentuk apa pun.",
        "Saya tidak meminta, memberi, atau menerima suap, gratifikasi, maupun imbalan lain yang berkaitan dengan tugas saya, langsung ataupun lewat orang lain.",
        "Saya menolak benturan kepentingan dan melaporkannya kepada atasan sebelum mengambil keputusan yang terpengaruh olehnya.",
        "Saya melayani setiap orang menurut aturan, dengan sopan dan tepat waktu, tanpa membedakan dan tanpa pungutan di luar ketentuan.",
        "Saya memberi contoh dalam menaati aturan, dan mengingatkan rekan kerja bila mereka keliru.",
        "Saya melaporkan penyimpangan yang saya ketahui lewat saluran pengaduan yang tersedia, dan menjaga kerahasiaan pelapor.",
        "Saya siap menerima akibat menurut peraturan perundang-undangan bila saya melanggar pakta ini.",
    ]

    /// The text as it stands above the signature.
    static func render(_ place: CandidacyPlace) -> HTML {
        """
        <p>Saya, pegawai \(place.unit.name), \(place.agency.name), dalam rangka pembangunan Zona Integritas \(place.aim), menyatakan:</p>
        <ol class="list">\(HTML.each(promises) { "<li>\($0)</li>" })</ol>
        """
    }
}
