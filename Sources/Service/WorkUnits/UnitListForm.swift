import Markup
import Rulebook

/// Which units are wanted, as the address of the list says it. What it does not understand is left out.
struct UnitListForm: Sendable {
    enum Field {
        static let state = "keadaan"
        static let echelon = "eselon"
        static let order = "urut"
        static let direction = "arah"
    }

    static let closed = "ditutup"
    static let descending = "turun"

    let listing: UnitListing

    init(_ listing: UnitListing = UnitListing()) {
        self.listing = listing
    }

    /// Takes the values behind the `?` of an address.
    init(_ query: (String) -> String) {
        listing = UnitListing(
            isClosed: query(Field.state) == Self.closed, echelon: Echelon(rawValue: query(Field.echelon)),
            order: UnitListing.Order(rawValue: query(Field.order)) ?? .name, isDescending: query(Field.direction) == Self.descending)
    }

    /// The list of an agency's units as it is wanted here; what goes without saying is left out.
    func address(_ agency: AgencyID) -> Address {
        var address = SitePath.agencyAction(agency, .units).address
        if listing.isClosed { address = address.query(Field.state, Self.closed) }
        if let echelon = listing.echelon { address = address.query(Field.echelon, echelon.rawValue) }
        if listing.order != .name { address = address.query(Field.order, listing.order.rawValue) }
        if listing.isDescending { address = address.query(Field.direction, Self.descending) }
        return address
    }

    /// The same list in another order; the order it has already is turned round.
    func ordered(by order: UnitListing.Order) -> UnitListForm {
        var other = listing
        other.isDescending = order == listing.order ? !listing.isDescending : false
        other.order = order
        return UnitListForm(other)
    }
}
