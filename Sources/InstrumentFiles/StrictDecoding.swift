import ExactMath
import FoundationEssentials
import Rulebook

/// A key of any name, to see which keys a file really has.
struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { Int(stringValue) }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { stringValue = String(intValue) }
}

/// A part of a file that names every key it knows.
protocol StrictlyKeyed: Decodable {
    associatedtype CodingKeys: CodingKey & CaseIterable
}

/// Refuses keys the reader does not know: a misspelt key would otherwise be a rule that silently does not apply.
@dynamicMemberLookup
struct Strict<Wire: StrictlyKeyed>: Decodable {
    let wire: Wire

    init(from decoder: any Decoder) throws {
        let known = Set(Wire.CodingKeys.allCases.map(\.stringValue))
        let container = try decoder.container(keyedBy: AnyKey.self)
        if let stray = container.allKeys.first(where: { !known.contains($0.stringValue) }) {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath + [stray], debugDescription: "kunci ini tidak dikenal"))
        }
        wire = try Wire(from: decoder)
    }

    subscript<Value>(dynamicMember path: KeyPath<Wire, Value>) -> Value { wire[keyPath: path] }
}

extension Strict: Sendable where Wire: Sendable {}

/// A number written as text, so that no reader rounds it: `"0.67"`.
struct Figure: Decodable {
    let ratio: Ratio

    init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        do {
            ratio = try Ratio(decimal: text)
        } catch {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "“\(text)” bukan angka desimal"))
        }
    }
}

/// A whole number; the decoder itself loses the place of one that has decimals.
struct Whole: Decodable {
    let value: Int

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = try? container.decode(Int.self) else {
            throw DecodingError.typeMismatch(
                Int.self, .init(codingPath: decoder.codingPath, debugDescription: "bukan bilangan bulat"))
        }
        self.value = value
    }
}

/// Decodes a JSON file and turns what goes wrong into one finding with its place.
func decodeStrictly<Value: Decodable>(
    _ type: Value.Type, from bytes: some Sequence<UInt8>, code: FindingCode
) throws(Refusal) -> Value {
    do {
        return try JSONDecoder().decode(type, from: Data(bytes))
    } catch let error as DecodingError {
        throw Refusal(code, at: place(of: error), reason(for: error))
    } catch {
        throw Refusal(code, at: "", "Berkas bukan JSON yang utuh.")
    }
}

private func place(of error: DecodingError) -> String {
    let path: [any CodingKey] =
        switch error {
        case .keyNotFound(let key, let context): context.codingPath + [key]
        case .valueNotFound(_, let context), .typeMismatch(_, let context), .dataCorrupted(let context):
            context.codingPath
        @unknown default: []
        }
    return path.reduce(into: "") { text, key in
        if let index = key.intValue, key.stringValue.first != "\(index)".first || key.stringValue.hasPrefix("Index") {
            text += "[\(index)]"
        } else {
            text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
        }
    }
}

private func reason(for error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, _): "Isian “\(key.stringValue)” belum ada. Tambahkan di tempat ini."
    case .valueNotFound: "Isian ini kosong. Isi dengan nilai yang sesuai."
    case .typeMismatch: "Jenis isian ini keliru (teks, angka, daftar, atau objek). Samakan dengan berkas contoh."
    case .dataCorrupted(let context):
        context.codingPath.isEmpty
            ? "Berkas bukan JSON yang utuh. Periksa tanda kurung, koma, dan kutip."
            : "Isian ini tidak dapat dipakai: \(context.debugDescription)."
    @unknown default: "Isian ini tidak dapat dibaca."
    }
}
