import Markup

/// Met, met by little, not met: always a mark and a word, never colour alone.
enum StateMark: Sendable {
    case met, thin, unmet

    var word: HTML {
        switch self {
        case .met: "Terpenuhi"
        case .thin: "Tipis"
        case .unmet: "Belum"
        }
    }

    /// The class that gives text its colour; also the id of the mark in the sprite.
    var style: HTML {
        switch self {
        case .met: "met"
        case .thin: "risk"
        case .unmet: "not"
        }
    }

    /// The mark alone, for places where the word stands beside it.
    var mark: HTML {
        "<svg class=\"m\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><use href=\"#\(style)\"/></svg>"
    }

    /// The mark with its word.
    var label: HTML { "<span class=\"st \(style)\">\(mark)\(word)</span>" }
}
