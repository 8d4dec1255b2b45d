import Synchronization
import Tensors

/// How far an exercise is right on inputs that nobody has seen before.
///
/// A test of fixed inputs counts only as far: who has seen its inputs can write a table of answers.
/// The inputs are the exercise's own samples, and *twins* of what the test itself asked: the same
/// shapes, zeros, signs and whole numbers, and other numbers. A test counts by the better of the two,
/// and by those parts of an answer that it looks at, so that half a solution keeps what it is right
/// about: the cost although a gradient is wrong, one example although the mean lacks its 1/m.
///
/// What a constant gets right says nothing: a part counts only where the right one is another than
/// for another input.
struct FreshCases: Sendable {
  /// From 0, where nothing is right, to 1.
  let share: Double
  /// The first case that is not right, and why.
  let failure: Failure?

  /// A case that is not right.
  struct Failure: Sendable {
    let call: Call
    let error: any Error
  }

  /// Twins of each call of a test.
  private static let twinsOfACall = 3
  /// The calls of a test that get twins.
  private static let mostCalls = 4
  /// Calls without an answer after which no more are made: each may take all of its time.
  private static let mostSilent = 2

  /// Asks the code under test.
  ///
  /// - Parameters:
  ///   - exercise: what a test grades.
  ///   - calls: what the test asked.
  ///   - count: how many samples are drawn.
  ///   - seed: of the samples and the twins.
  ///   - parts: finds the names of those parts of an answer that the test looks at, where it is needed.
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

  /// What cases come to on some parts, or all; nil where too few of them tell anything.
  ///
  /// Of few a constant may get all: an answer of zeros and ones is one of not many.
  private init?(_ cases: [Case], on parts: Set<String>?, atLeast least: Int = 1) {
    let shares = cases.compactMap { $0.score(on: parts) }
    guard shares.count >= least else { return nil }
    share = shares.reduce(0, +) / Double(shares.count)
    failure = cases.lazy.compactMap(\.failure).first
  }

  private static let known = Mutex<[String: [Case]]>([:])

  /// The exercise's own samples, asked once a run.
  private static func samples(of exercise: any AnyExercise, count: Int, seed: UInt32) -> [Case] {
    let info = exercise.info
    let key = "\(info.id) \(count) \(seed) \(Host.current.identity)"
    if let found = known.withLock({ $0[key] }) { return found }
    // Others than those of the tests that draw their inputs.
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

  /// Inputs of the same form as those that a test asks.
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

  /// One input, and what came of it.
  fileprivate struct Case: Sendable {
    let isRight: Bool
    /// Whether the form and the shapes are right, whatever the numbers are.
    let hasForm: Bool
    /// Whether there was an answer or an error of the learner's own.
    let isAnswered: Bool
    /// The parts of the right answer that differ from those to other inputs, and whether each is right.
    let telling: [String: Bool]
    let failure: Failure?

    /// From 0 to 1; nil where a constant would be as right.
    ///
    /// A test that looks at no number of an answer looks at its form.
    func score(on parts: Set<String>?) -> Double? {
      if let parts, parts.isEmpty { return hasForm ? 1 : 0 }
      let counted = telling.filter { parts?.contains($0.key) ?? true }
      guard !counted.isEmpty else { return nil }
      return isRight ? 1 : Double(counted.values.count { $0 }) / Double(counted.count)
    }
  }
}

extension [FreshCases.Case] {
  /// Asks the code under test for one input, if there is a right answer to it.
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
  /// Arguments of the same form with other numbers.
  ///
  /// Every number becomes one of the same sign that is a little nearer to 0, the same wherever the same
  /// number stands: what is equal stays equal, what is between 0 and 1 stays there. Zeros and ones,
  /// whole numbers, texts and truth values stay as they are, but for what is called a seed.
  func twin(_ names: [String], _ random: inout RandomState) -> [Value] {
    var factors: [Double: Double] = [:]
    return zip(names, self).map { name, value in
      if name == "seed", case .integer = value { return .integer(random.randint(1, 1 << 20)) }
      return value.scaled(&factors) { random.uniform(low: 0.55, high: 0.95) }
    }
  }
}
