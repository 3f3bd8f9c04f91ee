import InstrumentFiles
import Rulebook

/// The programmes that travel with the program, for tests.
enum StageRules {
    static func rules(_ programme: ProgrammeID) throws -> ProgrammeRules { try ProgrammeLibrary.rules(programme) }
}
