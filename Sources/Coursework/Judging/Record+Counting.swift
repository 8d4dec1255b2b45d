extension [Record] {
  /// The records of a whole run, with tests of fixed inputs weighted together for each exercise.
  ///
  /// Suppose passing tests are worth F of the T points of an exercise's fixed tests, and the
  /// exercise is right on a share s of fresh inputs. Then those F points count only up to s·T: a
  /// passing test earns its points times min(1, s·T / F). So a table of answers (F = T, s = 0)
  /// earns nothing, and honest work that fails one edge case does not lose points twice for it: F =
  /// 0.8·T and s = 0.8 give F.
  ///
  /// The share is each test's own, since a test may look at only a part of the answer.
  public var countedByExercise: [Record] {
    var possible: [String: Double] = [:]
    var passed: [String: Double] = [:]
    for record in self where record.drawn != true {
      possible[record.exerciseID, default: 0] += record.possible
      if record.fresh != nil { passed[record.exerciseID, default: 0] += record.possible }
    }
    return map { record in
      let exercise = record.exerciseID
      guard let share = record.fresh, let T = possible[exercise], let F = passed[exercise], F > 0
      else { return record }
      return record.counting(Swift.min(1, share * T / F))
    }
  }
}
