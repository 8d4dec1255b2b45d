import Tensors
public import Text

/// A value that differs from what a test expects.
public struct ExpectationFailure: Error {
  enum Fact {
    case difference(Difference, expected: Value, actual: Value)
    /// A form that no right answer has, when the right numbers are unknown.
    case form(Difference)
    case law(Phrase)
  }

  let fact: Fact
  /// What the test checks, in its author's words.
  let note: Phrase?
}

/// Checks that a learner's value equals the right one.
///
/// Shapes are compared before numbers; a NaN equals only a NaN.
///
/// - Throws: `ExpectationFailure` with the first and the worst element that differ.
public func expect(
  _ actual: some Encodable, equals expected: some Encodable,
  within tolerance: Tolerance = .standard, _ note: Phrase? = nil
) throws {
  let actual = try Value(encoding: actual)
  let expected = try Value(encoding: expected)
  guard let difference = actual.difference(from: expected, within: tolerance) else { return }
  throw ExpectationFailure(
    fact: .difference(difference, expected: expected, actual: actual), note: note)
}

/// Checks that a law holds for the results of the learner's function.
public func expect(_ holds: Bool, _ law: Phrase) throws {
  guard holds else { throw ExpectationFailure(fact: .law(law), note: nil) }
}

extension Exercise {
  /// Checks that the learner's answers agree with the reference's on arguments of random sizes.
  ///
  /// - Parameters:
  ///   - rounds: the number of argument sets drawn from the seed of this run.
  ///   - tolerance: the largest accepted deviation; nil for the exercise's own tolerance.
  /// - Throws: `ExpectationFailure`, and any error that a call throws.
  public func expectToAgreeWithReference(
    rounds: Int = 5, within tolerance: Tolerance? = nil
  ) throws {
    try FreshInputs.$areDrawn.withValue(true) {
      var random = RandomState(seed: RunEnvironment.current.seed)
      for _ in 0..<rounds {
        let input = try sampleInput(&random)
        let expected = try reference(repeat each input)
        let actual = try self(repeat each input)
        try expectRight(actual, expected, repeat each input) {
          try expect(actual, equals: expected, within: tolerance ?? info.tolerance)
        }
      }
    }
  }
}

extension Exercise {
  /// Checks that the learner's answer is the reference's or that of an alternative solution.
  public func expectToBeRight(
    _ input: repeat each Input, within tolerance: Tolerance? = nil, _ note: Phrase? = nil
  ) throws {
    let expected = try reference(repeat each input)
    let actual = try self(repeat each input)
    try expectRight(actual, expected, repeat each input) {
      try expect(actual, equals: expected, within: tolerance ?? info.tolerance, note)
    }
  }

  private func expectRight(
    _ actual: Output, _ expected: Output, _ input: repeat each Input,
    expectation: () throws -> Void
  ) throws {
    do {
      try expectation()
    } catch {
      guard
        info.isRight(
          try Value(encoding: actual), try Value(encoding: expected),
          to: try arguments(repeat each input))
      else { throw error }
    }
  }
}

/// Whether a test's inputs are drawn from the seed of the run.
enum FreshInputs {
  @TaskLocal static var areDrawn = false
}
