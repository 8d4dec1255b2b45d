public import Text

/// A progress message of a verification.
public enum VerificationLine: Sendable, Equatable {
  /// The seed of fresh inputs, with which the run can be repeated.
  case begun(seed: UInt32)
  case stubsRun
  case solutionsRun
  /// The number of answers tried next, and how many at a time.
  case answersBegun(Int, jobs: Int)
  /// An answer for which the suites took long.
  case slow(String, seconds: Int)
  case problem(VerificationProblem)

  /// The message in both languages.
  public var phrase: Phrase {
    switch self {
    case .begun(let seed):
      Phrase(
        "fresh inputs of COURSE_SEED=\(seed), which repeats them",
        zh: "随机输入来自 COURSE_SEED=\(seed)，用它可以重现")
    case .stubsRun: Phrase("stubs run", zh: "空函数已运行")
    case .solutionsRun: Phrase("solutions run", zh: "答案已运行")
    case .answersBegun(let count, let jobs):
      Phrase(
        "\(count) wrong and second right answers, \(jobs) at a time",
        zh: "\(count) 种错误答案和其他正确写法，每次同时 \(jobs) 个")
    case .slow(let name, let seconds):
      Phrase("\(name) took \(seconds) s", zh: "\(name) 用了 \(seconds) 秒")
    case .problem(let problem):
      Phrase("PROBLEM \(problem.phrase.english)", zh: "问题：\(problem.phrase.chinese)")
    }
  }
}
