/// First in, first out, at O(1) each.
struct Queue<Element> {
    private var elements: [Element] = []
    private var head = 0

    /// How many wait.
    var count: Int { elements.count - head }

    /// Whether nothing waits.
    var isEmpty: Bool { count == 0 }

    /// The one that has waited longest.
    var first: Element? { isEmpty ? nil : elements[head] }

    /// Adds one at the end.
    mutating func append(_ element: Element) {
        elements.append(element)
    }

    /// Takes the one that has waited longest.
    mutating func popFirst() -> Element? {
        guard !isEmpty else { return nil }
        let element = elements[head]
        head += 1
        if head == elements.count {
            elements.removeAll(keepingCapacity: true)
            head = 0
        } else if head >= 256, head * 2 > elements.count {
            elements.removeFirst(head)
            head = 0
        }
        return element
    }
}
