import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class VectorFromParametersTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W1c.vectorFromParameters }

  func testOrder() throws {
    try grade(4) {
      let parameters = ThreeLayerParameters(
        W1: Tensor([[1, 2], [3, 4]]), b1: Tensor([[5], [6]]), W2: Tensor([[7, 8]]),
        b2: Tensor([[9]]), W3: Tensor([[10]]), b3: Tensor([[11]]))
      try expect(
        C2W1c.vectorFromParameters(parameters),
        equals: Tensor.column([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), within: .exact,
        Phrase(
          "W1, b1, W2, b2, W3, b3, each by rows", zh: "顺序是 W1、b1、W2、b2、W3、b3，各自按行展开"))
    }
  }

  func testPublishedSize() throws {
    try grade(2) {
      try expect(
        C2W1c.vectorFromParameters(PublishedCase.parameters).shape,
        equals: [PublishedCase.count, 1], within: .exact,
        Phrase("25 + 18 + 4 parameters", zh: "共有 25 + 18 + 4 个参数"))
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C2W1c.vectorFromParameters.expectToAgreeWithReference() }
  }
}

final class ParametersFromVectorTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W1c.parametersFromVector }

  func testOrder() throws {
    try grade(3) {
      try expect(
        C2W1c.parametersFromVector(
          .column([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), [2, 2, 1, 1]),
        equals: ThreeLayerParameters(
          W1: Tensor([[1, 2], [3, 4]]), b1: Tensor([[5], [6]]), W2: Tensor([[7, 8]]),
          b2: Tensor([[9]]), W3: Tensor([[10]]), b3: Tensor([[11]])), within: .exact)
    }
  }

  func testThereAndBack() throws {
    try grade(3) {
      let theta = try C2W1c.vectorFromParameters.reference(PublishedCase.parameters)
      try expect(
        C2W1c.parametersFromVector(theta, [4, 5, 3, 1]), equals: PublishedCase.parameters,
        within: .exact,
        Phrase("converting to a vector and back changes nothing", zh: "变成向量再变回来，什么都不变"))
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C2W1c.parametersFromVector.expectToAgreeWithReference() }
  }
}
