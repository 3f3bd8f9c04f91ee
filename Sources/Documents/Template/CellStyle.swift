import CXlsxWriter
import ExactMath

/// How a cell looks and whether it can be changed.
struct CellStyle: Hashable {
    enum Align: Hashable {
        case left, center, right
    }

    var size = 10.0
    var bold = false
    var italic = false
    /// Red, green, blue, one byte each.
    var color: UInt32 = 0x1A1A1A
    var fill: UInt32?
    var wrap = true
    var align = Align.left
    var indent: UInt8 = 0
    var border = true
    var unlocked = false
    /// How numbers show, in the format's own notation; `nil` as they are.
    var numberFormat: String?
    /// Only the parts a highlight changes: font size and borders stay as they are.
    var isHighlight = false

    func apply(to format: UnsafeMutablePointer<lxw_format>) {
        if bold { format_set_bold(format) }
        if italic { format_set_italic(format) }
        format_set_font_color(format, color)
        if let fill {
            format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
            format_set_bg_color(format, fill)
        }
        if let numberFormat { format_set_num_format(format, numberFormat) }
        guard !isHighlight else { return }
        format_set_font_name(format, "Calibri")
        format_set_font_size(format, size)
        if wrap { format_set_text_wrap(format) }
        if unlocked { format_set_unlocked(format) }
        if indent > 0 { format_set_indent(format, indent) }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        switch align {
        case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
        case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
        }
        if border {
            format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_border_color(format, 0xC8CDD3)
        }
    }

    /// The same with some things changed.
    func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
        var copy = self
        change(&copy)
        return copy
    }
}

extension CellStyle {
    static let plain = CellStyle()
    static let free = CellStyle(border: false)
    static let title = CellStyle(size: 16, bold: true, color: 0x123A6B, wrap: false, border: false)
    static let heading = CellStyle(bold: true, color: 0xFFFFFF, fill: 0x123A6B)
    static let blank = CellStyle(color: 0x5C4A00, fill: 0xFFF4C2, isHighlight: true)
    static let answered = CellStyle(color: 0x0B3D20, fill: 0xE3F4E8, isHighlight: true)
    /// A mark before what is wrong, so that it is not told by colour alone.
    static let wrong = CellStyle(
        bold: true, color: 0x8F1010, fill: 0xFBDADA, numberFormat: "\"! \"General;\"! \"-General;\"! \"0;\"! \"@",
        isHighlight: true)
    static let met = CellStyle(bold: true, color: 0x0B5D2A, fill: 0xDDF2E3, isHighlight: true)
    static let unmet = CellStyle(bold: true, color: 0x8F1010, fill: 0xFBDADA, isHighlight: true)

    /// A number format with so many decimals; the sign is a real minus.
    static func decimals(_ places: Int) -> String {
        let zeros = places > 0 ? "0." + String(repeating: "0", count: min(places, 12)) : "0"
        return "\(zeros);\"−\"\(zeros);\(zeros)"
    }
}

extension Ratio {
    /// The nearest number a spreadsheet can store. Only for cells that are about to be written: nothing is ever
    /// calculated with it.
    var nearestDouble: Double { Double(numerator) / Double(denominator) }
}
