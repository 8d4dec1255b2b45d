import Tensors

/// Why a wrong answer is wrong, as far as it can be told.
public enum Diagnosis: Sendable {
  case misconception(Misconception)
  case slip(Slip)

  /// The misconception whose function answers as the learner's does, else the slip that does.
  ///
  /// One call can fit several misconceptions; further samples, put to the learner's function as
  /// well, leave those that fit throughout.
  static func of(_ call: Call, of exercise: any AnyExercise) -> Diagnosis? {
    let right: Value
    do {
      right = try Host.reference.answer(call.info, call.arguments)
    } catch CallFailure.notRecorded {
      return onSamples(exercise).map(Diagnosis.misconception)
    } catch {
      return nil
    }
    guard !call.outcome.matches(.success(right), within: call.info.tolerance) else {
      return nil
    }
    if let misconception = misconception(behind: call, of: exercise, right: right) {
      return .misconception(misconception)
    }
    guard case .success(let actual) = call.outcome else { return nil }
    return Slip.allCases.first { slip in
      guard slip.sentence != nil,
        let spoilt = slip.applied(to: right, arguments: call.arguments)
      else { return false }
      return actual.difference(from: spoilt, within: call.info.tolerance) == nil
    }.map(Diagnosis.slip)
  }

  private static func misconception(
    behind call: Call, of exercise: any AnyExercise, right: Value
  ) -> Misconception? {
    let info = call.info
    let known = Host.reference.misconceptions(of: info)
    let outcomes = known.map {
      Host.reference.outcome(of: info, variant: $0.id, call.arguments)
    }
    if outcomes.contains(where: \.isNotRecorded) { return onSamples(exercise) }
    var candidates = zip(known, outcomes).filter { _, mistaken in
      call.outcome.matches(mistaken, within: info.tolerance)
        && !mistaken.matches(.success(right), within: info.tolerance)
    }.map(\.0)
    var random = RandomState(seed: sampleSeed)
    for _ in 0..<sampleCount where candidates.count > 1 {
      guard let arguments = try? exercise.sampleArguments(&random) else { break }
      let actual = Host.current.outcome(of: info, arguments)
      let fitting = candidates.filter {
        actual.matches(
          Host.reference.outcome(of: info, variant: $0.id, arguments),
          within: info.tolerance)
      }
      if !fitting.isEmpty { candidates = fitting }
    }
    return candidates.first
  }

  /// The misconception that fits all samples, for a call to which a release does not know all answers.
  private static func onSamples(_ exercise: any AnyExercise) -> Misconception? {
    let info = exercise.info
    var candidates = Host.reference.misconceptions(of: info)
    var isWrong = false
    var random = RandomState(seed: sampleSeed)
    for _ in 0..<sampleCount {
      guard let arguments = try? exercise.sampleArguments(&random) else { return nil }
      let actual = Host.current.outcome(of: info, arguments)
      let right = Host.reference.outcome(of: info, arguments)
      if !actual.matches(right, within: info.tolerance) { isWrong = true }
      candidates.removeAll {
        !actual.matches(
          Host.reference.outcome(of: info, variant: $0.id, arguments),
          within: info.tolerance)
      }
    }
    return isWrong ? candidates.first : nil
  }

  /// The seed and the number of the samples that tell misconceptions apart.
  static let sampleSeed: UInt32 = 20_171
  static let sampleCount = 6
}

extension Result<Value, CallFailure> {
  fileprivate var isNotRecorded: Bool {
    if case .failure(.notRecorded) = self { true } else { false }
  }

  /// Whether two calls came to the same: the same value, or the same error thrown.
  func matches(_ other: Self, within tolerance: Tolerance) -> Bool {
    switch (self, other) {
    case (.success(let mine), .success(let theirs)):
      mine.difference(from: theirs, within: tolerance) == nil
    case (.failure(.threw(let mine)), .failure(.threw(let theirs))): mine == theirs
    default: false
    }
  }
}
