import Rulebook

/// Lets a few pieces of computing run at the same time and a bounded number wait, so that a rush of uploads
/// slows nobody down beyond use.
actor CheckGate {
    static let tooBusy = Refusal(
        .tooBusy, at: "", "Terlalu banyak lembar sedang diperiksa. Tunggu beberapa detik, lalu kirim lagi.")

    private let width: Int
    private let queue: Int
    private var running = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// - Parameters:
    ///   - width: pieces that run at the same time, at least 1.
    ///   - queue: pieces that may wait.
    init(width: Int, queue: Int) {
        self.width = max(width, 1)
        self.queue = max(queue, 0)
    }

    /// Runs a piece of work when it is its turn, away from the event loops.
    ///
    /// - Throws: ``tooBusy``, or what the work throws.
    nonisolated func perform<Value: Sendable>(
        _ work: @escaping @Sendable () throws(Refusal) -> Value
    ) async throws(Refusal) -> Value {
        try await enter()
        let result: Result<Value, Refusal>
        do throws(Refusal) { result = .success(try work()) } catch { result = .failure(error) }
        await leave()
        return try result.get()
    }

    private func enter() async throws(Refusal) {
        if running < width {
            running += 1
            return
        }
        guard waiting.count < queue else { throw Self.tooBusy }
        // Whoever leaves hands its place over, so `running` does not change here.
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leave() {
        if waiting.isEmpty {
            running -= 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
