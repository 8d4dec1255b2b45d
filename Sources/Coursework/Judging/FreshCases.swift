import Synchronization
import Tensors

/// The share of unseen inputs on which an exercise is right.
///
/// A test of fixed inputs counts only in proportion to it, because anyone who has seen those inputs
/// can write a table of answers. The inputs are the exercise's own samples and *twins* of the
/// test's calls: the same shapes, zeros, signs and whole numbers, but other numbers. A test counts
/// by the better of the two, and only by the parts of an answer that it looks at, so that half a
/// solution keeps credit for what is right: the cost although a gradient is wrong, one example
/// although the mean lacks its 1/m.
///
/// What a constant gets right proves nothing: a part counts only where its right value differs from
/// that for another input.
struct FreshCases: Sendable {
  /// The share that is right, from 0 (nothing) to 1.
  let share: Double
  /// The first case that is wrong, and the reason.
  let failure: Failure?

  /// A case that is wrong.
  struct Failure: Sendable {
    let call: Call
    let error: any Error
  }

  /// The number of twins of each call of a test.
  private static let twinsOfACall = 3
  /// The largest number of a test's calls that get twins.
  private static let mostCalls = 4
  /// The number of unanswered calls after which none are made, since each may use its whole time
  /// limit.
  private static let mostSilent = 2

  /// Calls the code under test on fresh inputs.
  ///
  /// - Parameters:
  ///   - exercise: the exercise that the test grades.
  ///   - calls: the calls that the test made.
  ///   - count: the number of samples to draw.
  ///   - seed: the seed of the samples and the twins.
  ///   - parts: finds the names of the parts of an answer that the test looks at; called only if
  ///     needed.
  init(
    of exercise: any AnyExercise, after calls: [Call], count: Int, seed: UInt32,
    parts: () -> Set<String>
  ) {
    self = FreshInputs.$areDrawn.withValue(true) {
      let samples = Self.samples(of: exercise, count: count, seed: seed)
      let whole = FreshCases(samples, on: nil)
      guard let whole, whole.share < 1 else { return whole ?? FreshCases(share: 0, failure: nil) }
      let parts = FreshInputs.$areDrawn.withValue(false, operation: parts)
      let own = calls.filter { $0.info.id == exercise.info.id }
      let twins = FreshCases(
        Self.twins(of: exercise.info, own, seed: seed), on: parts, atLeast: Self.twinsOfACall)
      let byParts = FreshCases(samples, on: parts) ?? whole
      return twins.flatMap { $0.share > byParts.share ? $0 : nil } ?? byParts
    }
  }

  private init(share: Double, failure: Failure?) {
    self.share = share
    self.failure = failure
  }

  /// Scores cases on some parts, or on all; nil when too few of them are conclusive.
  ///
  /// With few cases a constant may get all of them right: an answer of zeros and ones has few
  /// values.
  private init?(_ cases: [Case], on parts: Set<String>?, atLeast least: Int = 1) {
    let shares = cases.compactMap { $0.score(on: parts) }
    guard shares.count >= least else { return nil }
    share = shares.reduce(0, +) / Double(shares.count)
    failure = cases.lazy.compactMap(\.failure).first
  }

  private static let known = Mutex<[String: [Case]]>([:])

  /// The exercise's own samples, called once per run.
  private static func samples(of exercise: any AnyExercise, count: Int, seed: UInt32) -> [Case] {
    let info = exercise.info
    let key = "\(info.id) \(count) \(seed) \(Host.current.identity)"
    if let found = known.withLock({ $0[key] }) { return found }
    // The samples must differ from those of the tests that draw their inputs.
    var random = RandomState(seed: seed ^ 0x5eed)
    let drawn = (0..<count).compactMap { _ in try? exercise.sampleArguments(&random) }
      .map { ($0, Host.reference.outcome(of: info, $0)) }
    var cases: [Case] = []
    for (index, (arguments, right)) in drawn.enumerated() {
      let other = drawn[(index + 1) % drawn.count].1
      cases.ask(info, arguments, right: right, others: [other], mostSilent: mostSilent)
    }
    known.withLock { $0[key] = cases }
    return cases
  }

