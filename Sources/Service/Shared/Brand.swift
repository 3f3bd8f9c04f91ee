import Markup

/// The mark of the site and the drawings that several places of a page share.
enum Brand {
    /// The mark as a file of its own, for the browser's tab.
    static let icon: HTML = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#fff"/>\
        <path fill="none" stroke="#14181f" stroke-width="2" stroke-linejoin="round" d="M16 2.5l11.7 6.75v13.5L16 29.5 4.3 22.75V9.25z"/>\
        <path fill="#143a86" d="M16 7l7.8 4.5v7L16 25l-6-5.5-1.8-8z"/></svg>
        """

    /// The mark in the head of a page.
    static let mark: HTML = """
        <svg viewBox="0 0 32 32" aria-hidden="true"><path d="M16 2.5l11.7 6.75v13.5L16 29.5 4.3 22.75V9.25z"/>\
        <path class="core" d="M16 7l7.8 4.5v7L16 25l-6-5.5-1.8-8z"/></svg>
        """

    /// Once per page, first in the body: the marks and the hatching that others point to. Hidden from sight but
    /// drawn, as patterns of an undisplayed drawing vanish.
    static let sprite: HTML = """
        <svg class="vh" width="0" height="0" aria-hidden="true" focusable="false"><defs>
        <symbol id="met" viewBox="0 0 16 16"><path d="M2.5 8.5l4 4 7-8"/></symbol>
        <symbol id="risk" viewBox="0 0 16 16"><path d="M8 2v7.5M8 13.6v.1"/></symbol>
        <symbol id="not" viewBox="0 0 16 16"><path d="M3.5 3.5l9 9M12.5 3.5l-9 9"/></symbol>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v6" class="g-hatch"/></pattern>
        </defs></svg>
        """
}
