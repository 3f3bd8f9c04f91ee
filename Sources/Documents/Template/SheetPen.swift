import CXlsxWriter

/// Writes one sheet. Rows are 1-based, columns 0-based.
struct SheetPen {
    let book: WorkbookPen
    let sheet: UnsafeMutablePointer<lxw_worksheet>

    func text(_ text: String, _ row: Int, _ column: Int, _ style: CellStyle) {
        guard !text.isEmpty else { return blank(row, column, style) }
        book.check(worksheet_write_string(sheet, index(row), lxw_col_t(column), text, book.format(style)))
    }

    func number(_ number: Double, _ row: Int, _ column: Int, _ style: CellStyle) {
        book.check(worksheet_write_number(sheet, index(row), lxw_col_t(column), number, book.format(style)))
    }

    func blank(_ row: Int, _ column: Int, _ style: CellStyle) {
        book.check(worksheet_write_blank(sheet, index(row), lxw_col_t(column), book.format(style)))
    }

    /// A formula with the number it shows before anything is calculated.
    func formula(_ formula: String, showing value: Double, _ row: Int, _ column: Int, _ style: CellStyle) {
        book.check(
            worksheet_write_formula_num(
                sheet, index(row), lxw_col_t(column), "=" + formula, book.format(style), value))
    }

    /// A formula with the text it shows before anything is calculated.
    func formula(_ formula: String, showing text: String, _ row: Int, _ column: Int, _ style: CellStyle) {
        book.check(
            worksheet_write_formula_str(
                sheet, index(row), lxw_col_t(column), "=" + formula, book.format(style), text))
    }

    /// Column widths in characters, from column A on.
    func widths(_ widths: [Double]) {
        for (column, width) in widths.enumerated() {
            book.check(worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, nil))
        }
    }

    func height(_ height: RowHeight, ofRow row: Int) {
        book.check(worksheet_set_row(sheet, index(row), height.points, nil))
    }

    /// Shows cells in another style while a formula, written for the first of them, holds.
    func highlight(rows: ClosedRange<Int>, column: Int, when formula: String, as style: CellStyle, stop: Bool = false) {
        var rule = lxw_conditional_format()
        rule.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
        rule.value_string = book.keep("=" + formula)
        rule.format = book.format(style)
        rule.stop_if_true = stop ? 1 : 0
        book.check(
            worksheet_conditional_format_range(
                sheet, index(rows.lowerBound), lxw_col_t(column), index(rows.upperBound), lxw_col_t(column), &rule))
    }

    /// Accepts only certain answers in some cells of a column.
    func validate(rows: ClosedRange<Int>, column: Int, _ rule: AnswerValidation) {
        var validation = lxw_data_validation()
        validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
        validation.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
        validation.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
        validation.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
        validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
        validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
        validation.input_title = book.keep(rule.title)
        validation.input_message = book.keep(rule.hint)
        validation.error_title = book.keep(rule.errorTitle)
        validation.error_message = book.keep(rule.error)
        var list: [UnsafeMutablePointer<CChar>?] = []
        switch rule.kind {
        case .list(let letters):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            list = letters.map(book.keep) + [nil]
        case .whole(let most):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
            validation.maximum_number = Double(most)
        case .decimal(let most):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
            validation.maximum_number = most.nearestDouble
        }
        list.withUnsafeMutableBufferPointer { letters in
            if !letters.isEmpty { validation.value_list = letters.baseAddress }
            book.check(
                worksheet_data_validation_range(
                    sheet, index(rows.lowerBound), lxw_col_t(column), index(rows.upperBound), lxw_col_t(column),
                    &validation))
        }
    }

    /// Locks what is not unlocked; widths and heights stay free. There is no password.
    func protect() {
        var options = lxw_protection()
        options.format_columns = 1
        options.format_rows = 1
        worksheet_protect(sheet, nil, &options)
    }

    /// A4 landscape, one page wide, the first row on every page.
    func printSetUp(title: String, lastRow: Int, lastColumn: Int) {
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)
        worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6)
        worksheet_fit_to_pages(sheet, 1, 0)
        book.check(worksheet_repeat_rows(sheet, 0, 0))
        trustFormulas(lastRow: lastRow, lastColumn: lastColumn)
        book.check(worksheet_print_area(sheet, 0, 0, index(lastRow), lxw_col_t(lastColumn)))
        // An ampersand starts a code in footers.
        let shown = String(title.replacing("&", with: "&&").prefix(150))
        book.check(worksheet_set_footer(sheet, "&L&8\(shown)&R&8Halaman &P dari &N"))
    }

    /// No corner marks on formulas that differ from their neighbours: here they do so on purpose.
    private func trustFormulas(lastRow: Int, lastColumn: Int) {
        let range = "A1:\(CellAddress.letters(ofColumn: lastColumn))\(lastRow)"
        for kind in [LXW_IGNORE_FORMULA_DIFFERS, LXW_IGNORE_FORMULA_RANGE, LXW_IGNORE_EMPTY_CELL_REFERENCE] {
            book.check(worksheet_ignore_errors(sheet, UInt8(kind.rawValue), range))
        }
    }

    func freeze(rows: Int, columns: Int) {
        worksheet_freeze_panes(sheet, lxw_row_t(rows), lxw_col_t(columns))
    }

    func hideGridlines() { worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }

    func hide() { worksheet_hide(sheet) }

    func select(row: Int, column: Int) {
        worksheet_set_selection(sheet, index(row), lxw_col_t(column), index(row), lxw_col_t(column))
    }

    private func index(_ row: Int) -> lxw_row_t { lxw_row_t(row - 1) }
}
