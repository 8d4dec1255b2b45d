import Coursework
import GradedTesting
import XCTest

@testable import course

/// Tests that a formula for which the compiler gives up is compiled again under a name of its own.
final class NamedFormulaTests: FrameworkTestCase {
  private func naming(_ text: String, _ line: Int, _ column: Int) throws -> (String, Int)? {
    let error = try XCTUnwrap(
      PackageBuild.Diagnostic("/A.swift:\(line):\(column): error: sentence"))
    return NamedFormula(at: error, in: text).map {
      (NamedFormula.naming([$0], in: text), $0.lines.upperBound)
    }
  }

  func testTheStatementUsesTheNameInPlaceOfTheFormula() throws {
    for (statement, named) in [
      ("  return try a + b", " let formula = try a + b;  return formula"),
      ("  try a + b", " let formula = try a + b; return formula"),
      ("  let c: Double = try f(a, b)", " let formula = try f(a, b);  let c: Double = formula"),
      ("  c = try a[0] + 1  // 一", " let formula = try a[0] + 1;  c = formula  // 一"),
      ("  a += 1; return try a", "  a += 1; let formula = try a; return formula"),
      ("  if ready { return try a }", "  if ready { let formula = try a; return formula }"),
      ("  return try f(\"a)\") + b", " let formula = try f(\"a)\") + b;  return formula"),
    ] {
      let column = try XCTUnwrap(statement.range(of: "try")).lowerBound
      let found = try naming(
        "{\n\(statement)\n  next()\n}\n", 2,
        statement.utf8.distance(from: statement.startIndex, to: column) + 1)
      let (text, last) = try XCTUnwrap(found, statement)
      XCTAssertEqual(String(text.split(separator: "\n")[1]), named)
      XCTAssertEqual(last, 2, statement)
    }
  }

  func testAFormulaEndsWhereNoOperatorContinuesIt() throws {
    let text = """
      {
        return try -(1 / m)
          * f(
            a) +
          b  // the last term
        next()
      }
      """
    let (named, last) = try XCTUnwrap(try naming(text, 2, 10))
    XCTAssertEqual(last, 5)
    XCTAssertEqual(
      named.split(separator: "\n")[4], "    b;  return formula  // the last term",
      "lines keep their numbers")
  }

  func testOnlyAnotherTypeThanExpectedIsTrueOfTheFormula() throws {
    for (message, isTrue) in [
      ("cannot convert return expression of type 'Tensor' to return type 'Double'", true),
      ("cannot assign value of type 'Tensor' to type 'Double'", true),
      // What naming itself causes.
      ("cannot convert return expression of type 'Int' to return type 'Double'", false),
      ("cannot convert value of type '[Int]' to specified type '[Double]'", false),
      ("'default' label can only appear inside a 'switch' statement", false),
      ("expected expression", false),
    ] {
      let error = try XCTUnwrap(PackageBuild.Diagnostic("/A.swift:2:3: error: \(message)"))
      XCTAssertEqual(NamedFormula.isTrue(error), isTrue, message)
    }
  }

  func testAConditionIsNoFormulaToBeNamed() throws {
    XCTAssertNil(try naming("  if a + b > 0 {\n", 1, 6))
    XCTAssertNil(try naming("return a", 3, 1))
    XCTAssertNotNil(try naming("\nreturn a", 1, 1), "an empty line")
  }
}
