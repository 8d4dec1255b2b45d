import Synchronization
import Tensors

/// A learner's answers to fresh samples, beside the right ones.
struct Evidence: Sendable {
  /// One set of arguments with both outcomes.
  struct Sample: Sendable {
    let arguments: [Value]
    let right: Result<Value, CallFailure>
    let actual: Result<Value, CallFailure>

    /// Whether the learner's function returned a value.
    var isAnswered: Bool {
      if case .success = actual { true } else { false }
    }
  }

  let info: ExerciseInfo
  let samples: [Sample]

  /// The seed of the samples in which reasons are found.
  static let seed: UInt32 = 20_171
  /// The smallest number of samples that must support a reason.
  static let leastAgreement = 3

  /// The number of samples to draw: more where the answer is a single number, which easily
  /// coincides.
  static func count(for answer: Result<Value, CallFailure>) -> Int {
    switch answer {
    case .success(.integer), .success(.number), .success(.boolean), .success(.text), .failure: 32
    case .success(.list(let items)) where items.allSatisfy(\.isText): 32
    case .success(let value) where value.tensors.allSatisfy(\.isOfZerosAndOnes): 32
    case .success: 12
    }
  }

  /// Creates evidence from samples gathered earlier.
  init(info: ExerciseInfo, samples: [Sample]) {
    self.info = info
    self.samples = samples
  }

  /// Calls both functions on samples; nil when a call of the learner's does not return.
  init?(
    of exercise: any AnyExercise, learner: Host, reference: Host, seed: UInt32 = Self.seed
  ) {
    info = exercise.info
    var random = RandomState(seed: seed)
    var samples: [Sample] = []
    var count = 1
    var index = 0
    while index < count {
      guard let arguments = try? exercise.sampleArguments(&random) else { return nil }
      var right = reference.outcome(of: info, arguments)
      if index == 0 { count = Self.count(for: right) }
      index += 1
      guard !right.isNotRecorded else { continue }
      let actual = learner.outcome(of: info, arguments)
      guard actual.isAnswer else { return nil }
      if !actual.matches(right, within: info.tolerance),
        let other = info.otherAnswer(to: arguments, matching: actual, asking: reference)
      {
        right = other
      }
      samples.append(Sample(arguments: arguments, right: right, actual: actual))
    }
    self.samples = samples
  }

  /// Makes every call that evidence consists of, so that a recording contains them.
  static func record(_ exercise: any AnyExercise, asking host: Host) throws {
    var random = RandomState(seed: seed)
    var count = 1
    var index = 0
    while index < count {
      let arguments = try exercise.sampleArguments(&random)
      let right = host.outcome(of: exercise.info, arguments)
      if index == 0 { count = Self.count(for: right) }
      if index < Probe.sampleCount {
        for change in Probe.changes(of: arguments, exercise.info) {
          _ = host.outcome(of: exercise.info, change.arguments)
        }
      }
      index += 1
    }
  }

  /// Gathers evidence of the learner's function, once per run.
  static func ofLearner(of exercise: any AnyExercise) -> Evidence? {
    let key = exercise.info.id + Host.current.identity
    if let known = known.withLock({ $0[key] }) { return known }
    let evidence = Evidence(of: exercise, learner: .current, reference: .reference)
    known.withLock { $0[key] = .some(evidence) }
    return evidence
  }

  private static let known = Mutex<[String: Evidence?]>([:])

  var isEnough: Bool { samples.count >= 4 }
  /// Whether the learner's function throws where the reference answers.
  var isEverThrown: Bool {
    samples.contains { sample in
      if case .failure = sample.actual, case .success = sample.right { true } else { false }
    }
  }
}

// MARK: Parts of an answer

extension Evidence {
  /// The names of the parts of a right answer, in order; a single empty name when it has none.
  var partNames: [String] {
    for sample in samples {
      if case .success(let value) = sample.right { return value.parts.map(\.name) }
    }
    return []
  }

  /// The parts that are wrong in at least one sample.
  var wrongParts: Set<String> {
    Set(
      partNames.filter { name in
        samples.contains { !agree($0.actual, $0.right, on: name) }
      })
  }

  func ordered(_ parts: Set<String>) -> [String] { partNames.filter(parts.contains) }

