import Rulebook
import Testing

@Suite("Kinds of agencies") struct AgencyKindTests {
    @Test("Provinces, regencies and cities are local governments, ministries and institutions are not")
    func local() {
        #expect(AgencyKind.allCases.filter(\.isLocal) == [.province, .regency, .city])
        #expect(Set(AgencyKind.allCases.map(\.name)).count == 5)
    }
}
