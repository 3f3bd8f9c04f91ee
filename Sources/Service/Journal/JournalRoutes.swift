import HTTPTypes
import Hummingbird
import NIOCore
import Rulebook

/// The pages of the journal.
struct JournalRoutes: Sendable {
    let actions: JournalActions
    let frame: PageFrame

    func add(to routes: GuardedRoutes) {
        let any = AgencyID("")
        routes.get(.agencyAction(any, .journal), .full) { visit in
            let form = JournalForm(visit.query)
            let identity = try visit.identity()
            let agency = AgencyID(try visit.step(SitePath.agencyStep))
            let page = try await actions.list(agency, form.filter, by: identity, at: visit.visitor.now)
            let mayExport = identity.may(.exportJournal, on: agency.target, at: visit.visitor.now)
            return Response(page: JournalPage(page: page, form: form, mayExport: mayExport).render(in: frame, for: visit.visitor))
        }
        routes.get(.agencyAction(any, .journalExport), .full, export)
        routes.get(.journalEntry(any, 0), .full) { visit in
            let proven = try await actions.entry(
                try number(visit), of: AgencyID(try visit.step(SitePath.agencyStep)), by: try visit.identity(),
                at: visit.visitor.now)
            return Response(page: JournalEntryPage(proven: proven).render(in: frame, for: visit.visitor))
        }
        routes.get(.journalProof(any, 0), .full) { visit in
            let sequence = try number(visit)
            let bytes = try await actions.proofFile(
                sequence, of: AgencyID(try visit.step(SitePath.agencyStep)), by: try visit.identity(), at: visit.visitor.now)
            var response = Self.file(named: "bukti-\(sequence).jsonl")
            response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
            return response
        }
    }

    /// The whole chain, read and sent piece by piece. What goes wrong on the way ends the connection, and the file
    /// lacks its closing line.
    private func export(_ visit: Visit) async throws -> Response {
        let agency = AgencyID(try visit.step(SitePath.agencyStep))
        let kept = try await actions.admitExport(agency, by: try visit.identity(), at: visit.visitor.now)
        let withPersonal = visit.query(JournalForm.Field.personal) == "ya"
        let database = actions.records.database
        var response = Self.file(named: "jurnal-\(kept.code.lowercased()).jsonl")
        response.body = ResponseBody { writer in
            var export = try await JournalExport(agency, in: database, withPersonal: withPersonal)
            while let bytes = try await export.next() { try await writer.write(ByteBuffer(bytes: bytes)) }
            try await writer.finish(nil)
        }
        return response
    }

    /// The number of an entry in the address.
    private func number(_ visit: Visit) throws -> Int {
        guard let number = Int(try visit.step(SitePath.sequenceStep)), number > 0 else { throw PageRefusal.notFound }
        return number
    }

    private static func file(named name: String) -> Response {
        let name = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) ? $0 : "-" })
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/jsonl; charset=utf-8", .contentDisposition: "attachment; filename=\"\(name)\"",
                .cacheControl: "no-store",
            ])
    }
}