  func agree(
    _ one: Result<Value, CallFailure>, _ other: Result<Value, CallFailure>, on part: String
  ) -> Bool {
    guard case .success(let mine) = one, case .success(let theirs) = other else {
      return one.matches(other, within: info.tolerance)
    }
    return mine.part(part).matches(theirs.part(part), within: info.tolerance)
  }

  /// Whether a mistake gives the learner's answer on every sample, and a wrong answer on several.
  func isExplained(
    by misconception: Misconception, in bank: Diagnosis.Bank, atLeast least: Int = 2
  ) -> Bool {
    var differing = 0
    for sample in samples {
      let mistaken = bank.outcome(of: misconception.id, sample.arguments)
      guard sample.actual.matches(mistaken, within: info.tolerance) else { return false }
      if !mistaken.matches(sample.right, within: info.tolerance) { differing += 1 }
    }
    return differing >= least
  }

  /// Returns the parts that a mistake changes, if the learner's function agrees with it there
  /// throughout.
  func parts(
    explainedBy misconception: Misconception, in bank: Diagnosis.Bank
  ) -> Set<String> {
    var changed: [String: Int] = [:]
    for sample in samples {
      let mistaken = bank.outcome(of: misconception.id, sample.arguments)
      for name in partNames where !agree(mistaken, sample.right, on: name) {
        guard agree(sample.actual, mistaken, on: name) else { return [] }
        changed[name, default: 0] += 1
      }
      for name in changed.keys where !agree(sample.actual, mistaken, on: name) { return [] }
    }
    return changed.values.allSatisfy { $0 >= 2 } ? Set(changed.keys) : []
  }

  func agrees(
    with misconception: Misconception, on parts: [String], in bank: Diagnosis.Bank
  ) -> Bool {
    samples.allSatisfy { sample in
      let mistaken = bank.outcome(of: misconception.id, sample.arguments)
      return parts.allSatisfy { agree(sample.actual, mistaken, on: $0) }
    }
  }

  /// Returns the arguments, or parts of arguments, that affect the right answer but not the
  /// learner's.
  func unusedArguments(of learner: Host, asking reference: Host) -> [String] {
    let probes = probes(of: learner, asking: reference)
    var names: [String] = []
    for name in probes.map(\.name) where !names.contains(name) { names.append(name) }
    return names.filter { name in
      let own = probes.filter { $0.name == name }
      return own.count(where: \.changesRight) >= 4 && own.allSatisfy { !$0.changesActual }
    }
  }

  /// Whether no change to these arguments changes the learner's answer.
  func isUnchanged(by names: [String], of learner: Host, asking reference: Host) -> Bool {
    probes(of: learner, asking: reference)
      .allSatisfy { !names.contains($0.name) || !$0.changesActual }
  }

  private func probes(of learner: Host, asking reference: Host) -> [Probe] {
    // An error that is always thrown is not an answer that stays the same.
    guard samples.allSatisfy(\.isAnswered) else { return [] }
    // A choice among a few texts may stay the same by chance.
    if case .success(.list(let items))? = samples.first?.right, items.allSatisfy(\.isText) {
      return []
    }
    return samples.prefix(Probe.sampleCount).flatMap {
      Probe.all(of: $0, info, learner: learner, reference: reference)
    }
  }
}

// MARK: Outcomes

extension Result<Value, CallFailure> {
  var isNotRecorded: Bool {
    if case .failure(.notRecorded) = self { true } else { false }
  }

  /// Whether the function finished: it returned, or threw an error of its own.
  var isAnswer: Bool {
    switch self {
    case .success, .failure(.threw): true
    case .failure: false
    }
  }

  /// Whether two calls had the same outcome: equal values, or the same error.
  func matches(_ other: Self, within tolerance: Tolerance) -> Bool {
    switch (self, other) {
    case (.success(let mine), .success(let theirs)):
      mine.difference(from: theirs, within: tolerance) == nil
    case (.failure(.threw(let mine, _)), .failure(.threw(let theirs, _))): mine == theirs
    default: false
    }
  }
}

extension Tensor {
  fileprivate var isOfZerosAndOnes: Bool { elements.allSatisfy { $0 == 0 || $0 == 1 } }
}
