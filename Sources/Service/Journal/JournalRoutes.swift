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
        routes.post(.agencyAction(any, .journalExport), .full, export)
        addCheckpoints(to: routes)
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
            return Self.file(named: JournalFileName.proof(sequence), bytes)
        }
    }

    private func addCheckpoints(to routes: GuardedRoutes) {
        let any = AgencyID("")
        routes.get(.agencyAction(any, .checkpoints), .full) { visit in
            let checkpoints = try await actions.listCheckpoints(
                AgencyID(try visit.step(SitePath.agencyStep)), before: JournalForm(visit.query).filter.before,
                by: try visit.identity(), at: visit.visitor.now)
            return Response(page: CheckpointsPage(checkpoints: checkpoints).render(in: frame, for: visit.visitor))
        }
        routes.get(.journalCheckpoint(any, 0), .full) { visit in
            let name = try visit.step(SitePath.checkpointStep)
            guard name.hasSuffix(".jsonl"), let size = Int(name.dropLast(6)), size >= 0 else { throw PageRefusal.notFound }
            let bytes = try await actions.checkpointFile(
                size, of: AgencyID(try visit.step(SitePath.agencyStep)), by: try visit.identity(), at: visit.visitor.now)
            return Self.file(named: JournalFileName.checkpoint(size), bytes)
        }
        routes.get(.agencyAction(any, .consistencyProof), .full) { visit in
            guard let old = Int(visit.query(JournalForm.Field.old)), let new = Int(visit.query(JournalForm.Field.new)),
                old >= 0, new >= 0
            else { throw PageRefusal.notFound }
            let bytes = try await actions.consistencyFile(
                (old, new), of: AgencyID(try visit.step(SitePath.agencyStep)), by: try visit.identity(), at: visit.visitor.now)
            return Self.file(named: JournalFileName.consistency(min(old, new), max(old, new)), bytes)
        }
    }

    /// The whole chain, read and sent piece by piece; no reading is open while a piece is on its way, so a client that
    /// is slow or hangs up holds nothing. What goes wrong on the way ends the connection, and the file lacks its closing
    /// line.
    private func export(_ visit: Visit) async throws -> Response {
        let agency = AgencyID(try visit.step(SitePath.agencyStep))
        let withPersonal = visit.fields.text(JournalForm.Field.personal) == "ya"
        let kept = try await actions.beginExport(
            agency, withPersonal: withPersonal, by: try visit.identity(), at: visit.visitor.now)
        let database = actions.records.database
        var response = Self.file(named: JournalFileName.journal(kept.code))
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

    private static func file(named name: String, _ bytes: [UInt8] = []) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "application/jsonl; charset=utf-8", .contentDisposition: "attachment; filename=\"\(name)\"",
                .cacheControl: "no-store",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
