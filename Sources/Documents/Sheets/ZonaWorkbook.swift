import Rulebook

/// Reads back the workbook that Zona writes.
enum ZonaWorkbook {
    static func read(
        _ workbook: Workbook, from source: some InstrumentSource, instrument id: InstrumentID?
    ) throws(Refusal) -> SheetReading? {
        nil
    }
}
