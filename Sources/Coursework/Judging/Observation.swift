import Foundation
import Tensors

/// A relation between a wrong answer and the right one that can be seen whatever the exercise is.
enum Observation: Equatable, Sendable {
  case scaled(by: Factor)
  case shifted(by: Factor)
  case mapped(Elementwise)
  case transposed
  /// The numbers and their order are right, but the shape is not.
  case reshaped
  case zeros
  case notANumber
  case someNotANumber
  case allEqual
  /// An argument, or a part of one, is returned unchanged.
  case argument(String)
  case list(ListSlip)

  /// One sample, restricted to one part of the answer.
  struct Case {
    let arguments: [(name: String, value: Value)]
    let right: [Tensor]
    let actual: [Tensor]
    let tolerance: Tolerance
  }

  enum Finding {
    /// The answer is wrong in the way the observation says.
    case borneOut
    /// The observation would also hold of a right answer.
    case silent
    case refuted
  }

  /// Returns what one sample shows.
  func finding(in sample: Case) -> Finding {
    let isRight = sample.actual.matches(sample.right, within: sample.tolerance)
    guard let isSeen = isSeen(in: sample) else { return isRight ? .silent : .refuted }
    if isRight { return isSeen ? .silent : .refuted }
    return isSeen ? .borneOut : .refuted
  }

  /// Whether the answer fits the observation; nil where that cannot be tested.
  private func isSeen(in sample: Case) -> Bool? {
    let (right, actual) = (sample.right, sample.actual)
    switch self {
    case .scaled(let factor):
      guard let factor = factor.value(in: sample) else { return nil }
      return actual.matches(right.map { $0 * factor }, within: sample.tolerance)
    case .shifted(let shift):
      guard let shift = shift.value(in: sample) else { return nil }
      return actual.matches(right.map { $0 + shift }, within: sample.tolerance)
    case .mapped(let function):
      // Any function turns all zeros into a constant.
      guard right.contains(where: { $0.elements.contains { $0 != 0 } }) else { return nil }
      return actual.matches(right.map { $0.map(function.value) }, within: sample.tolerance)
    case .transposed:
      guard right.contains(where: { $0.rank == 2 }) else { return nil }
      return actual.matches(
        right.map { $0.rank == 2 ? $0.T : $0 }, within: sample.tolerance)
    case .reshaped:
      return actual.count == right.count
        && zip(actual, right).allSatisfy { mine, theirs in
          mine.count == theirs.count
            && zip(mine.elements, theirs.elements).allSatisfy(sample.tolerance.accepts)
        }
    case .zeros:
      guard right.contains(where: { $0.elements.contains { $0 != 0 } }) else { return nil }
      return actual.allSatisfy { $0.elements.allSatisfy { $0 == 0 } }
    case .notANumber:
      return actual.allSatisfy { $0.elements.allSatisfy(\.isNaN) }
    case .someNotANumber:
      return actual.count == right.count
        && zip(actual, right).allSatisfy { mine, theirs in
          mine.shape == theirs.shape
            && zip(mine.elements, theirs.elements).allSatisfy {
              $0.isNaN || sample.tolerance.accepts($0, for: $1)
            }
        }
    case .allEqual:
      let all = actual.flatMap(\.elements)
      let wanted = right.flatMap(\.elements)
      guard all.count > 1, wanted.contains(where: { $0 != wanted[0] }) else { return nil }
      return all.allSatisfy { $0 == all[0] }
    case .argument(let name):
      guard let own = sample.arguments.first(where: { $0.name == name }) else { return nil }
      return actual.matches(own.value.tensors, within: .exact)
    case .list(let slip):
      guard actual.count == 1, right.count == 1 else { return nil }
      return slip.isSeen(actual[0], right[0], within: sample.tolerance)
    }
  }
}

// MARK: In many samples

extension Observation {
  /// Returns the first observation about one part of the answer that all samples support.
  ///
  /// - Parameters:
  ///   - evidence: the samples with their outcomes.
  ///   - part: the name of the part, empty for the whole.
  ///   - isWeak: whether to look for observations that say little, for when nothing else is known.
  /// - Returns: the observation, or nil when none holds.
  static func first(
    in evidence: Evidence, of part: String, isWeak: Bool = false
  ) -> Observation? {
    let cases = evidence.cases(of: part)
    guard let cases, !cases.isEmpty else { return nil }
    return (isWeak ? [.notANumber, .someNotANumber, .allEqual] : candidates(for: cases)).first {
      $0.holds(in: cases, atLeast: Evidence.leastAgreement)
    }
  }

