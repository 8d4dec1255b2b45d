import Text

/// Handing in, leaving and the summary.
extension Phrase {
  static func answeredOf(_ answered: Int, _ count: Int) -> Phrase {
    Phrase("\(answered) of \(count) questions are answered.", zh: "共 \(count) 题，已答 \(answered) 题。")
  }

  static let handInQuestion = Phrase("Hand in the exam?", zh: "要交卷吗？")

  static func openQuestions(_ numbers: String) -> Phrase {
    Phrase("Left open: \(numbers)", zh: "未作答：第 \(numbers) 题")
  }

  static let timeIsUp = Phrase("The time is up.", zh: "时间到。")

  static func answersWritten(_ path: String) -> Phrase {
    Phrase("Your answers are in \(path). Hand in that file.", zh: "答卷已写入 \(path)，请提交该文件。")
  }

  static let answersPrinted = Phrase(
    "Your answers are printed below this quiz. Copy them into a file and hand it in.",
    zh: "答卷会打印在测验下方，请复制到文件中提交。")

  static func answersWillGo(to path: String) -> Phrase {
    path == AnswerPlaces.terminal
      ? Phrase("Your answers will be printed at the end.", zh: "答卷将在结束时打印。")
      : Phrase("Your answers will go to \(path).", zh: "答卷将写入 \(path)。")
  }

  static func restartKept(in path: String) -> Phrase {
    Phrase("The answers of the exam before are kept in \(path).", zh: "上一场考试的答卷保留在 \(path)。")
  }

  /// The message when an exam was left and its progress cannot be saved.
  static func answersSoFar(in path: String) -> Phrase {
    Phrase(
      "The exam cannot go on later. Your answers so far are in \(path). Hand in that file.",
      zh: "考试无法稍后继续。已作答的部分写入 \(path)，请提交该文件。")
  }

  static func leftUnsaved(quiz: String) -> Phrase {
    Phrase(
      "Nothing is saved: “course quiz \(quiz)” begins anew.",
      zh: "没有保存：再次运行“course quiz \(quiz)”会重新开始。")
  }

  static func minutesLeft(_ minutes: Int) -> Phrase {
    Phrase("\(minutes) minute\(minutes == 1 ? "" : "s") left.", zh: "还剩 \(minutes) 分钟。")
  }

  static func leftAndSaved(quiz: String) -> Phrase {
    Phrase("Saved. “course quiz \(quiz)” continues here.", zh: "已保存。运行“course quiz \(quiz)”可从这里继续。")
  }

  static func resumed(_ number: Int, _ count: Int) -> Phrase {
    Phrase("Going on with question \(number) of \(count).", zh: "从第 \(number) 题继续，共 \(count) 题。")
  }

  static let summary = Phrase("Summary", zh: "小结")

  static func scoreLine(points: String, maximum: String, percentage: String) -> Phrase {
    Phrase(
      "\(points) of \(maximum) points (\(percentage) %)",
      zh: "得分 \(points)，满分 \(maximum)（\(percentage)%）")
  }

  static func rightInTheEnd(_ right: Int, _ count: Int) -> Phrase {
    Phrase(
      "First answers count. Right in the end: \(right) of \(count).",
      zh: "得分只计第一次作答。最终答对 \(right) 题，共 \(count) 题。")
  }

  static func scoringNamed(_ scheme: ScoringScheme) -> Phrase {
    switch scheme {
    case .allOrNothing:
      Phrase("Questions with several answers: all or nothing.", zh: "多选题计分方式：全对才得分。")
    case .perOption:
      Phrase(
        "Questions with several answers: partial credit per option.",
        zh: "多选题计分方式：按选项给部分分。")
    case .rightMinusWrong:
      Phrase(
        "Questions with several answers: the share of the right ones less that of the wrong ones.",
        zh: "多选题计分方式：选对的比例减去选错的比例，最低为 0。")
    }
  }

  static let byTopic = Phrase("Points per topic", zh: "各知识点得分")
  static let readAgain = Phrase("Read again", zh: "建议重读")

  static func readAgainItem(_ text: String, questions numbers: String) -> Phrase {
    Phrase(
      "\(text) (question\(numbers.contains(",") ? "s" : "") \(numbers))",
      zh: "\(text)（第 \(numbers) 题）")
  }

  static let allRight = Phrase("Everything right.", zh: "全部答对。")

  static func dueForReview(_ count: Int) -> Phrase {
    Phrase(
      "\(count) question\(count == 1 ? "" : "s") to review: course quiz review",
      zh: "有 \(count) 道题需要复习：course quiz review")
  }
}
