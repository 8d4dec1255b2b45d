import GradedTesting
import XCTest

@testable import Banks

final class TypedShapeTests: FrameworkTestCase {
  private func expectSame(
    _ texts: [String], as canonical: String, file: StaticString = #filePath, line: UInt = #line
  ) {
    for text in texts {
      XCTAssertEqual(TypedShape(text)?.canonical, canonical, "“\(text)”", file: file, line: line)
    }
  }

  func testShapesAreReadInAnyUsualNotation() {
    expectSame(
      [
        "(4, m)", "(4,m)", "4, m", "[4, m]", "（4，m）", " ( 4 , m ) ", "`(4, m)`", "4 m", "4×m",
        "4 × m", "4 x m", "4 X m", "4xm", "4*m", "4·m", "4 by m", "4-by-m", "(4;m)", "（４；ｍ）",
        "{4,m}",
        "{ 4, m }", "<4, m>", "((4, m))", "(4, m).", "(4, m)。", "4、m", "[4][m]", "4行m列", "(4, m,)",
        "4 \\times m", "$(4, m)$", "(04, m)", "4∗m", "4 ⨯ m", "4╳m", "4 乘以 m", "4 times m", "4行，m列",
        "4 rows and m columns", "4 rows, m columns", "4 rows by m cols", "R^{4×m}", "ℝ^(4×m)",
        "(4, m)\u{200B}", "(4,\u{A0}m)", "《4, m》",
      ], as: "(4,m)")
    expectSame(
      ["12288 x 45", "12288×45", "12288x45", "12288, 45", "（12288，45）"], as: "(12288,45)")
    expectSame(["2x3x4", "2 3 4", "(2, 3, 4)", "2×3×4"], as: "(2,3,4)")
  }

  func testLayersAndIndicesAreReadInAnyUsualNotation() {
    let shape = "(n[l],n[l-1])"
    expectSame(
      [
        "(n[l], n[l-1])", "(n_l, n_{l-1})", "(n_l; n_{l-1})", "(n^[l], n^[l-1])",
        "(n^{[l]}, n^{[l-1]})", "n[l] × n[l-1]", "n[l] n[l-1]", "(n(l), n(l-1))", "(nₗ, nₗ₋₁)",
        "(n[l], n[l−1])", "(n[l], n[l - 1])", "(n⁽ˡ⁾, n⁽ˡ⁻¹⁾)", "[n[l], n[l-1]]",
        "(n_{l}, n_{l-1})",
      ], as: shape)
    expectSame(["(n_x, m)", "(nₓ, m)", "n_x×m", "(n_{x}, m)"], as: "(n[x],m)")
    XCTAssertEqual(TypedShape("(n[l], n[l-1])")?.axes, ["n[l]", "n[l-1]"])
  }

  func testShapesThatDifferAreToldApart() {
    XCTAssertEqual(TypedShape("(5,)")?.canonical, TypedShape("(5)")?.canonical)
    XCTAssertNotEqual(TypedShape("(5,)")?.canonical, TypedShape("(5, 1)")?.canonical)
    XCTAssertNotEqual(TypedShape("(4, m)")?.canonical, TypedShape("(4, M)")?.canonical)
    XCTAssertNotEqual(TypedShape("(4, m)")?.canonical, TypedShape("(m, 4)")?.canonical)
    XCTAssertNotEqual(TypedShape("(n_x, m)")?.canonical, TypedShape("(n_y, m)")?.canonical)
  }

  /// Nil makes the runner ask again instead of taking a point.
  func testWhatIsNoShapeOrAnUnclearOneIsNotJudged() {
    for text in [
      "", "()", "(1,", "(1,,2)", ",", "(1, 2", "(1]", "4m", "(n_l, n_l-1)", "(12,288, 45)",
      "n[l] - 1",
      "shape (4, m)", "3/4", "3-4", "(3_4)", "3:4", "mx4", "nxm", "4 and m", "three by four",
      "scalar",
      "the shape is 3 4", "?", "-", "(4, )m", "2 4m",
    ] {
      XCTAssertNil(TypedShape(text), "“\(text)” is read as \(TypedShape(text)?.canonical ?? "")")
    }
  }
}
