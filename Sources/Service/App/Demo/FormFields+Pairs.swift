extension FormFields {
    /// Fields that a program fills in as a person would.
    init(pairs: [(name: String, text: String)]) {
        self.init(values: Dictionary(pairs.map { ($0.name, [$0.text]) }, uniquingKeysWith: { $0 + $1 }))
    }
}
