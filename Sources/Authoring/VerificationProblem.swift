public import Text

/// A problem that keeps the course from being proved.
public enum VerificationProblem: Sendable, Equatable {
  case otherStub(folder: String)
  /// A list written by `course assign` is out of date.
  case outdated(path: String)
  case weekNotListed(String, file: String)
  case exerciseNotListed(String, file: String)
  /// The name of the function differs from that of its handle.
  case otherName(String, handle: String, file: String)
  case noExercises(week: String)
  case otherWeek(String, week: String)
  case noLesson(path: String)
  case noPicture(path: String, lesson: String)
  case noPictures(week: String)
  case noDemo(week: String, path: String)
  /// A line that a skeleton leaves to the author is still unwritten.
  case unwritten(file: String, line: Int)
  case fewMisconceptions(String)
  /// No function in Solutions/ makes a mistake that an exercise declares.
  case nothingMakes(String, of: String)
  case alikeMisconceptions(String, String)
  /// Solutions/ has variants of an exercise that is in no week.
  case variantsOfNone(String)
  /// The function of a mistake never gives an answer.
  case mistakeWithoutCode(String)
  case noTest(String)
  case stubEndsBadly(String)
  case stubPasses(String)
  case solutionFails(String, test: String, message: String)
  case worth(String, Double, expected: Double)
  case alternativeFails(String, test: String, message: String)
  case notRejected(String)
  /// Knowing only the answers to the suite's inputs gains marks in a class.
  case tableGains(String, percent: Int)
  /// A change of an input as small as a rounding error changes the right answer.
  case roundingDecides(String, sample: Int)
  case notNamed(String)
  case takenFor(String, others: [String])
  /// A diagnosis by a judge that does not know the mistake is refuted.
  case falseWhy(String, String)
  /// An error that was thrown, with its source where known.
  case error(Phrase, place: String?)

  /// The problem as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .otherStub(let folder):
      Phrase(
        "Exercises/\(folder) is not Solutions/ with the solutions taken out: run course assign",
        zh: "Exercises/\(folder) 与去掉答案的 Solutions/ 不一致：请运行 course assign")
    case .outdated(let path):
      Phrase(
        "\(path) is not what follows from Sources/Syllabus: run course assign",
        zh: "\(path) 与 Sources/Syllabus 不一致：请运行 course assign")
    case .weekNotListed(let week, let file):
      Phrase(
        "\(file) declares the week \(week), which Sources/Syllabus/Course.swift does not list",
        zh: "\(file) 声明了 \(week) 这一周，但 Sources/Syllabus/Course.swift 里没有列出")
    case .exerciseNotListed(let id, let file):
      Phrase(
        "\(file) declares \(id), which is not among the week's exercises",
        zh: "\(file) 声明了 \(id)，但它不在这一周的 exercises 里")
    case .otherName(let name, let handle, let file):
      Phrase(
        "\(file) calls a function \(name) and its handle \(handle): give both one name",
        zh: "\(file) 里函数名是 \(name)，声明的名称却是 \(handle)：请统一")
    case .noExercises(let week):
      Phrase("\(week) has no exercises", zh: "\(week) 没有练习")
    case .otherWeek(let id, let week):
      Phrase(
        "\(id) is listed in \(week): declare it with week: \"\(week)\"",
        zh: "\(id) 列在 \(week) 里：声明时应写 week: \"\(week)\"")
    case .noLesson(let path):
      Phrase("the lesson \(path) is missing", zh: "缺少课文 \(path)")
    case .noPicture(let path, let lesson):
      Phrase(
        "\(lesson) shows \(path), which is missing: run course assign --pictures",
        zh: "\(lesson) 引用了不存在的 \(path)：请运行 course assign --pictures")
    case .noPictures(let week):
      Phrase("the lesson of \(week) shows no picture", zh: "\(week) 的课文没有插图")
    case .noDemo(let week, let path):
      Phrase("\(week) has no demo: declare one in \(path)", zh: "\(week) 没有演示：请在 \(path) 里声明")
    case .unwritten(let file, let line):
      Phrase(
        "\(file):\(line): write what TODO stands for", zh: "\(file):\(line)：请写完标有 TODO 的地方")
    case .fewMisconceptions(let id):
      Phrase("\(id) knows fewer than 2 misconceptions", zh: "\(id) 的典型错误不足 2 种")
    case .nothingMakes(let misconception, let id):
      Phrase(
        "nothing in Solutions/ makes the mistake \(misconception), with which \(id) is given out",
        zh: "\(id) 发下去时带有错误 \(misconception)，但 Solutions/ 里没有函数会犯它")
    case .alikeMisconceptions(let id, let name):
      Phrase(
        "\(id) has two mistakes or alternatives called \(name)",
        zh: "\(id) 有两种写法都叫 \(name)")
    case .variantsOfNone(let id):
      Phrase(
        "Solutions/ has mistakes or alternatives of \(id), which no week lists",
        zh: "Solutions/ 里有 \(id) 的典型错误或其他写法，但没有一周列出它")
    case .mistakeWithoutCode(let name):
      Phrase(
        "the code of \(name) answers no sample: write what a learner with this mistake would write",
        zh: "\(name) 的代码对任何输入都没有答案：请写出犯这种错误的代码")
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
    case .tableGains(let week, let percent):
      Phrase(
        "\(week): tables of its suites' inputs gain \(percent) % of the points; samples are too few or "
          + "too alike",
        zh: "\(week)：照抄测试输入的答案表能得 \(percent)% 的分；样本太少或太相似")
    case .roundingDecides(let id, let sample):
      Phrase(
        "rounding decides the answer to sample \(sample) of \(id): draw trainings that are shorter",
        zh: "\(id) 第 \(sample) 个样本的答案取决于舍入误差：请抽取更短的训练")
    case .notNamed(let name):
      Phrase("\(name) is rejected, but not named", zh: "\(name) 被拒绝了，但没有说出是哪种错误")
    case .falseWhy(let name, let why):
      Phrase(
        "of \(name) something false is said when that mistake is not known: \(why)",
        zh: "在不知道 \(name) 这个错误时说了不实的原因：\(why)")
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
