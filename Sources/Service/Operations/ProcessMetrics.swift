import Glibc

/// What the system knows about this process, under the names that every Prometheus client uses.
enum ProcessMetrics {
    static func register(on metrics: Metrics) {
        metrics.samples("process_resident_memory_bytes", "Memory in use.") { memory(field: 1) }
        metrics.samples("process_virtual_memory_bytes", "Address space in use.") { memory(field: 0) }
        metrics.samples("process_cpu_seconds_total", "Processor time used.", .counter) {
            guard let fields = status(), let user = Int(fields[11]), let system = Int(fields[12]) else { return [] }
            return [MetricSample(hundredths(user + system), places: 2)]
        }
        metrics.samples("process_start_time_seconds", "When the process started, since 1970 UTC.") {
            guard let ticks = status().flatMap({ Int($0[19]) }), let booted = bootTime() else { return [] }
            return [MetricSample(booted * 100 + hundredths(ticks), places: 2)]
        }
        metrics.samples("process_open_fds", "Open files and connections.") { openDescriptors().map { [MetricSample($0)] } ?? [] }
        metrics.samples("process_max_fds", "Most files and connections that may be open.") {
            var limit = rlimit()
            guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur <= Int32.max else { return [] }
            return [MetricSample(Int(limit.rlim_cur))]
        }
    }

    private static func memory(field: Int) -> [MetricSample] {
        let fields = read("/proc/self/statm").split(separator: " ")
        guard fields.indices.contains(field), let pages = Int(fields[field]) else { return [] }
        return [MetricSample(pages * sysconf(Int32(_SC_PAGESIZE)))]
    }

    /// The fields after the process' name, which may hold blanks and brackets itself.
    private static func status() -> [Substring]? {
        let text = read("/proc/self/stat")
        guard let end = text.lastIndex(of: ")") else { return nil }
        let fields = text[text.index(after: end)...].split(separator: " ")
        return fields.count > 20 ? fields : nil
    }

    private static func bootTime() -> Int? {
        read("/proc/stat").split(separator: "\n").first { $0.hasPrefix("btime ") }.flatMap { Int($0.dropFirst(6)) }
    }

    private static func openDescriptors() -> Int? {
        guard let folder = opendir("/proc/self/fd") else { return nil }
        defer { closedir(folder) }
        var count = 0
        while readdir(folder) != nil { count += 1 }
        // `.`, `..` and the folder that is being read.
        return max(count - 3, 0)
    }

    /// The system counts in ticks.
    private static func hundredths(_ ticks: Int) -> Int {
        let perSecond = max(sysconf(Int32(_SC_CLK_TCK)), 1)
        return ticks * 100 / perSecond
    }

    private static func read(_ path: String) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = Glibc.read(descriptor, &piece, piece.count)
            guard count > 0 else { break }
            bytes += piece[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
