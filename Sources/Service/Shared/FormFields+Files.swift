import Rulebook

extension FormFields {
    /// The fields beside the files of a form that may carry files.
    ///
    /// - Throws: `Refusal` of code `malformedUpload` when one holds text that is not UTF-8.
    /// - Complexity: O(length of the fields)
    init(_ form: MultipartForm) throws(Refusal) {
        var values: [String: [String]] = [:]
        for part in form.parts where part.fileName == nil {
            guard part.content.count <= RequestBounds.smallBody, !part.content.contains(0), let text = part.text else { throw Self.malformed }
            values[part.name, default: []].append(text)
        }
        self.init(values: values)
    }
}
