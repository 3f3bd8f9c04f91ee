import CPostgres
import Relational

/// What went wrong on a connection, with what decides whether a unit of work may be run again.
struct Trouble: Error {
    /// What the closure and the caller are told.
    let error: RelationalError
    /// The five characters of SQLSTATE; empty when the server said nothing.
    var state = ""
    /// Whether the connection is gone.
    var isLost = false
    /// Whether a prepared statement no longer fits the schema; prepared anew, it may succeed.
    var isStale = false

    /// Whether another transaction stood in the way at the very moment, so that a second run may succeed.
    var isConflict: Bool { state == "40001" || state == "40P01" }

    /// Whether the transaction in which this happened can do nothing more before it is taken back.
    var endsTransaction: Bool { isLost || !state.isEmpty }

    /// The connection is gone.
    static func lost(_ detail: String) -> Trouble {
        Trouble(error: RelationalError(.unavailable, detail), isLost: true)
    }

    /// A mistake that was found before anything was sent.
    static func local(_ kind: RelationalError.Kind, _ detail: String) -> Trouble {
        Trouble(error: RelationalError(kind, detail))
    }
}

extension Trouble {
    /// Reads an error answer.
    ///
    /// - Parameters:
    ///   - result: the answer.
    ///   - wasCached: whether its statement had been prepared before, maybe for another schema.
    init(_ result: OpaquePointer, wasCached: Bool) {
        func field(_ code: Int32) -> String? { PQresultErrorField(result, code).map { String(cString: $0) } }
        guard let state = field(zona_pg_sqlstate) else {
            self = .lost("the connection to the server was lost")
            return
        }
        self.state = state
        let severity = field(zona_pg_severity)
        isLost = severity == "FATAL" || severity == "PANIC"
        isStale =
            (state == "0A000" && field(zona_pg_function) == "RevalidateCachedQuery") || state == "26000"
            || (wasCached && state.hasPrefix("42"))
        let kind = isLost && !["57014", "53100"].contains(state) ? .unavailable : Self.kind(state)
        error = RelationalError(kind, "\(state) \(Self.summary(state, field))")
    }

    /// What a SQLSTATE means in the terms of both engines.
    static func kind(_ state: String) -> RelationalError.Kind {
        switch state {
        case "23505", "23P01": .unique
        case "23503": .foreignKey
        case "P0001": .check
        case "40001", "40P01", "55P03": .locked
        case "57014": .timedOut
        case "53100", "53400": .full
        case "08P01": .other
        case "40003": .unavailable
        case "XX001", "XX002", "58030", "58P01": .damaged
        default:
            switch state.prefix(2) {
            case "22", "23": .check
            case "08", "53", "57": .unavailable
            default: .other
            }
        }
    }

    /// What is said in the log. The engine's own sentence repeats values where a value was wrong (class 22), so only
    /// places are named there; what it adds in further fields is never shown.
    private static func summary(_ state: String, _ field: (Int32) -> String?) -> String {
        let places = [
            field(zona_pg_constraint).map { "constraint \($0)" }, field(zona_pg_table).map { "table \($0)" },
            field(zona_pg_column).map { "column \($0)" },
        ].compactMap(\.self).joined(separator: ", ")
        switch state.prefix(2) {
        case "23": return places.isEmpty ? "a rule of a table" : places
        case "22": return places.isEmpty ? "a value that its place cannot hold" : places
        default: return field(zona_pg_message) ?? "no message"
        }
    }
}
