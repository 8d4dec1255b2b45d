import Foundation
import Tensors

/// A named number by which an answer is off: a constant, or a quantity of the arguments.
enum Factor: Equatable, Sendable {
  case constant(Double)
  /// The number of examples, read off the last matrix among the arguments, to a power.
  case examples(power: Int)
  /// The value of a scalar argument, to a power.
  case argument(String, power: Int)
  /// The length of an axis of an argument, to a power.
  case length(String, axis: Int, ofRank: Int, power: Int)

  func value(in sample: Observation.Case) -> Double? {
    switch self {
    case .constant(let value): value
    case .examples(let power):
      sample.examples.map { Foundation.pow($0, Double(power)) }
    case .argument(let name, let power):
      sample.number(name).map { Foundation.pow($0, Double(power)) }
    case .length(let name, let axis, _, let power):
      sample.shape(name).flatMap { $0.indices.contains(axis) ? $0[axis] : nil }
        .map { Foundation.pow(Double($0), Double(power)) }
    }
  }
}

extension Observation.Case {
  fileprivate func number(_ name: String) -> Double? {
    guard let value = arguments.first(where: { $0.name == name })?.value else { return nil }
    return switch value {
    case .number(let number): number
    case .integer(let integer): Double(integer)
    default: nil
    }
  }

  fileprivate func shape(_ name: String) -> [Int]? {
    guard case .tensor(let tensor)? = arguments.first(where: { $0.name == name })?.value else {
      return nil
    }
    return tensor.shape
  }

  fileprivate var examples: Double? {
    let matrix = arguments.flatMap(\.value.tensors).last { $0.rank == 2 && $0.shape[1] > 1 }
    return matrix.map { Double($0.shape[1]) }
  }
}

// MARK: Reading it off

extension Factor {
  /// Returns the factors by which the first answer with a nonzero number may be off.
  static func scales(of cases: [Observation.Case]) -> [Factor] {
    let pair = cases.lazy.compactMap { sample -> (sample: Observation.Case, ratio: Double)? in
      guard sample.right.count == sample.actual.count else { return nil }
      for (right, actual) in zip(sample.right, sample.actual) where right.shape == actual.shape {
        // The largest number has the smallest relative error.
        let index = right.elements.indices.max {
          abs(right.elements[$0]) < abs(right.elements[$1])
        }
        guard let index, right.elements[index] != 0, right.elements[index].isFinite else {
          continue
        }
        let ratio = actual.elements[index] / right.elements[index]
        if ratio.isFinite, ratio != 0, ratio != 1 { return (sample, ratio) }
      }
      return nil
    }.first
    guard let pair else { return [] }
    let named = candidates(in: pair.sample, powers: [1, -1, 2, -2]).filter {
      isNear($0.value(in: pair.sample), pair.ratio)
    }
    return [.constant(simple(pair.ratio))] + named
  }

  /// Returns the differences by which the first wrong answer may be off.
  static func shifts(of cases: [Observation.Case]) -> [Factor] {
    let pair = cases.lazy.compactMap { sample -> (sample: Observation.Case, shift: Double)? in
      guard let right = sample.right.first?.elements.first,
        let actual = sample.actual.first?.elements.first, (actual - right).isFinite,
        abs(actual - right) > 1e-6 * max(1, abs(right))
      else { return nil }
      return (sample, actual - right)
    }.first
    guard let pair else { return [] }
    let named = candidates(in: pair.sample, powers: [1]).filter {
      isNear($0.value(in: pair.sample), pair.shift)
    }
    return [.constant(simple(pair.shift))] + named
  }

  private static func candidates(
    in sample: Observation.Case, powers: [Int]
  ) -> [Factor] {
    var factors: [Factor] = []
    for power in powers {
      factors.append(.examples(power: power))
      for (name, value) in sample.arguments {
        switch value {
        case .number, .integer: factors.append(.argument(name, power: power))
        case .tensor(let tensor):
          factors += tensor.shape.indices.map {
            .length(name, axis: $0, ofRank: tensor.rank, power: power)
          }
        default: break
        }
      }
    }
    return factors
  }

  private static func isNear(_ value: Double?, _ wanted: Double) -> Bool {
    guard let value else { return false }
    return abs(value - wanted) <= 1e-6 * abs(wanted)
  }

  /// The nearest number that someone would have written, if one is near: 2, 1/2, 0.1.
  private static func simple(_ ratio: Double) -> Double {
    for denominator in [1.0, 2, 3, 4, 5, 6, 8, 10, 100, 255, 1000] {
      let numerator = (ratio * denominator).rounded()
      if numerator != 0, isNear(numerator / denominator, ratio) { return numerator / denominator }
    }
    return ratio
  }
}
