import Hummingbird
import Markup
import NIOCore
import Rulebook

/// Lists as files.
struct ExportRoutes: Sendable {
    let actions: ExportActions
    let agencies: AgencyActions

    func add(to routes: GuardedRoutes) {
        for (format, path) in [(ExportActions.Format.csv, AgencyAction.unitsAsText), (.workbook, .unitsAsWorkbook)] {
            routes.get(.agencyAction(.nation, path), .full) { visit in
                let agency = AgencyID(try visit.step(SitePath.agencyStep))
                let bytes = try await actions.units(of: agency, as: format, by: visit.identity(), at: visit.visitor.now)
                return Response(file: bytes, named: try await name("unit", of: agency, format), type: format.mediaType)
            }
        }
        // Sent as a form, because it leaves a trace in the journal.
        for (format, path) in [(ExportActions.Format.csv, AgencyAction.peopleAsText), (.workbook, .peopleAsWorkbook)] {
            routes.post(.agencyAction(.nation, path), .full) { visit in
                let agency = AgencyID(try visit.step(SitePath.agencyStep))
                let bytes = try await actions.people(of: agency, as: format, by: visit.identity(), at: visit.visitor.now)
                return Response(file: bytes, named: try await name("orang", of: agency, format), type: format.mediaType)
            }
        }
    }

    private func name(_ list: String, of agency: AgencyID, _ format: ExportActions.Format) async throws -> String {
        "\(list)-\(try await agencies.kept(agency).code.lowercased()).\(format.rawValue)"
    }
}

extension Response {
    /// A file to keep, never shown by the browser itself.
    ///
    /// - Parameter named: what it is to be called; letters that do not suit a header are replaced.
    init(file bytes: [UInt8], named: String, type: String) {
        let name = String(named.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) ? $0 : "-" })
        self.init(
            status: .ok,
            headers: [.contentType: type, .contentDisposition: "attachment; filename=\"\(name)\"", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
