import Foundation
import Text

/// The list of quizzes, the review and the progress.
extension Phrase {
  static let listHeading = Phrase("Quizzes", zh: "测验列表")
  static let listColumns = Phrase("best", zh: "最好成绩")

  static func unfinished(_ number: Int, _ count: Int) -> Phrase {
    Phrase("left at question \(number) of \(count)", zh: "停在第 \(number) 题，共 \(count) 题")
  }

  static let neverAsked = Phrase("not yet asked", zh: "尚未做过")

  static func due(_ count: Int) -> Phrase {
    Phrase("\(count) due for review", zh: "\(count) 题待复习")
  }

  static let nothingDue = Phrase("Nothing is due for review.", zh: "目前没有需要复习的题目。")

  /// The time belongs to it: what was missed today is due again today.
  static func dueLater(_ date: Date, in timeZone: TimeZone = .current) -> Phrase {
    let style = Date.ISO8601FormatStyle(dateTimeSeparator: .space, timeZone: timeZone)
      .year().month().day().time(includingFractionalSeconds: false)
    let minute = date.formatted(style).dropLast(":00".count)
    return Phrase("The next question is due at \(minute).", zh: "下一道题将在 \(minute) 到期。")
  }

  static let reviewTitle = Phrase("Review", zh: "复习")
  static let listFoot = Phrase(
    "course quiz ID asks, course quiz review repeats what was missed.",
    zh: "用“course quiz 编号”开始测验，用“course quiz review”复习答错的题目。")

  static func setAside(path: String, reason: Phrase) -> Phrase {
    Phrase(
      "The progress file was damaged (\(reason(.english))). It is kept as \(path); progress starts anew.",
      zh: "进度文件已损坏（\(reason(.chinese))），原文件保留为 \(path)，进度重新开始记录。")
  }

  static func progressNotSaved(_ reason: Phrase) -> Phrase {
    Phrase("Progress is not saved: \(reason(.english))", zh: "进度未能保存：\(reason(.chinese))")
  }

  static func checked(files: Int, questions: Int, faults: Int) -> Phrase {
    Phrase(
      "\(files) file\(files == 1 ? "" : "s"), \(questions) question\(questions == 1 ? "" : "s"), "
        + "\(faults) fault\(faults == 1 ? "" : "s")",
      zh: "共 \(files) 个文件、\(questions) 道题，\(faults == 0 ? "没有问题" : "\(faults) 处问题")")
  }
}
