import GradedTesting
import Tensors
import XCTest

final class RandomStateTests: FrameworkTestCase {
  private struct Stream: Decodable {
    var seed: UInt32
    var calls: [Call]
  }

  private struct Call: Decodable {
    var call: String
    var arguments: [String]
    var result: String
  }

  func testInterleavedDrawsHaveNumPysBits() throws {
    let streams: [Stream] = try peerValues("tensors-random.json")
    XCTAssertEqual(streams.count, 8)
    for stream in streams {
      var random = RandomState(seed: stream.seed)
      for (position, call) in stream.calls.enumerated() {
        let place = "seed \(stream.seed), call \(position): \(call.call) \(call.arguments)"
        if let actual = try integers(call, &random) {
          let expected = call.result.split(separator: " ").compactMap { Int($0) }
          XCTAssertEqual(actual, expected, place)
        } else {
          assertSameBits(try doubles(call, &random), try numbers(call.result), place)
        }
      }
    }
  }

  private func integers(_ call: Call, _ random: inout RandomState) throws -> [Int]? {
    let arguments = call.arguments.compactMap { Int($0) }
    switch call.call {
    case "randint":
      return (0..<arguments[2]).map { _ in random.randint(arguments[0], arguments[1]) }
    case "permutation": return random.permutation(arguments[0])
    case "shuffle":
      var array = Array(0..<arguments[0])
      random.shuffle(&array)
      return array
    case "choice":
      return random.choice(arguments[0], size: arguments[1], replacing: arguments[2] == 1)
    case "weighted":
      return random.choice(
        call.arguments.count - 2, size: arguments[0], replacing: arguments[1] == 1,
        probabilities: try numbers(call.arguments.dropFirst(2).joined(separator: " ")))
    default: return nil
    }
  }

  private func doubles(_ call: Call, _ random: inout RandomState) throws -> [Double] {
    let a = try numbers(call.arguments.joined(separator: " "))
    switch call.call {
    case "rand": return random.rand(Int(a[0])).elements
    case "randn": return random.randn(Int(a[0])).elements
    case "uniform": return random.uniform(low: a[0], high: a[1], shape: [Int(a[2])]).elements
    case "normal":
      return random.normal(mean: a[0], standardDeviation: a[1], shape: [Int(a[2])]).elements
    case "skipGaussians":
      _ = random.randn(Int(a[0]))
      return random.randn(10).elements
    default:
      XCTFail("unknown call \(call.call)")
      return []
    }
  }

  func testCopyOfAStreamGoesOnAlike() {
    var random = RandomState(seed: 5)
    _ = random.randn()
    var copy = random
    XCTAssertEqual(random.randn(3, 2), copy.randn(3, 2))
  }

  func testIntegersOfProbabilityZeroAreNeverDrawn() {
    var random = RandomState(seed: 1)
    let draws = random.choice(4, size: 1000, probabilities: [0.5, 0, 0.5, 0])
    XCTAssertEqual(Set(draws), [0, 2])
    XCTAssertEqual(
      random.choice(4, size: 2, replacing: false, probabilities: [0.5, 0, 0.5, 0]).sorted(), [0, 2])
  }

  func testTensorOfIntegersHasTheSameDraws() {
    var one = RandomState(seed: 9)
    var other = RandomState(seed: 9)
    XCTAssertEqual(
      one.randint(0, 256, shape: [2, 3]).elements,
      (0..<6).map { _ in Double(other.randint(256)) })
  }
}
