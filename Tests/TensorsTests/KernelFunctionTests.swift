import CKernels
import GradedTesting
import XCTest

/// exp, log and tanh of the C kernels against the doubles nearest to the true values, which
/// Tests/Peers/kernels_values.py prints.
final class KernelFunctionTests: FrameworkTestCase {
  typealias Function = (UnsafePointer<Double>?, UnsafeMutablePointer<Double>?, Int) -> Void

  func testExpIsTheNearestDouble() {
    check(
      ck_exp,
      [
        (-1, 0x1.78b56362cef38p-2), (0.5, 0x1.a61298e1e069cp+0),
        (0x1.62p+9, 0x1.586f6bf260cf1p+1021),
        (0x1p-40, 0x1.0000000001p+0), (-0x1.8p-3, 0x1.a876812c0877cp-1),
        (.pi, 0x1.724046eb09339p+4),
      ])
  }

  func testExpIsRightAtTheEndsOfItsRange() {
    check(
      ck_exp,
      [
        (0, 1), (-0.0, 1), (.infinity, .infinity), (-.infinity, 0), (.nan, .nan), (710, .infinity),
        (709.782712893384, 0x1.fffffffffff2ap+1023), (709.7827128933841, .infinity),
        (-0x1.72p+9, Double(bitPattern: 0x55)), (-745.1332191019411, 0x1p-1074),
        (-745.1332191019412, 0), (-1e300, 0),
      ])
  }

  func testLogIsTheNearestDouble() {
    check(
      ck_log,
      [
        (2, 0x1.62e42fefa39efp-1), (1.5, 0x1.9f323ecbf984cp-2),
        (0x1.ffffp-1, -0x1.0000400015556p-17),
        (.pi, 0x1.250d048e7a1bdp+0),
      ])
  }

  func testLogIsRightAtTheEndsOfItsRange() {
    check(
      ck_log,
      [
        (1, 0), (0, -.infinity), (-0.0, -.infinity), (-1, .nan), (-0x1p-1074, .nan),
        (-.infinity, .nan), (.infinity, .infinity), (.nan, .nan),
        (0x1.8p-1030, -0x1.64c49fefb1953p+9), (0x1p-1074, -0x1.74385446d71c3p+9),
        (.greatestFiniteMagnitude, 0x1.62e42fefa39efp+9),
      ])
  }

  func testTanhIsTheNearestDouble() {
    check(ck_tanh, [(5, 0x1.fff419668df11p-1), (-5, -0x1.fff419668df11p-1)])
  }

  func testTanhIsRightAtTheEndsOfItsRange() {
    check(
      ck_tanh,
      [
        (0, 0), (-0.0, -0.0), (.infinity, 1), (-.infinity, -1), (.nan, .nan), (20, 1), (-1e300, -1),
        (0x1p-1060, 0x1p-1060), (-0x1p-1074, -0x1p-1074),
      ])
  }

  /// An error below one unit in the last place gives at most the second nearest double.
  func testErrorsAreBelowOneUnitInTheLastPlace() {
    let cases: [(Function, Double, Double)] = [
      (ck_exp, 1, 0x1.5bf0a8b145769p+1), (ck_exp, 10, 0x1.5829dcf950560p+14),
      (ck_log, 10, 0x1.26bb1bbb55516p+1), (ck_log, 0.75, -0x1.269621134db92p-2),
      (ck_tanh, 0.5, 0x1.d9353d7568af3p-2), (ck_tanh, 1, 0x1.85efab514f394p-1),
      (ck_tanh, 0.5625, 0x1.05086f2f6d4b7p-1),
    ]
    for (function, x, expected) in cases {
      let value = apply(function, [x])[0]
      XCTAssertLessThanOrEqual(
        abs(value - expected), expected.ulp, "the value at \(x) is \(value), not \(expected)")
    }
  }

  func testAnElementDoesNotDependOnItsPlace() {
    let x = (0..<200).map { 0.01 + Double($0) * 0.037 }
    for function in [ck_exp, ck_log, ck_tanh, ck_sqrt] as [Function] {
      let all = apply(function, x)
      for count in [1, 3, 8, 31, 65, 199] {
        let tail = apply(function, Array(x[(200 - count)...]))
        XCTAssertEqual(tail, Array(all[(200 - count)...]), "the last \(count) of 200 elements")
      }
    }
  }

  func testEveryWidthGivesTheSameBits() {
    let bits = stride(from: UInt64(0), to: 0x7ff0_0000_0000_0000, by: 0x0000_1234_5678_9abd)
    var x = bits.prefix(100_000).flatMap { [Double(bitPattern: $0), -Double(bitPattern: $0)] }
    x += (-4000...4000).map { Double($0) * 0.19 }
    for (name, function) in [("exp", ck_exp), ("log", ck_log), ("tanh", ck_tanh)]
      as [(String, Function)]
    {
      var first: [UInt64]?
      forEachWidth { width in
        let actual = apply(function, x).map { $0.isNaN ? Double.nan.bitPattern : $0.bitPattern }
        let expected = first ?? actual
        first = expected
        let place = zip(expected, actual).enumerated().first { $1.0 != $1.1 }?.offset
        XCTAssertNil(
          place, "\(name)(\(place.map { "\(x[$0])" } ?? "")) differs with width \(width)")
      }
    }
  }

  /// Applies the function in place, as well as to a second array, and expects the same of both.
  private func apply(_ function: Function, _ x: [Double]) -> [Double] {
    var y = [Double](repeating: .nan, count: x.count)
    function(x, &y, x.count)
    var inPlace = x
    inPlace.withUnsafeMutableBufferPointer { function($0.baseAddress, $0.baseAddress, $0.count) }
    XCTAssertEqual(inPlace.map(\.bitPattern), y.map(\.bitPattern), "in place")
    return y
  }

  private func check(
    _ function: Function, _ cases: [(Double, Double)], file: StaticString = #filePath,
    line: UInt = #line
  ) {
    forEachWidth { width in
      let values = apply(function, cases.map(\.0))
      for ((x, expected), value) in zip(cases, values) {
        let same = expected.isNaN ? value.isNaN : value.bitPattern == expected.bitPattern
        XCTAssertTrue(
          same, "the value at \(x) is \(value), not \(expected), with width \(width)", file: file,
          line: line)
      }
    }
  }
}
