import Tensors

/// A call in which one argument, or one part of it, differs from a sample's.
struct Probe: Sendable {
  /// `b`, or `parameters.b1`.
  let name: String
  let changesRight: Bool
  let changesActual: Bool

  /// The number of samples on which every argument is changed.
  static let sampleCount = 8

  static func all(
    of sample: Evidence.Sample, _ info: ExerciseInfo, learner: Host, reference: Host
  ) -> [Probe] {
    // A NaN stays a NaN whatever changes.
    if case .success(let value) = sample.actual, value.tensors.contains(where: \.hasNaN) {
      return []
    }
    return changes(of: sample.arguments, info).compactMap { name, arguments in
      let right = reference.outcome(of: info, arguments)
      // A change that the reference rejects proves nothing.
      guard case .success = right else { return nil }
      let actual = learner.outcome(of: info, arguments)
      return Probe(
        name: name, changesRight: !right.matches(sample.right, within: info.tolerance),
        changesActual: !actual.matches(sample.actual, within: .exact))
    }
  }

  /// Returns the arguments of a sample with one part changed, and the name of that part.
  static func changes(
    of arguments: [Value], _ info: ExerciseInfo
  ) -> [(name: String, arguments: [Value])] {
    zip(info.parameters, arguments).enumerated().flatMap { index, pair in
      pair.1.parts.flatMap { part in
        [1, 4, 0].compactMap { size -> (String, [Value])? in
          var changed = arguments
          changed[index] = pair.1.mapping(part: part.name) { $0.changed(by: size) }
          guard changed[index] != arguments[index] else { return nil }
          return (part.name.isEmpty ? pair.0 : "\(pair.0).\(part.name)", changed)
        }
      }
    }
  }
}

extension Value {
  /// Returns another value of the same form: numbers are scaled by 1.5 or -0.4 and shifted slightly,
  /// whole numbers grow by one or four, truth values flip; for size 0 a tensor's numbers are reversed.
  fileprivate func changed(by size: Int) -> Value {
    if size == 0 {
      guard case .tensor(let tensor) = self else { return self }
      let reversed = try? Tensor(shape: tensor.shape, elements: tensor.elements.reversed())
      return .tensor(reversed ?? tensor)
    }
    let (factor, shift) = size == 1 ? (1.5, 0.125) : (-0.4, 0.3)
    return switch self {
    case .integer(let integer): .integer(integer + size)
    case .boolean(let flag): .boolean(!flag)
    case .number(let number): .number(number * factor + shift)
    case .tensor(let tensor): .tensor(tensor * factor + shift)
    case .null, .text, .list, .record: self
    }
  }
}