  /// Draws inputs of the same form as those of a test's calls.
  private static func twins(of info: ExerciseInfo, _ calls: [Call], seed: UInt32) -> [Case] {
    var random = RandomState(seed: seed ^ 0x7717)
    var cases: [Case] = []
    for call in calls.prefix(mostCalls) {
      let known = Host.reference.outcome(of: info, call.arguments)
      let twins = (0..<twinsOfACall).map { _ in call.arguments.twin(info.parameters, &random) }
        .map { ($0, Host.reference.outcome(of: info, $0)) }
      for (index, (arguments, right)) in twins.enumerated() {
        let others = [known] + twins.indices.filter { $0 != index }.map { twins[$0].1 }
        cases.ask(info, arguments, right: right, others: others, mostSilent: mostSilent)
      }
    }
    return cases
  }

  /// One input and its outcome.
  fileprivate struct Case: Sendable {
    let isRight: Bool
    /// Whether the form and the shapes are right, regardless of the numbers.
    let hasForm: Bool
    /// Whether the call returned a value or threw an error of the learner's own.
    let isAnswered: Bool
    /// The parts whose right value depends on the input, and whether each is right.
    let telling: [String: Bool]
    let failure: Failure?

    /// The share that is right, from 0 to 1; nil when a constant would do as well.
    ///
    /// A test that looks at no number of an answer is scored on the answer's form.
    func score(on parts: Set<String>?) -> Double? {
      if let parts, parts.isEmpty { return hasForm ? 1 : 0 }
      let counted = telling.filter { parts?.contains($0.key) ?? true }
      guard !counted.isEmpty else { return nil }
      return isRight ? 1 : Double(counted.values.count { $0 }) / Double(counted.count)
    }
  }
}

extension [FreshCases.Case] {
  /// Calls the code under test on one input, if a right answer to it exists.
  fileprivate mutating func ask(
    _ info: ExerciseInfo, _ arguments: [Value], right: Result<Value, CallFailure>,
    others: [Result<Value, CallFailure>], mostSilent: Int
  ) {
    guard case .success(let right) = right else { return }
    let telling = right.parts.map(\.name).filter { name in
      others.allSatisfy { other in
        guard case .success(let other) = other else { return true }
        return !right.part(name).matches(other.part(name), within: info.tolerance)
      }
    }
    let isGivenUp = count(where: { !$0.isAnswered }) >= mostSilent
    let outcome =
      isGivenUp
      ? .failure(.timedOut(seconds: info.timeLimit)) : Host.current.outcome(of: info, arguments)
    func add(_ actual: Value?, isRight: Bool, _ error: (any Error)?) {
      append(
        FreshCases.Case(
          isRight: isRight, hasForm: actual.map { $0.formDifference(from: right) == nil } ?? false,
          isAnswered: outcome.isAnswer,
          telling: Dictionary(
            uniqueKeysWithValues: telling.map { name in
              let agrees =
                actual?.part(name).matches(right.part(name), within: info.tolerance) ?? false
              return (name, isRight || agrees)
            }),
          failure: error.map {
            FreshCases.Failure(
              call: Call(info: info, arguments: arguments, outcome: outcome), error: $0)
          }))
    }
    switch outcome {
    case .failure(let failure): add(nil, isRight: false, failure)
    case .success(let actual) where info.isRight(actual, right, to: arguments):
      add(actual, isRight: true, nil)
    case .success(let actual):
      let difference = actual.difference(from: right, within: info.tolerance)
      add(
        actual, isRight: false,
        difference.map {
          ExpectationFailure(
            fact: .difference($0, expected: right, actual: actual), note: nil)
        })
    }
  }
}

// MARK: Twins

extension [Value] {
  /// Draws arguments of the same form with other numbers.
  ///
  /// Every number becomes one of the same sign that is a little nearer to 0, consistently wherever
  /// the number occurs: equal numbers stay equal, and numbers between 0 and 1 stay there. Zeros,
  /// ones, whole numbers, texts and truth values are kept, except for a seed.
  func twin(_ names: [String], _ random: inout RandomState) -> [Value] {
    var factors: [Double: Double] = [:]
    return zip(names, self).map { name, value in
      if name == "seed", case .integer = value { return .integer(random.randint(1, 1 << 20)) }
      return value.scaled(&factors) { random.uniform(low: 0.55, high: 0.95) }
    }
  }
}
