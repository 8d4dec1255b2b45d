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
    guard let right = try? Host.reference.answer(call.assignment, call.arguments),
      !call.outcome.matches(.success(right), within: call.assignment.tolerance)
    else { return nil }
    if let misconception = misconception(behind: call, of: exercise, right: right) {
      return .misconception(misconception)
    }
    guard case .success(let actual) = call.outcome else { return nil }
    return Slip.allCases.first { slip in
      guard slip.sentence != nil,
        let spoilt = slip.applied(to: right, arguments: call.arguments)
      else { return false }
      return actual.difference(from: spoilt, within: call.assignment.tolerance) == nil
    }.map(Diagnosis.slip)
  }

  private static func misconception(
    behind call: Call, of exercise: any AnyExercise, right: Value
  ) -> Misconception? {
    let assignment = call.assignment
    var candidates = assignment.misconceptions.filter { candidate in
      let mistaken = outcome(of: candidate, call.arguments, assignment)
      return call.outcome.matches(mistaken, within: assignment.tolerance)
        && !mistaken.matches(.success(right), within: assignment.tolerance)
    }
    var random = RandomState(seed: 20_171)
    for _ in 0..<6 where candidates.count > 1 {
      guard let arguments = try? exercise.sampleArguments(&random) else { break }
      let actual = Result { () throws(CallFailure) in
        try failing { try Host.current.answer(assignment, arguments) }
      }
      let fitting = candidates.filter {
        actual.matches(outcome(of: $0, arguments, assignment), within: assignment.tolerance)
      }
      if !fitting.isEmpty { candidates = fitting }
    }
    return candidates.first
  }

  private static func outcome(
    of misconception: Misconception, _ arguments: [Value], _ assignment: Assignment
  ) -> Result<Value, CallFailure> {
    Result { () throws(CallFailure) in
      try failing {
        try Host.reference.answer(assignment, variant: misconception.id, arguments)
      }
    }
  }

  private static func failing(_ body: () throws -> Value) throws(CallFailure) -> Value {
    do {
      return try body()
    } catch let failure as CallFailure {
      throw failure
    } catch {
      throw .malformed(Malformation(error))
    }
  }
}

extension Result<Value, CallFailure> {
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