  func holds(in evidence: Evidence, of part: String, atLeast least: Int) -> Bool {
    evidence.cases(of: part).map { holds(in: $0, atLeast: least) } ?? false
  }

  private func holds(in cases: [Case], atLeast least: Int) -> Bool {
    var borneOut = 0
    var numbers = 0
    for sample in cases {
      switch finding(in: sample) {
      case .refuted: return false
      case .silent: continue
      case .borneOut:
        borneOut += 1
        numbers += sample.actual.reduce(0) { $0 + $1.count }
      }
    }
    // A single number in a few samples may fit by chance.
    return borneOut >= least && (least == 0 || numbers >= 8)
  }

  /// The observations to test on these samples; constants and names are read off the first.
  private static func candidates(for cases: [Case]) -> [Observation] {
    var all: [Observation] = [.zeros]
    var names: [String] = []
    for argument in cases[0].arguments where !names.contains(argument.name) {
      names.append(argument.name)
    }
    all += names.map(Observation.argument)
    all += Factor.scales(of: cases).map(Observation.scaled)
    all += [.transposed, .reshaped]
    all += Elementwise.allCases.map(Observation.mapped)
    all += ListSlip.allCases.map(Observation.list)
    return all + Factor.shifts(of: cases).map(Observation.shifted)
  }
}

extension Evidence {
  /// All samples restricted to one part; nil where an answer is missing or is not made of numbers.
  fileprivate func cases(of part: String) -> [Observation.Case]? {
    var cases: [Observation.Case] = []
    for sample in samples {
      guard case .success(let right) = sample.right, case .success(let actual) = sample.actual,
        let wanted = right.part(part).asTensors, let got = actual.part(part).asTensors
      else { return nil }
      let arguments = zip(info.parameters, sample.arguments).flatMap { name, value in
        value.parts.flatMap { piece in
          piece.values.count == 1 || piece.values.asTensors == nil
            ? [(name: piece.name.isEmpty ? name : "\(name).\(piece.name)", value: piece.values[0])]
            : [(name: "\(name).\(piece.name)", value: .list(piece.values))]
        }
      }
      cases.append(
        Observation.Case(
          arguments: arguments, right: wanted, actual: got, tolerance: info.tolerance))
    }
    return cases
  }
}

extension [Value] {
  /// The values as tensors, if all are numbers or tensors.
  fileprivate var asTensors: [Tensor]? {
    let tensors = compactMap(\.asTensor)
    return tensors.count == count ? tensors : nil
  }
}

extension [Tensor] {
  func matches(_ others: [Tensor], within tolerance: Tolerance) -> Bool {
    count == others.count
      && zip(self, others).allSatisfy { mine, theirs in
        mine.shape == theirs.shape
          && zip(mine.elements, theirs.elements).allSatisfy(tolerance.accepts)
      }
  }
}

// MARK: Numbers one by one

/// A function that was wrongly applied to every number, or left out.
enum Elementwise: String, CaseIterable, Sendable {
  case absolute, squared, root, complement, reciprocal, exponential, logarithm, clipped, thresholded

  func value(_ x: Double) -> Double {
    switch self {
    case .absolute: abs(x)
    case .squared: x * x
    case .root: x.squareRoot()
    case .complement: 1 - x
    case .reciprocal: 1 / x
    case .exponential: exp(x)
    case .logarithm: log(x)
    case .clipped: max(0, x)
    case .thresholded: x > 0.5 ? 1 : 0
    }
  }
}

/// A mistake in a list whose numbers are right.
enum ListSlip: String, CaseIterable, Sendable {
  case firstMissing, lastMissing, firstTooMany, lastTooMany, reversed

  func isSeen(_ actual: Tensor, _ right: Tensor, within tolerance: Tolerance) -> Bool? {
    guard right.rank == 1, actual.rank == 1 else { return nil }
    let (mine, theirs) = (actual.elements, right.elements)
    return switch self {
    case .firstMissing: tolerance.accepts(mine, for: Array(theirs.dropFirst()))
    case .lastMissing: tolerance.accepts(mine, for: Array(theirs.dropLast()))
    case .firstTooMany: tolerance.accepts(Array(mine.dropFirst()), for: theirs)
    case .lastTooMany: tolerance.accepts(Array(mine.dropLast()), for: theirs)
    case .reversed: tolerance.accepts(mine, for: theirs.reversed())
    }
  }
}

extension Tolerance {
  fileprivate func accepts(_ actual: [Double], for expected: [Double]) -> Bool {
    actual.count == expected.count && zip(actual, expected).allSatisfy(accepts)
  }
}
