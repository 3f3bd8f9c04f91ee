/// The stable code of each finding; people look it up under `docs/errors/`. A code is never given a second
/// meaning.
public enum FindingCode: String, CaseIterable, Hashable, Sendable {
    // Files
    case unknownFormat = "ZI-1001"
    case fileTooLarge = "ZI-1002"
    case brokenArchive = "ZI-1003"
    case beyondLimits = "ZI-1004"
    case malformedText = "ZI-1005"
    case sheetMissing = "ZI-1006"
    case headerMissing = "ZI-1007"
    case unknownInstrument = "ZI-1008"
    case undecidedInstrument = "ZI-1009"
    case unreadableFile = "ZI-1010"

    // Answers
    case unknownItem = "ZI-1101"
    case duplicateItem = "ZI-1102"
    case letterOffScale = "ZI-1103"
    case notANumber = "ZI-1104"
    case numberOutOfRange = "ZI-1105"
    case notACount = "ZI-1106"
    case countMissing = "ZI-1107"
    case countTooLarge = "ZI-1108"
    case numbersTooFine = "ZI-1109"
    case cellError = "ZI-1110"
    case rowMissing = "ZI-1111"
    case notAFact = "ZI-1112"

    // Forgiven
    case answerTidied = "ZI-1201"
    case contentIgnored = "ZI-1202"

    // The sheet doctor
    case answerTypeOvertyped = "ZI-1301"
    case formulaReplaced = "ZI-1302"
    case formulaReadsWrongCells = "ZI-1303"
    case staleValue = "ZI-1304"
    case weightChanged = "ZI-1305"
    case unexplainedDifference = "ZI-1306"
    case formulaError = "ZI-1307"
    case formulaNotChecked = "ZI-1308"
    case blanksSkipped = "ZI-1309"

    // Instrument files
    case instrumentMalformed = "ZI-1401"
    case weightsDoNotAddUp = "ZI-1402"
    case codeNotUnique = "ZI-1403"
    case measureMissing = "ZI-1404"
    case sourceMissing = "ZI-1405"
    case figureOutOfRange = "ZI-1406"
    case referenceMissing = "ZI-1407"
    case wordingMalformed = "ZI-1408"

    // Remarks and advice
    case remark = "ZI-1501"
    case conditionsOverlap = "ZI-1502"

    // The server
    case noFileSent = "ZI-1601"
    case malformedUpload = "ZI-1602"
    case pageNotFound = "ZI-1603"
    case methodNotAllowed = "ZI-1604"
    case incident = "ZI-1605"
    case tooBusy = "ZI-1606"
}
