extension Day {
    /// `31 Mei 2026`, as people read it in a requirement.
    var inWords: String {
        let months = [
            "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
        ]
        let (year, month, day) = date
        return "\(day) \(months[month - 1]) \(year)"
    }
}
