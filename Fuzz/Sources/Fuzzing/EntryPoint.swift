import Glibc

/// What this process fuzzes; set once, before the first input.
nonisolated(unsafe) private var target = FuzzTarget.csv

/// libFuzzer leaves options with two hyphens to us: `--target=NAME` says what to fuzz, `--seeds=FOLDER` writes the
/// seeds of every target and ends.
@_cdecl("LLVMFuzzerInitialize")
public func prepare(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
) -> CInt {
    for case let argument? in UnsafeBufferPointer(start: arguments.pointee, count: Int(count.pointee)) {
        let words = String(cString: argument).split(separator: "=", maxSplits: 1).map(String.init)
        guard words.count == 2 else { continue }
        if words[0] == "--seeds" {
            Seeds.write(to: words[1])
            exit(0)
        } else if words[0] == "--target" {
            guard let named = FuzzTarget(rawValue: words[1]) else {
                broken("no such target: \(words[1]); there are \(FuzzTarget.allCases.map(\.rawValue))")
            }
            target = named
        }
    }
    return 0
}

/// One input. Whatever is wrong ends the process, which libFuzzer reports with the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    target.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

/// Ends the process: an input broke a rule that holds for all inputs.
func broken(_ rule: String) -> Never {
    fatalError(rule)
}
