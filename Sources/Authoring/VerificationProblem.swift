public import Text

/// What keeps the course from being proved.
public enum VerificationProblem: Sendable, Equatable {
  case otherStub(folder: String)
  case hintCount(String, Int)
  case fewMisconceptions(String)
  /// No function of Solutions/ makes a mistake that an exercise declares.
  case nothingMakes(String, of: String)
  case alikeMisconceptions(String)
  case noTest(String)
  case stubEndsBadly(String)
  case stubPasses(String)
  case solutionFails(String, test: String, message: String)
  case worth(String, Double, expected: Double)
  case alternativeFails(String, test: String, message: String)
  case notRejected(String)
  case notNamed(String)
  case takenFor(String, others: [String])
  /// An error that was thrown, by what, where that is known.
  case error(Phrase, place: String?)

  public var phrase: Phrase {
    switch self {
    case .otherStub(let folder):
      Phrase(
        "Exercises/\(folder) is not Solutions/ with the solutions taken out: run course assign",
        zh: "Exercises/\(folder) 与去掉答案的 Solutions/ 不一致：请运行 course assign")
    case .hintCount(let id, let count):
      Phrase("\(id) has \(count) hints, not 3", zh: "\(id) 有 \(count) 条提示，应为 3 条")
    case .fewMisconceptions(let id):
      Phrase("\(id) knows fewer than 2 misconceptions", zh: "\(id) 的典型错误不足 2 种")
    case .nothingMakes(let misconception, let id):
      Phrase(
        "nothing in Solutions/ makes the mistake \(misconception) of \(id)",
        zh: "Solutions/ 里没有函数会犯 \(id) 的错误 \(misconception)")
    case .alikeMisconceptions(let id):
      Phrase("\(id) has two misconceptions alike", zh: "\(id) 有两种典型错误重名")
    case .noTest(let id):
      Phrase("\(id) has no graded test", zh: "\(id) 没有评分测试")
    case .stubEndsBadly(let id):
      Phrase("the stub of \(id) does not end cleanly", zh: "\(id) 的空函数没有正常结束")
    case .stubPasses(let id):
      Phrase("the stub of \(id) passes", zh: "\(id) 的空函数竟能通过")
    case .solutionFails(let id, let test, let message):
      Phrase(
        "the solution of \(id) fails \(test): \(message)",
        zh: "\(id) 的答案没有通过 \(test)：\(message)")
    case .worth(let id, let possible, let expected):
      Phrase(
        "the tests of \(id) are worth \(possible), not \(expected)",
        zh: "\(id) 的测试共 \(possible) 分，应为 \(expected) 分")
    case .alternativeFails(let name, let test, let message):
      Phrase(
        "the right solution \(name) fails \(test): \(message)",
        zh: "正确写法 \(name) 没有通过 \(test)：\(message)")
    case .notRejected(let name):
      Phrase("\(name) is not rejected", zh: "\(name) 没有被拒绝")
    case .notNamed(let name):
      Phrase("\(name) is rejected, but not named", zh: "\(name) 被拒绝了，但没有说出是哪种错误")
    case .takenFor(let name, let others):
      Phrase(
        "\(name) is taken for \(others.joined(separator: ", "))",
        zh: "\(name) 被误认为 \(others.joined(separator: "、"))")
    case .error(let words, let place):
      Phrase(
        (place.map { "\($0): " } ?? "") + words.english,
        zh: (place.map { "\($0)：" } ?? "") + words.chinese)
    }
  }
}
