import Banks
public import Commands
import Files
import Foundation
import Text

/// The command `course quiz` with its subcommands.
public enum QuizCommand {
  /// Declares the command.
  ///
  /// Without a subcommand it lists the quizzes, or asks the one that is named.
  public static func command(_ environment: QuizEnvironment) -> Command {
    func run(
      _ body: @escaping @Sendable (CommandContext) throws(CommandError) -> ExitCode
    ) -> @Sendable (Invocation) throws -> ExitCode {
      { try body(try CommandContext($0, environment)) }
    }
    let quiz = Argument(
      Phrase("QUIZ", zh: "测验"), .optional, completion: .words { names(environment) })
    return Command(
      "quiz", Phrase("take a quiz, or list all of them with your progress", zh: "做测验；不写名字则列出测验和进度"),
      arguments: [quiz],
      options: [
        .exam, .timeLimit, .seed, .examSecret, .questions, .shuffle, .untilRight, .retryMissed,
        .scoring, .answers, .name, .restart, .plain, .banks,
      ],
      groups: [
        CommandGroup(
          Phrase("For learners", zh: "学习"),
          [
            Command(
              "review", Phrase("repeat what you missed and is due again", zh: "复习答错且已到期的题目"),
              arguments: [quiz],
              options: [
                .limit, .seed, .questions, .shuffle, .untilRight, .retryMissed, .scoring, .restart,
                .plain, .banks,
              ],
              action: run { context throws(CommandError) in
                try AskCommand(context: context).review()
              }),
            Command(
              "results",
              Phrase("bring the mistakes of a graded exam into the review", zh: "把考试中答错的题目加入复习"),
              arguments: [Argument(Phrase("RESULT", zh: "成绩单"), .atLeastOne, completion: .files)],
              options: [.banks],
              action: run { context throws(CommandError) in
                try ResultsCommand(context: context).run()
              }),
            Command(
              "list", Phrase("list the quizzes and your progress", zh: "列出测验和学习进度"),
              options: [.banks],
              action: run { context throws(CommandError) in try ListCommand(context: context).run()
              }),
          ]),
        CommandGroup(
          Phrase("For authors and instructors", zh: "出题人和教师"),
          [
            Command(
              "check",
              Phrase("every fault of the banks, with file and line", zh: "检查题库，报告每处错误的文件和行号"),
              arguments: [Argument(Phrase("FILE", zh: "文件"), .any, completion: .files)],
              options: [.banks],
              action: run { context throws(CommandError) in try CheckCommand(context: context).run()
              }),
            Command(
              "grade",
              Phrase(
                "the points of every exam, and how each question behaved", zh: "为答卷评分，并统计每道题的表现"),
              arguments: [Argument(Phrase("ANSWERS", zh: "答卷"), .atLeastOne, completion: .files)],
              options: [
                .out(
                  "CSV",
                  Phrase(
                    "where the points go, and beside it three more tables",
                    zh: "成绩写到哪里；旁边另有三张表")), .items, .results,
                .scoring, .seed, .examSecret, .questions, .timeLimit, .banks,
              ],
              action: run { context throws(CommandError) in try GradeCommand(context: context).run()
              }),
            Command(
              "export",
              Phrase("a quiz for another program, or for a class to see", zh: "导出为其他程序的格式，或供学生查看"),
              arguments: [
                Argument(
                  Phrase("QUIZ|FILE", zh: "测验|文件"), completion: .words { names(environment) })
              ],
              options: [
                .format,
                .out(
                  "FILE",
                  Phrase(
                    "where it goes; qti12 and qti21 into a FILE.zip are packages",
                    zh: "写到哪里；qti12 和 qti21 写入 .zip 文件即为可导入的包")), .seed, .seeds, .withoutAnswers,
                .keyless, .examSecret, .banks,
              ],
              action: run { context throws(CommandError) in
                try ExportCommand(context: context).run()
              }),
            Command(
              "import",
              Phrase(
                "a bank from GIFT, Moodle XML or QTI, and what it loses",
                zh: "把 GIFT、Moodle XML、QTI 导入为题库，并列出损失"),
              arguments: [Argument(Phrase("FILE", zh: "文件"), completion: .files)],
              options: [
                .out(
                  "BANK",
                  Phrase(
                    "the new bank, as in C1W2-Basics.en.md; without it the screen",
                    zh: "新题库，如 C1W2-Basics.zh.md；不写则打印出来"))
              ],
              action: run { context throws(CommandError) in
                try ImportCommand(context: context).run()
              }),
          ]),
      ],
      details: Phrase(
        """
        Several right options: Space marks, Enter confirms. Small b, n and q are
        commands; a capital B, N or Q chooses the option.
        """,
        zh: "多选题：空格选中，回车确认。小写 b、n、q 是命令，大写 B、N、Q 选择相应选项。"),
      action: run { context throws(CommandError) in
        context.options.operands.isEmpty
          ? try ListCommand(context: context).run() : try AskCommand(context: context).run()
      })
  }

