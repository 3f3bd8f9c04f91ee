import Rulebook

extension Visitor {
    /// Whether the person may do something; for what a page offers. The action decides again.
    func may(_ capability: Capability, on target: AccessTarget) -> Bool {
        identity?.may(capability, on: target, at: now) ?? false
    }
}

extension Refusal {
    /// Whether it is about the person rather than about what was typed: then the form is not shown again.
    var isAboutAccess: Bool { findings.first?.code == .accessDenied }
}
