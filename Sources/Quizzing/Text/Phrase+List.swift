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

  /// The time is included, since what was missed today is due again today.
  static func dueLater(_ date: Date, in timeZone: TimeZone = .current) -> Phrase {
    let style = Date.ISO8601FormatStyle(dateTimeSeparator: .space, timeZone: timeZone)
      .year().month().day().time(includingFractionalSeconds: false)
    let minute = date.formatted(style).dropLast(":00".count)
    return Phrase("The next question is due at \(minute).", zh: "下一道题将在 \(minute) 到期。")
  }

  static func questionsGone(_ keys: [String]) -> Phrase {
    let names = keys.prefix(3).map(printable).joined(separator: ", ")
    let rest = keys.count > 3 ? "…" : ""
    return Phrase(
      "Set aside, since no bank holds \(keys.count == 1 ? "it" : "them") any more: \(names)\(rest) "
        + "(\(keys.count)).",
      zh: "题库中已没有以下题目，不再复习：\(names)\(rest)（共 \(keys.count) 题）。")
  }

  static func banksLeftOut(_ quizzes: [String]) -> Phrase {
    let names = quizzes.joined(separator: ", ")
    return Phrase(
      "Left out, since the bank has faults: \(names) (course quiz check).",
      zh: "题库有错误，暂不复习：\(names)（见 course quiz check）。")
  }

  static func dayIsDone(limit: Int, waiting: Int) -> Phrase {
    Phrase(
      "Today's \(limit) questions are reviewed. \(waiting) more: tomorrow, or now with "
        + "course quiz review --limit \(limit + waiting).",
      zh: "今天的 \(limit) 道题已复习完，还有 \(waiting) 道：明天再做，"
        + "或现在运行“course quiz review --limit \(limit + waiting)”。")
  }

  static func waitsForTomorrow(limit: Int, waiting: Int) -> Phrase {
    Phrase(
      "A day asks \(limit) questions, the most overdue first; \(waiting) wait\(waiting == 1 ? "s" : "").",
      zh: "每天复习 \(limit) 道，逾期最久的在前；还有 \(waiting) 道留待以后。")
  }

  static func resultsWritten(_ count: Int, in folder: String) -> Phrase {
    Phrase(
      "\(count) result\(count == 1 ? "" : "s") in \(folder): students run course quiz results FILE.",
      zh: "\(count) 份成绩单写入 \(folder)：学生运行“course quiz results 文件”即可复习错题。")
  }

  static func tookResult(
    of quiz: String, _ result: ResultFile, _ taken: Progress.TakenResult
  ) -> Phrase {
    let points = "\(quiz): \(pointsText(result.points)) / \(pointsText(result.maximum))"
    switch taken {
    case .before:
      return Phrase(
        points + ". The review has this result already.", zh: points + "。这份成绩单已经加入过复习。")
    case .now(missed: 0, unknown: 0):
      return Phrase(points + ". Everything right.", zh: points + "。全部答对。")
    case .now(let missed, let unknown):
      let english = "\(missed) question\(missed == 1 ? "" : "s") to review: course quiz review"
      let wait = "\(unknown) in no bank here, which wait\(unknown == 1 ? "s" : "") for it; "
      return Phrase(
        points + ". " + (unknown > 0 ? wait : "") + english,
        zh: points + "。" + (unknown > 0 ? "\(unknown) 道不在本地题库中，暂缓复习；" : "")
          + "有 \(missed) 道题需要复习：course quiz review")
    }
  }

  /// The remark when a session is not resumed because of its seed.
  static let waitsForExam = Phrase(
    "What was left has the seed of an exam and waits until that is handed in.",
    zh: "上次未完成的练习与一场考试的种子相同，交卷后才能继续。")

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
