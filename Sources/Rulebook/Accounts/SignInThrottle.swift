/// How long to wait before the next attempt to sign in. Slows guessing down and never locks anybody out for good.
///
/// Attempts are counted by the name that was typed, whether anybody has it or not, and by the address they came from. An attempt that had
/// to wait is not looked at and not counted.
public struct SignInThrottle: Hashable, Sendable {
    /// Failed attempts so far.
    public struct Counters: Hashable, Sendable {
        /// With this name within ``SignInThrottle/accountWindow`` and since it last signed in.
        public var account: Int
        /// With this name within ``SignInThrottle/longWindow`` and since it last signed in.
        public var accountToday: Int
        /// The latest with this name; `nil` when there is none.
        public var lastOfAccount: Timestamp?
        /// From this address within ``SignInThrottle/addressWindow``, with whatever name.
        public var address: Int
        /// The earliest of those that count for `address`; `nil` when there is none.
        public var firstOfAddress: Timestamp?

        /// Puts the counters together; without arguments nothing has failed yet.
        public init(
            account: Int = 0, accountToday: Int = 0, lastOfAccount: Timestamp? = nil, address: Int = 0, firstOfAddress: Timestamp? = nil
        ) {
            self.account = account
            self.accountToday = accountToday
            self.lastOfAccount = lastOfAccount
            self.address = address
            self.firstOfAddress = firstOfAddress
        }
    }

    /// Whether the attempt may be looked at.
    public enum Decision: Hashable, Sendable {
        /// It may.
        case proceed
        /// Not before this moment.
        case wait(until: Timestamp)
    }

    /// Failures with one name within ``accountWindow`` from which on there is a delay. Default 5.
    public let accountLimit: Int
    /// Seconds. Default 15 minutes.
    public let accountWindow: Int64
    /// Failures with one name within ``longWindow`` from which on every failure costs the longest delay. Default 20.
    public let longLimit: Int
    /// Seconds. Default 24 hours.
    public let longWindow: Int64
    /// Seconds of the first delay; each further failure doubles it. Default 1 minute.
    public let firstDelay: Int64
    /// Seconds of the longest delay. Default 15 minutes.
    public let longestDelay: Int64
    /// Failures from one address within ``addressWindow`` from which on it waits. Default 50: an office may share one address.
    public let addressLimit: Int
    /// Seconds. Default 1 hour.
    public let addressWindow: Int64

    /// The default figures.
    public static let standard = SignInThrottle()

    /// Takes other figures; all over 0, which is not checked.
    public init(
        accountLimit: Int = 5, accountWindow: Int64 = 900, longLimit: Int = 20, longWindow: Int64 = 86_400, firstDelay: Int64 = 60,
        longestDelay: Int64 = 900, addressLimit: Int = 50, addressWindow: Int64 = 3_600
    ) {
        self.accountLimit = accountLimit
        self.accountWindow = accountWindow
        self.longLimit = longLimit
        self.longWindow = longWindow
        self.firstDelay = firstDelay
        self.longestDelay = longestDelay
        self.addressLimit = addressLimit
        self.addressWindow = addressWindow
    }

    /// Decides on one attempt.
    public func decide(_ counters: Counters, at now: Timestamp) -> Decision {
        var until: Timestamp?
        if let last = counters.lastOfAccount {
            let delay = delay(account: counters.account, today: counters.accountToday)
            // A moment that lies ahead (another server's clock) counts as now, so that no wait is longer than its delay.
            if delay > 0 { until = min(last, now).adding(seconds: delay) }
        }
        if counters.address >= addressLimit, let first = counters.firstOfAddress {
            let free = min(first, now).adding(seconds: addressWindow)
            until = until.map { max($0, free) } ?? free
        }
        guard let until, until > now else { return .proceed }
        return .wait(until: until)
    }

    /// Seconds to wait after the last of so many failures with one name; 0 below the limits.
    public func delay(account: Int, today: Int) -> Int64 {
        if today >= longLimit { return longestDelay }
        guard account >= accountLimit else { return 0 }
        let doublings = min(account - accountLimit, 30)
        let (delay, tooMuch) = firstDelay.multipliedReportingOverflow(by: 1 << Int64(doublings))
        return tooMuch ? longestDelay : min(delay, longestDelay)
    }
}
