import Tensors
import Text

/// A general way to corrupt a right answer, whatever the exercise.
///
/// `course verify` corrupts the reference's answers this way and expects every suite to reject
/// them.
public enum Slip: String, Sendable, CaseIterable {
  case negated
  case timesExamples = "times-m"
  case overExamples = "over-m"
  case doubled
  case halved
  case transposed
  case zeros
  case notANumber = "nan"
  case oneElementOff = "one-element-off"
  case wrongShape = "wrong-shape"
  case unchangedInput = "unchanged-input"

  /// Returns the right answer corrupted by this slip, or nil where the slip does not apply.
  ///
  /// m is the number of columns of the last matrix among the arguments.
  public func applied(to answer: Value, arguments: [Value]) -> Value? {
    switch self {
    case .negated: return answer.mappingTensors { $0 * -1 }
    case .timesExamples:
      return Self.examples(in: arguments).map { m in answer.mappingTensors { $0 * m } }
    case .overExamples:
      return Self.examples(in: arguments).map { m in answer.mappingTensors { $0 / m } }
    case .doubled: return answer.mappingTensors { $0 * 2 }
    case .halved: return answer.mappingTensors { $0 * 0.5 }
    case .transposed:
      guard answer.tensors.contains(where: { $0.rank == 2 && $0.shape != [1, 1] }) else {
        return nil
      }
      return answer.mappingTensors { $0.rank == 2 ? $0.T : $0 }
    case .zeros: return answer.mappingTensors { $0.map { _ in 0 } }
    case .notANumber:
      guard !answer.tensors.isEmpty else { return nil }
      return answer.mappingTensors { $0.map { _ in .nan } }
    case .oneElementOff: return answer.withOneElementOff()
    case .wrongShape:
      guard answer.tensors.contains(where: { $0.rank > 0 }) else { return nil }
      return answer.mappingTensors { tensor in
        guard tensor.rank > 0 else { return tensor }
        return (try? tensor.reshaped(shape: tensor.shape + [1])) ?? tensor
      }
    case .unchangedInput:
      return arguments.first { $0.hasForm(of: answer) }
    }
  }

  /// The number of examples in a call.
  private static func examples(in arguments: [Value]) -> Double? {
    let matrix = arguments.flatMap(\.tensors).last { $0.rank == 2 && $0.shape[1] > 1 }
    return matrix.map { Double($0.shape[1]) }
  }
}

extension Value {
  /// A copy in which one number is off by a thousandth of itself: one in the middle, to catch tests
  /// that look only at the first and last.
  fileprivate func withOneElementOff() -> Value? {
    let sizes = tensors.map(\.count)
    let total = sizes.reduce(0, +)
    let all = tensors.flatMap(\.elements)
    let order = Array(total / 2..<total) + Array(0..<total / 2)
    guard let target = order.first(where: { all[$0] != 0 && all[$0].isFinite }) else { return nil }
    var start = 0
    return mappingTensors { tensor in
      defer { start += tensor.count }
      guard start..<start + tensor.count ~= target else { return tensor }
      var elements = tensor.elements
      elements[target - start] *= 1.001
      return (try? Tensor(shape: tensor.shape, elements: elements)) ?? tensor
    }
  }

  /// Whether both values could be of the same type.
  fileprivate func hasForm(of other: Value) -> Bool {
    switch (self, other) {
    case (.null, .null), (.boolean, .boolean), (.integer, .integer), (.number, .number),
      (.text, .text), (.tensor, .tensor):
      true
    case (.list(let mine), .list(let theirs)):
      mine.isEmpty || theirs.isEmpty || mine[0].hasForm(of: theirs[0])
    case (.record(let mine), .record(let theirs)):
      mine.map(\.name) == theirs.map(\.name)
    default: false
    }
  }
}
