import GradedTesting
import Tensors
import Text
import XCTest

@testable import Coursework

/// Tests the observations about wrong answers, on samples written by hand.
final class ObservationTests: FrameworkTestCase {
  private let info = ExerciseInfo(
    name: "step", week: "C9W1", parameters: ["W", "rate"], points: 1, dependsOn: [], timeLimit: 1,
    tolerance: .standard, untouched: nil)

  /// Four samples of different sizes, whose wrong answers `actual` computes.
  private func evidence(
    right: (Tensor, Double) -> Tensor = { W, rate in W * rate },
    actual: (Tensor, Double) -> Tensor
  ) -> Evidence {
    var random = RandomState(seed: 3)
    let samples = (2...5).map { size in
      let (W, rate) = (random.randn(size, size + 1), 0.1 * Double(size))
      return Evidence.Sample(
        arguments: [.tensor(W), .number(rate)], right: .success(.tensor(right(W, rate))),
        actual: .success(.tensor(actual(W, rate))))
    }
    return Evidence(info: info, samples: samples)
  }

  private func seen(_ actual: (Tensor, Double) -> Tensor) -> Observation? {
    Observation.first(in: evidence(actual: actual), of: "")
  }

  func testFactorsAreRecognized() {
    XCTAssertEqual(seen { W, rate in W * rate * -1 }, .scaled(by: .constant(-1)))
    XCTAssertEqual(seen { W, rate in W * rate * 0.01 }, .scaled(by: .constant(0.01)))
    XCTAssertEqual(seen { W, rate in W * rate * rate }, .scaled(by: .argument("rate", power: 1)))
    XCTAssertEqual(
      seen { W, rate in W * rate / Double(W.rows) },
      .scaled(by: .length("W", axis: 0, ofRank: 2, power: -1)))
    XCTAssertEqual(
      seen { W, rate in W * rate * Double(W.columns) }, .scaled(by: .examples(power: 1)))
  }

  func testShapesAndFunctions() {
    XCTAssertEqual(seen { W, rate in (W * rate).T }, .transposed)
    XCTAssertEqual(seen { W, rate in (W * rate).flattened }, .reshaped)
    XCTAssertEqual(seen { W, rate in abs(W * rate) }, .mapped(.absolute))
    XCTAssertEqual(seen { W, rate in W * rate + 1 }, .shifted(by: .constant(1)))
    XCTAssertEqual(seen { W, _ in W }, .argument("W"))
    XCTAssertEqual(seen { W, _ in W * 0 }, .zeros)
    XCTAssertEqual(
      Observation.first(in: evidence { W, _ in W * .nan }, of: "", isWeak: true), .notANumber)
    XCTAssertEqual(
      Observation.first(in: evidence { W, _ in .full(W.shape, W[0, 0]) }, of: "", isWeak: true),
      .allEqual)
  }

  /// An observation that holds for only one sample is a coincidence and not reported.
  func testOneContradictingSampleSuppressesAnObservation() {
    var calls = 0
    XCTAssertNil(
      seen { W, rate in
        calls += 1
        return W * rate * (calls == 4 ? 3 : 2)
      })
  }

  /// Where zeros are correct, they are not a mistake, nor evidence of one.
  func testCorrectZerosAreNotAMistake() {
    let evidence = evidence(right: { W, _ in W * 0 }, actual: { W, _ in (W * 0).T })
    XCTAssertNotEqual(Observation.first(in: evidence, of: ""), .zeros)
  }

  func testPartsAreNamed() {
    let right = Value.record([
      .init("dW", .tensor(Tensor([[1, 2]]))), .init("cost", .number(3)),
    ])
    XCTAssertEqual(right.parts.map(\.name), ["dW", "cost"])
    let layers = Value.record([.init("layers", .list([right, right]))])
    XCTAssertEqual(layers.parts.map(\.name), ["layers.dW", "layers.cost"])
    XCTAssertEqual(layers.part("layers.cost"), [.number(3), .number(3)])
  }

  func testTwoMistakesAreJoined() {
    func answer(_ dW: Double, _ cost: Double) -> Value {
      .record([.init("dW", .number(dW)), .init("cost", .number(cost))])
    }
    XCTAssertEqual(
      answer(2, 5).joined(with: answer(1, 7), right: answer(1, 5), within: .standard), answer(2, 7))
    XCTAssertEqual(
      answer(2, 5).joined(with: answer(4, 5), right: answer(1, 5), within: .standard), answer(5, 5))
  }

  func testSentencesNameTheParts() {
    let diagnosis = Diagnosis(
      reasons: [.init(cause: .observation(.scaled(by: .constant(2))), parts: ["dW2", "db2"])],
      unexplained: ["dW1"])
    XCTAssertEqual(
      diagnosis.sentences(.english),
      [
        "dW2 and db2: Every number is twice what it should be: look for a factor 2.",
        "dW1 is also wrong, for an unknown reason.",
      ])
    XCTAssertEqual(
      diagnosis.sentences(.chinese),
      ["dW2 和 db2：每个数都是正确值的两倍：检查多出来的因子 2。", "此外 dW1 也不对，原因还不清楚。"])
  }
}
