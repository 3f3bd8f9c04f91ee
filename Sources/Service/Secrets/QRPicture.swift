import CQRCode
import Markup

/// A QR code as a drawing in the page; no request to anywhere.
enum QRPicture {
    /// The drawing; `nil` when the text is too long for one.
    ///
    /// - Parameter title: what the picture is, for those who do not see it.
    static func render(_ text: String, title: String) -> HTML? {
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard let dots = code.pointee.data else { return nil }
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                guard dots[row * width + column] & 1 == 1 else {
                    column += 1
                    continue
                }
                let start = column
                while column < width, dots[row * width + column] & 1 == 1 { column += 1 }
                path += "M\(start + 4) \(row + 4)h\(column - start)v1H\(start + 4)z"
            }
        }
        return """
            <svg class="qr" viewBox="0 0 \(width + 8) \(width + 8)" role="img" shape-rendering="crispEdges"><title>\(title)</title>\
            <rect class="qr-ground" width="\(width + 8)" height="\(width + 8)"/><path class="qr-dots" d="\(path)"/></svg>
            """
    }
}
