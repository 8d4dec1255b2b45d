extension Host {
  /// Compares the form and the shapes of a learner's answer with the reference's before a test sees
  /// it, so that tests may take an answer apart without checking that each part exists.
  ///
  /// A recording does not know every input: a test may pass a learner's own answer on to the next
  /// function. The form is then compared with that of answers to inputs of the same form; where
  /// even that is unknown, the answer is withheld from the test.
  static func checkForm(
    of outcome: Result<Value, CallFailure>, _ info: ExerciseInfo, _ arguments: [Value]
  ) throws {
    guard case .success(let value) = outcome else {
      // A release must also record what is right here, for learners whose function does answer.
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

  /// The outcome of one call outside any test.
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
