import HTTPTypes

/// The few cookies the site uses; all are kept from scripts and from other sites.
enum Cookie: String {
    /// Carries the token of a session.
    case session = "sesi"
    /// Carries the token that binds a form to the browser it was shown in, before anybody signed in.
    case visitor = "tamu"

    /// As the browser knows it: over TLS under a name that no other host and no plain connection can set.
    func name(secure: Bool) -> String {
        secure ? "__Host-zona-\(rawValue)" : "zona-\(rawValue)"
    }

    /// What the browser sent; `nil` when it sent none or something that cannot be a token.
    func token(in headers: HTTPFields, secure: Bool) -> Token? {
        let opening = name(secure: secure) + "="
        for field in headers[values: .cookie] {
            // By bytes, as browsers do: to text, other signs are equal to a semicolon or cling to it.
            for pair in field.utf8.split(separator: UInt8(ascii: ";")) {
                let pair = pair.drop { $0 == 0x20 }
                guard pair.starts(with: opening.utf8), pair.count > opening.utf8.count else { continue }
                return Token(String(decoding: pair.dropFirst(opening.utf8.count), as: UTF8.self))
            }
        }
        return nil
    }

    /// The field that makes a browser keep a token until it is closed.
    func keep(_ token: Token, secure: Bool) -> String {
        "\(name(secure: secure))=\(token.text); Path=/; HttpOnly; SameSite=Lax\(secure ? "; Secure" : "")"
    }

    /// The field that makes a browser forget.
    func forget(secure: Bool) -> String {
        "\(name(secure: secure))=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0\(secure ? "; Secure" : "")"
    }
}
