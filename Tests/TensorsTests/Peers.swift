import Foundation
import Tensors
import XCTest

/// A file that a script in Tests/Peers wrote.
func peerValues<Values: Decodable>(_ name: String, file: String = #filePath) throws -> Values {
  let folder = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
  let data = try Data(contentsOf: folder.appendingPathComponent("Peers/\(name)"))
  return try JSONDecoder().decode(Values.self, from: data)
}

/// The numbers of a text, separated by spaces.
func numbers(_ text: String) throws -> [Double] {
  try text.split(separator: " ").map { try XCTUnwrap(Double($0), "“\($0)” is not a number") }
}

/// Fails unless two arrays have the same bits; any two NaNs count as equal.
func assertSameBits(
  _ actual: [Double], _ expected: [Double], _ message: String = "", file: StaticString = #filePath,
  line: UInt = #line
) {
  guard actual.count == expected.count else {
    return XCTFail(
      "expected \(expected.count) numbers, got \(actual.count). \(message)", file: file, line: line)
  }
  for (i, (a, e)) in zip(actual, expected).enumerated()
  where a.bitPattern != e.bitPattern && !(a.isNaN && e.isNaN) {
    return XCTFail("number \(i) is \(a), expected \(e). \(message)", file: file, line: line)
  }
}
