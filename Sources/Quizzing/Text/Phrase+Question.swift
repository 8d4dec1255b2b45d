import Text

/// The sentences round a question and after an answer.
extension Phrase {
  static func questionOf(_ number: Int, _ count: Int) -> Phrase {
    Phrase("Question \(number) of \(count)", zh: "第 \(number) 题，共 \(count) 题")
  }

  static func points(_ points: Double) -> Phrase {
    Phrase(points == 1 ? "1 point" : "\(pointsText(points)) points", zh: "\(pointsText(points)) 分")
  }

  static func timeLeft(_ time: String) -> Phrase {
    Phrase("\(time) left", zh: "剩余 \(time)")
  }

  static let exam = Phrase("exam", zh: "考试")
  static let chooseOne = Phrase("Choose one.", zh: "单选题")
  static let chooseSeveral = Phrase("Choose all that apply.", zh: "多选题：选出所有正确的选项")
  static let judgeStatement = Phrase("True or false?", zh: "判断正误")

  static func typeNumber(tolerance: String?) -> Phrase {
    Phrase(
      "Type a number" + (tolerance.map { " (within \($0))" } ?? "") + ".",
      zh: "请输入一个数" + (tolerance.map { "（允许误差 \($0)）" } ?? ""))
  }

  static let typeShape = Phrase("Type a shape, such as (4, m).", zh: "请输入形状，例如 (4, m)")
  static let typeText = Phrase("Type a word or a short phrase.", zh: "请输入一个词或短语")

  static func hint(_ text: String) -> Phrase {
    Phrase("Hint: \(text)", zh: "提示：\(text)")
  }

  static let noHint = Phrase("This question has no hint.", zh: "本题没有提示。")
  static let answerLabel = Phrase("Answer", zh: "回答")
  static let right = Phrase("Right.", zh: "回答正确。")
  static let wrong = Phrase("Not right.", zh: "回答错误。")

  static let notQuite = Phrase("Not wholly right.", zh: "不完全正确。")
  static let comesAgain = Phrase(
    "It comes again after the others.", zh: "做完其他题后会再做这一题。")
  static let askedAgain = Phrase("again", zh: "重做")

  static func partlyRight(earned: Double, maximum: Double) -> Phrase {
    Phrase(
      "Partly right: \(pointsText(earned)) of \(pointsText(maximum)) points.",
      zh: "部分正确：得 \(pointsText(earned)) 分，满分 \(pointsText(maximum)) 分。")
  }

  static func rightAnswer(_ text: String) -> Phrase {
    Phrase("The right answer is \(text).", zh: "正确答案是 \(text)。")
  }

  static let missedOption = Phrase("also right", zh: "漏选")
}
