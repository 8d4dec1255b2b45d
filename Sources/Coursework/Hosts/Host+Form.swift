extension Host {
  /// Compares the form and the shapes of a learner's answer with the reference's before a test sees
  /// it, so that a test may take an answer apart without asking first whether the part is there.
  ///
  /// A recording does not know every input: a test may put a learner's own answer to the next
  /// function. Then the form is compared that answers to inputs of the same form have; and where not
  /// even that is known, no test gets to see the answer.
  static func checkForm(
    of outcome: Result<Value, CallFailure>, _ info: ExerciseInfo, _ arguments: [Value]
  ) throws {
    guard case .success(let value) = outcome else {
      // A release must know what is right here for learners whose function does answer.
      if reference.source.keepsAnswers { _ = reference.outcome(of: info, arguments) }
      return
    }
    switch reference.outcome(of: info, arguments) {
    case .success(let right):
      guard let difference = value.formDifference(from: right) else { return }
      throw ExpectationFailure(
        fact: .difference(difference, expected: right, actual: value), note: nil)
    case .failure(.notRecorded):
      try reference.checkRecordedForm(of: value, info, arguments)
    case .failure: return
    }
  }

  /// What one call comes to, outside of any test.
  func outcome(
    of info: ExerciseInfo, variant: String? = nil, _ arguments: [Value]
  ) -> Result<Value, CallFailure> {
    TestContext.$current.withValue(nil) {
      Result { () throws(CallFailure) in
        do {
          return try answer(info, variant: variant, arguments)
        } catch let failure as CallFailure {
          throw failure
        } catch {
          throw .malformed(Malformation(error))
        }
      }
    }
  }

  func checkRecordedForm(
    of value: Value, _ info: ExerciseInfo, _ arguments: [Value]
  ) throws {
    guard let recorded = source.form(of: info.id, arguments) else {
      throw CallFailure.notRecorded
    }
    guard case .returned(let form) = recorded else { return }
    guard let right = form.ofThisForm else { throw CallFailure.notRecorded }
    guard let difference = value.formDifference(from: right) else { return }
    throw ExpectationFailure(fact: .form(difference), note: nil)
  }
}
