import Commands
import Files
import Text

extension Option {
  static let banks = Option(
    "--banks", Phrase("DIR", zh: "目录"),
    Phrase(
      "where the quizzes are; by default Quizzes, here or above", zh: "题库目录，默认是当前或上级目录中的 Quizzes"),
    completion: .folders)

  static let exam = Option(
    "--exam", Phrase("no feedback; write a file to hand in", zh: "考试：不给反馈，生成可提交的答卷文件"))

  static let timeLimit = Option(
    "--time-limit", "30", Phrase("minutes; 90s and 1h work too", zh: "时限，单位为分钟；也可写 90s、1h"))

  static let seed = Option(
    "--seed", "N", Phrase("the same numbers and order again", zh: "重现同样的数值和顺序"))

  static let examSecret = Option(
    "--exam-secret", Phrase("WORD", zh: "口令"),
    Phrase("numbers and order that practice cannot show", zh: "练习无法重现的数值和顺序"))

  static let seeds = Option(
    "--seeds", "N",
    Phrase("up to N versions of every question with drawn numbers", zh: "随机取值的题各出至多 N 个版本"))

  static let questions = Option(
    "--questions", "N", Phrase("a random choice of N questions", zh: "随机抽取 N 道题"))

  static let shuffle = Option("--shuffle", Phrase("questions in a random order", zh: "随机题目顺序"))

  static let untilRight = Option(
    "--until-right", Phrase("ask each question until its answer is right", zh: "每题答对为止"))

  static let retryMissed = Option(
    "--retry-missed",
    Phrase("at the end ask again what was missed; no answers before", zh: "最后重做答错的题，之前不显示答案"))

  static let scoring = Option(
    "--scoring", Phrase("SCHEME", zh: "方式"),
    Phrase(
      "right-minus-wrong (default), all-or-nothing or per-option",
      zh: "right-minus-wrong（默认，选错扣分）、all-or-nothing（全对才得分）或 per-option（按选项给分）"),
    completion: .words { ScoringScheme.allCases.map(\.rawValue) })

  static let answers = Option(
    "--answers", Phrase("FILE", zh: "文件"),
    Phrase(
      "where an exam's answers go; - prints them at the end", zh: "答卷写到哪里；写 - 则在结束时打印"),
    completion: .files)

  static let name = Option(
    "--name", Phrase("NAME", zh: "姓名"), Phrase("whose answers they are", zh: "答卷是谁的"))

  static let restart = Option(
    "--restart", Phrase("begin anew instead of going on", zh: "重新开始，不接着上次"))

  static let plain = Option(
    "--plain", Phrase("line by line, without the full screen", zh: "逐行问答，不用全屏界面"))

  static let items = Option(
    "--items", "CSV",
    Phrase("where the statistics of the questions go", zh: "各题统计写到哪里"), completion: .files)

  static let results = Option(
    "--results", Phrase("DIR", zh: "目录"),
    Phrase(
      "a file for each student, for course quiz results", zh: "为每个学生写一份成绩单，供 course quiz results 使用"
    ),
    completion: .folders)

  static let limit = Option(
    "--limit", "N",
    Phrase(
      "at most N questions a day (default \(ReviewPlan.defaultLimit))",
      zh: "每天至多 N 道题（默认 \(ReviewPlan.defaultLimit)）"))

  static let format = Option(
    "--format", Phrase("FORMAT", zh: "格式"),
    Phrase(
      ExportFormat.allCases.map(\.rawValue).joined(separator: ", "),
      zh: ExportFormat.allCases.map(\.rawValue).joined(separator: "、")),
    completion: .words { ExportFormat.allCases.map(\.rawValue) })

  static let withoutAnswers = Option(
    "--without-answers",
    Phrase("for a class to see: json or markdown", zh: "不带答案，供学生查看：json 或 markdown"))

  static let keyless = Option(
    "--keyless",
    Phrase("a bank without its keys, for exam machines", zh: "不含答案的题库，供考试机使用"))

  static func out(_ name: String, _ summary: Phrase) -> Option {
    Option("--out", name, summary, completion: .files)
  }
}
