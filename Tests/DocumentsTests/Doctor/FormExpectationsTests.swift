import ExactMath
import InstrumentFiles
import Rulebook
import Testing

@testable import Documents

@Suite("What the form ought to hold")
struct FormExpectationsTests {
    private func expectations(_ fixture: MinistryFormFixture) throws -> FormExpectations {
        let form = try #require(MinistryForm(fixture.layout, in: fixture.worksheet))
        return FormExpectations(form, sheet: fixture.answers)
    }

    @Test("Every formula of the form but percentages of weight and counts is expected, and holds")
    func formulas() throws {
        let fixture = try MinistryFormFixture.complete()
        let expected = try expectations(fixture)
        let evaluator = FormulaEvaluator(fixture.worksheet, formulas: SheetFormulas(fixture.worksheet))
        for cell in expected.formulas {
            #expect(fixture.cells[cell.address]?.formula != nil, "\(cell.address)")
            #expect(evaluator.value(of: cell.formula) == evaluator.value(of: cell.address), "\(cell.address) \(cell.subject)")
        }
        let addresses = Set(expected.formulas.map(\.address))
        #expect(addresses.count == expected.formulas.count)
        for (address, cell) in fixture.cells where cell.formula != nil && !addresses.contains(address) {
            let type = fixture.cells[fixture.address(.type, address.row)]?.value
            let isSpare = address.row == fixture.row(MinistryFormFixture.beforeSpareRow) + 1
            #expect(address.column == fixture.address(.percent, 1).column || type == .text("Jumlah") || isSpare, "\(address)")
        }
    }

    @Test("Weights and answer types are expected where the form has them")
    func fixed() throws {
        let fixture = try MinistryFormFixture.complete()
        let expected = try expectations(fixture)
        var weights: [CellAddress: Ratio] = [:]
        var types: [CellAddress: String] = [:]
        for cell in expected.fixed {
            switch cell.expected {
            case .weight(let weight): weights[cell.address] = weight
            case .type(let type): types[cell.address] = type
            }
        }
        let column = fixture.address(.weight, 1).column
        let held = fixture.cells.filter { $0.key.column == column && $0.key.row > MinistryFormFixture.headerRow }
        #expect(Set(weights.keys) == Set(held.keys))
        for (address, weight) in weights {
            #expect(fixture.cells[address]?.value.spreadsheetValue == .number(weight), "\(address)")
        }
        for (address, type) in types {
            #expect(plain(fixture.cells[address]?.value.shown ?? "") == plain(type), "\(address)")
        }
        let label = fixture.address(.type, 8)
        #expect(types[label] == "Ya/Tidak")
    }

    @Test("Every question is reckoned in the total and in one component")
    func atoms() throws {
        let fixture = try MinistryFormFixture.complete()
        let expected = try expectations(fixture)
        #expect(expected.grandTotal == fixture.grandTotal)
        let all = Set(fixture.instrument.questions.indices)
        #expect(expected.atomsOfCell[fixture.grandTotal] == all)
        let enablers = expected.atomsOfCell[fixture.address(.score, fixture.row("A", .total))] ?? []
        let results = expected.atomsOfCell[fixture.address(.score, fixture.row("B", .total))] ?? []
        #expect(enablers.isDisjoint(with: results))
        #expect(enablers.union(results) == all)
    }

    @Test("Rows that are not there are not expected")
    func missing() throws {
        var fixture = try MinistryFormFixture.complete()
        fixture.deleteRow(fixture.row("", .grand))
        #expect(try expectations(fixture).grandTotal == nil)
    }
}
