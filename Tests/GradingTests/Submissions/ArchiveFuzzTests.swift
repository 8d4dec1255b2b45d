import Files
import Foundation
import GradedTesting
import Statistics
import XCTest

@testable import Grading
@testable import Intake

/// Whatever bytes come, an archive is read or refused; nothing traps, hangs or grows.
///
/// `COURSE_FUZZ=1000000` asks for more inputs than the two thousand of every run.
final class ArchiveFuzzTests: FrameworkTestCase {
  private let inputs =
    ProcessInfo.processInfo.environment["COURSE_FUZZ"].flatMap { Int($0) } ?? 2000

  private func sample(_ count: Int) -> String {
    (0..<count).map { "let number\($0) = \($0 * $0 % 977)\n" }.joined()
  }

  private func seeds() throws -> [(ArchiveFormat, [UInt8])] {
    let zip = try ZipBuilder([
      .init("a/LogisticRegression.swift", sample(60), isDeflated: true),
      .init("ShallowNetwork.swift", sample(5)), .init("b/", "", mode: 0o040755),
    ]).data()
    var tar = TarBuilder()
    tar.add("a/LogisticRegression.swift", sample(20))
    tar.add("PaxHeader", "20 path=b/DeepNetw.s\n", type: "x")
    tar.add("x", sample(5))
    tar.add("././@LongLink", "c/ShallowNetwork.swift", type: "L")
    tar.add("x", sample(5))
    return [
      (.zip, Array(zip)), (.tar, Array(tar.ended)),
      (.gzippedTar, Array(try Gzip.data(of: tar.ended))),
    ]
  }

  func testDamagedArchivesAreReadOrRefused() throws {
    let seeds = try seeds()
    var random = SplitMix64(seed: 11)
    var outcomes = (read: 0, refused: 0)
    for number in 0..<inputs {
      let (format, good) = seeds[number % seeds.count]
      var bytes = good
      for _ in 0...Int(random.next() % 6) { damage(&bytes, &random) }
      do {
        let archive = try format.open(MemoryBytes(bytes: bytes), limits: IntakeLimits()) { _ in true
        }
        for item in archive.items where item.kind == .file && item.size <= 1 << 20 {
          _ = try? archive.content(of: item, atMost: 1 << 20)
        }
        outcomes.read += 1
      } catch {
        // Any error that is no reason to refuse is thrown on and fails the test.
        _ = try RefusalReason(error)
        outcomes.refused += 1
      }
    }
    XCTAssertGreaterThan(outcomes.read, inputs / 20)
    XCTAssertGreaterThan(outcomes.refused, inputs / 20)
  }

  private func damage(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    guard !bytes.isEmpty else { return }
    let place = Int(random.next() % UInt64(bytes.count))
    let count = min(Int(random.next() % 40), bytes.count - place)
    switch random.next() % 6 {
    case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
    case 1: bytes[place] ^= 1 << UInt8(random.next() % 8)
    case 2: bytes.removeSubrange(place..<place + count)
    case 3: bytes.insert(contentsOf: bytes[place..<place + count], at: place)
    case 4: bytes.removeLast(count)
    default: for index in place..<place + count { bytes[index] = random.next() % 2 == 0 ? 0 : 0xff }
    }
  }

  func testInflatingAgreesWithGzip() throws {
    var random = SplitMix64(seed: 12)
    let texts: [Data] =
      [Data(), Data([7]), Data(count: 300_000), Data(sample(20_000).utf8)]
      + (0..<6).map { exponent in
        // Few and many different bytes, so that stored, fixed and dynamic blocks all occur.
        Data(
          (0..<80_000).map { _ in UInt8(truncatingIfNeeded: random.next() % (1 << (exponent + 3))) }
        )
      }
    for text in texts {
      var stream = try GzipStream(
        MemoryBytes(bytes: Array(try Gzip.data(of: text))), limits: IntakeLimits().ofClass)
      XCTAssertEqual(Data(try stream.read(.max)), text)
    }
  }
}
