/// Names the rules of the programme in force for a year, such as `permenpanrb-90-2021`.
public struct ProgrammeID: Identifier {
    /// The id as files and the database have it.
    public let text: String
    /// Takes any text; whether there are such rules shows only when they are asked for.
    public init(_ text: String) { self.text = text }
}

/// Names the way of one unit towards one designation.
public struct CandidacyID: Identifier {
    /// The id as the database and the journal have it.
    public let text: String
    /// Takes any text; whether there is such a candidacy shows only when it is looked up.
    public init(_ text: String) { self.text = text }
}

/// Names one kept document: a decree, a letter, minutes, a scan.
public struct DocumentID: Identifier {
    /// The id as the database and the journal have it.
    public let text: String
    /// Takes any text; whether there is such a document shows only when it is looked up.
    public init(_ text: String) { self.text = text }
}

/// What a document is, in the words of the programme's rules, such as `sk-tim` or `sptjm`.
public struct DocumentKind: Identifier {
    /// The kind as programme files, the database and forms have it.
    public let text: String
    /// Takes any text; whether the programme knows the kind is not checked.
    public init(_ text: String) { self.text = text }
}
