public import Text

/// The reasons why a class cannot be graded.
///
/// It contains no text of a submission, since it is shown where nobody would expect untrusted text.
public enum GradingError: Error, Equatable, Sendable {
  case buildFailed(folder: String, output: String)
  case notBuilt(folder: String, missing: String)
  case lacksPart(folder: String, part: String)
  case noHiddenFolder(folder: String)
  case noHiddenSuites(folder: String)
  case badHiddenSuites([HiddenSuiteProblem])
  case buildInputsFailed(what: String, output: String)
  case stubFailed(week: String, output: String)
  case compilerDoesNotStart(reason: String)
  case workerFailed
  case workerDoesNotStart(reason: String)
  case judgeEnded(code: String)
  case recordsMissing(expected: Int, found: Int)
  case cannotWrite(file: String, reason: String)
  case cannotRead(file: String, reason: String)
  case noJournalLine(file: String, line: Int)
  case locked(folder: String)
  case unknownSubmission(String)
}

extension GradingError: PhrasedError {
  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .buildFailed(let folder, let output):
      Phrase(
        "the judge cannot be built in \(folder); the end of what the compiler said:\n\(output)",
        zh: "评分程序在 \(folder) 构建失败；编译器最后的输出：\n\(output)")
    case .notBuilt(let folder, let missing):
      Phrase(
        "\(folder) holds no \(missing); run swift build --build-tests there",
        zh: "\(folder) 里没有 \(missing)；请在那里运行 swift build --build-tests")
    case .lacksPart(let folder, let part):
      Phrase(
        "\(folder) holds no \(part); this needs the whole course, not a release of it",
        zh: "\(folder) 里没有 \(part)；这里需要完整的课程，而不是发给学生的版本")
    case .noHiddenSuites(let folder):
      Phrase(
        "\(folder) holds no .swift file; --hidden takes a folder with XCTest files",
        zh: "\(folder) 里没有 .swift 文件；--hidden 需要一个放 XCTest 文件的文件夹")
    case .noHiddenFolder(let folder):
      Phrase(
        "there is no folder \(folder); --hidden takes a folder with XCTest files",
        zh: "找不到文件夹 \(folder)；--hidden 需要一个放 XCTest 文件的文件夹")
    case .badHiddenSuites(let problems):
      Phrase(
        problems.map(\.phrase.english).joined(separator: "\n"),
        zh: problems.map(\.phrase.chinese).joined(separator: "\n"))
    case .buildInputsFailed(let what, let output):
      Phrase(
        "\(what) failed while grading was being prepared:\n\(output)",
        zh: "评分前的准备工作 \(what) 失败：\n\(output)")
    case .stubFailed(let week, let output):
      Phrase(
        "the empty exercises of \(week) do not compile:\n\(output)",
        zh: "\(week) 的空白练习无法编译：\n\(output)")
    case .compilerDoesNotStart(let reason):
      Phrase("the compiler does not start: \(reason)", zh: "编译器无法启动：\(reason)")
    case .workerFailed:
      Phrase("the program of this submission does not link", zh: "这份提交的程序无法链接")
    case .workerDoesNotStart(let reason):
      Phrase(
        "the program of this submission does not start: \(reason)", zh: "这份提交的程序无法启动：\(reason)")
    case .judgeEnded(let code):
      Phrase(
        "the judge ended with \(code) before it was through", zh: "评分程序中途结束（\(code)）")
    case .recordsMissing(let expected, let found):
      Phrase(
        "\(expected) tests were run, but only \(found) have a verdict",
        zh: "运行了 \(expected) 个测试，却只有 \(found) 个有结果")
    case .cannotWrite(let file, let reason):
      Phrase(
        "\(file) cannot be written (\(reason)); what is graded so far is kept: make room and run the "
          + "same command again",
        zh: "无法写入 \(file)（\(reason)）；已评的结果都已保存：请腾出空间，再运行同一条命令")
    case .cannotRead(let file, let reason):
      Phrase("\(file) cannot be read: \(reason)", zh: "无法读取 \(file)：\(reason)")
    case .noJournalLine(let file, let line):
      Phrase(
        "\(file):\(line): no line of a journal; move the file away to grade everything again",
        zh: "\(file):\(line)：不是评分日志的内容；要全部重新评分，请先移走这个文件")
    case .locked(let folder):
      Phrase(
        "another course grade is writing to \(folder); wait for it to end",
        zh: "另一个 course grade 正在写入 \(folder)；请等它结束")
    case .unknownSubmission(let id):
      Phrase("there is no submission by \(id) to grade again", zh: "没有 \(id) 的提交可以重新评分")
    }
  }
}

extension HiddenSuiteProblem {
  /// The problem as a sentence in both languages.
  var phrase: Phrase {
    let place = line > 0 ? "\(file):\(line): " : "\(file): "
    let phrase =
      switch kind {
      case .notGraded(let name):
        Phrase(
          "\(name) is an XCTestCase; a hidden test is a subclass of GradedTestCase that names its "
            + "exercise and calls grade(points) { … }, as GradingAClass.md shows",
          zh:
            "\(name) 是 XCTestCase；隐藏测试应继承 GradedTestCase，写明所评的练习，并调用 grade(分数) { … }，见 GradingAClass.md"
        )
      case .noExercise(let name):
        Phrase(
          "\(name) does not say which exercise it grades; add "
            + "override class var exercise: any AnyExercise { C1W2.sigmoid }",
          zh: "\(name) 没有写明评哪个练习；请加上 override class var exercise: any AnyExercise { C1W2.sigmoid }")
      case .importsWeek(let module):
        Phrase(
          "imports \(module), but a learner's code is never part of the judge; import Syllabus and "
            + "call the function as C1W2.sigmoid(…)",
          zh: "导入了 \(module)，但学生的代码不会链接进评分程序；请导入 Syllabus，并以 C1W2.sigmoid(…) 的形式调用")
      case .failsOnReference(let test, let message):
        Phrase(
          "\(test) fails on the course's own solution, so it would fail everybody: \(message)",
          zh: "\(test) 在参考答案上都不通过，会让所有人失分：\(message)")
      }
    return Phrase(place + phrase.english, zh: place + phrase.chinese)
  }
}
