/// Works through many files at once and hands out the results in their order.
struct BatchRun {
    private let paths: [String]

    init(_ paths: [String]) {
        self.paths = paths
    }

    /// - Parameters:
    ///   - work: done in parallel, for at most a few files ahead of the last result handed out, so that memory
    ///     does not grow with the number of files.
    ///   - emit: called in the order of the files with the number done so far.
    func each<Value: Sendable>(
        _ work: @escaping @Sendable (String) -> Value, emit: (String, Value, Int) -> Void
    ) async throws {
        var waiting: [Int: Value] = [:]
        var next = 0
        await withTaskGroup(of: (Int, Value).self) { group in
            var started = 0
            func start() {
                guard started < paths.count else { return }
                let index = started
                let path = paths[index]
                started += 1
                group.addTask { (index, work(path)) }
            }
            for _ in 0..<Self.ahead { start() }
            while let (index, value) = await group.next() {
                waiting[index] = value
                while let ready = waiting.removeValue(forKey: next) {
                    emit(paths[next], ready, next + 1)
                    next += 1
                    start()
                }
            }
        }
    }

    private static let ahead = 16
}