  private static func names(_ environment: QuizEnvironment) -> [String] {
    QuizLibrary.folder(environment.banksFolder).map { QuizLibrary(folder: $0).entries.map(\.id) }
      ?? []
  }
}

/// The options and environment with which every subcommand starts.
struct CommandContext {
  var options: QuizOptions
  var language: Language
  var variables: [String: String]
  var folder: String?

  init(_ invocation: Invocation, _ environment: QuizEnvironment) throws(CommandError) {
    options = try QuizOptions(invocation)
    language = invocation.language
    variables = environment.variables
    folder = QuizLibrary.folder(options.banks ?? environment.banksFolder)
  }

  /// Creates the context of a command without options.
  init(_ environment: QuizEnvironment, _ language: Language) {
    options = QuizOptions()
    self.language = language
    variables = environment.variables
    folder = QuizLibrary.folder(environment.banksFolder)
  }

  var phrases: Phrases { Phrases(language: language) }
  var store: ProgressStore { ProgressStore(variables: variables) }

  func library() throws(CommandError) -> QuizLibrary {
    guard let folder else {
      throw .noInput(
        options.banks.map {
          Phrase("there is no folder \(printable($0))", zh: "找不到文件夹 \(printable($0))")
        }
          ?? Phrase(
            "there is no folder Quizzes here or above: go to the course's folder, or name one with --banks",
            zh: "在当前目录及上级目录中找不到 Quizzes：请进入课程目录，或用 --banks 指定"))
    }
    return QuizLibrary(folder: folder)
  }

  /// Returns the quiz that an argument names.
  func entry(_ id: String) throws(CommandError) -> QuizLibrary.Entry {
    let library = try library()
    if let entry = library.entry(id) { return entry }
    let known = library.entries.map(\.id)
    if id.hasSuffix(".md") {
      throw .usage(
        Phrase(
          "a quiz is named by its id, as in course quiz C1W2; a folder of your own goes to --banks",
          zh: "测验用编号指定，如 course quiz C1W2；自己的题库目录用 --banks 给出"))
    }
    throw .unknown(
      .quiz, id, nearest: Spelling.nearest(id, known + QuizCommand.subcommandNames), known: known)
  }

  /// Reads the bank of an entry in the requested language; a faulty bank is rejected with its
  /// faults.
  func bank(_ entry: QuizLibrary.Entry) throws(CommandError) -> Bank {
    try bank(file: entry.file(language))
  }

  func bank(file: String) throws(CommandError) -> Bank {
    let (bank, faults) = Bank.read(file)
    guard let bank, faults.isEmpty else {
      let lines = faults.map { Phrase($0.phrase(.english), zh: $0.phrase(.chinese)) }
      let phrase = Phrase(
        lines.map(\.english).joined(separator: "\n"),
        zh: lines.map(\.chinese).joined(separator: "\n"))
      throw faults.first?.isUnreadable == true ? .noInput(phrase) : .data(phrase)
    }
    return bank
  }
}

extension QuizCommand {
  static let subcommandNames = ["review", "results", "list", "check", "grade", "export", "import"]
}

extension CommandError.Noun {
  static let quiz = Self("quiz", zh: "这个测验")
}
