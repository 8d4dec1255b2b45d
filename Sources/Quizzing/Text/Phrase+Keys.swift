import Text

/// The keys and how to type an answer.
extension Phrase {
  static func keysChoice(several: Bool, count: Int) -> Phrase {
    // With fewer than ten options a digit selects one; otherwise the digits of a number move there.
    let arrows = several ? (count > 9 ? "↑↓ 1–\(count) go" : "↑↓") : "↑↓ or 1–\(count) choose"
    let chinese = several ? (count > 9 ? "↑↓ 1–\(count) 移动" : "↑↓") : "↑↓ 或 1–\(count) 选择"
    return Phrase(
      arrows + (several ? "  Space mark" : "") + "  Enter ok  ? hint  n skip  b back  q leave",
      zh: chinese + (several ? "  空格 选中" : "") + "  回车 确认  ? 提示  n 跳过  b 上一题  q 离开")
  }

  static let keysTyped = Phrase(
    "type, then Enter  ? hint  Esc other keys", zh: "输入后按回车  ? 提示  Esc 其他按键")
  static let keysTypedCommands = Phrase(
    "b back  n skip  ? hint  q leave  any other key: type again",
    zh: "b 上一题  n 跳过  ? 提示  q 离开  按其他键继续输入")

  static func keysFeedback(_ step: QuizSession.NextStep) -> Phrase {
    let name = nextStep(step)
    return Phrase(
      "Enter \(name.english)  b back  q leave", zh: "回车 \(name.chinese)  b 上一题  q 离开")
  }

  private static func nextStep(_ step: QuizSession.NextStep) -> Phrase {
    switch step {
    case .again: Phrase("try again", zh: "再试一次")
    case .next: Phrase("next question", zh: "下一题")
    case .finish: Phrase("finish", zh: "结束")
    }
  }

  static let keysHandIn = Phrase("Enter hand in  b back  q leave", zh: "回车 交卷  b 上一题  q 离开")
  static let keysEnd = Phrase("q or Enter: end", zh: "按 q 或回车结束")
  static let keysScroll = Phrase("PgUp/PgDn scroll", zh: "PgUp/PgDn 翻页")

  static func lineChoicePrompt(several: Bool) -> Phrase {
    Phrase(
      several
        ? "Numbers of all right options, such as 1 3 (? hint, n skip, b back, q leave): "
        : "Number of the option (? hint, n skip, b back, q leave): ",
      zh: several ? "输入所有正确选项的编号，例如 1 3（? 提示，n 跳过，b 上一题，q 离开）：" : "输入选项编号（? 提示，n 跳过，b 上一题，q 离开）：")
  }

  static let lineTypedPrompt = Phrase(
    "Your answer (? hint, :n skip, :b back, :q leave): ", zh: "你的回答（? 提示，:n 跳过，:b 上一题，:q 离开）：")
  static func lineFeedbackPrompt(_ step: QuizSession.NextStep) -> Phrase {
    step == .again
      ? Phrase("Enter to try again (b back, q leave): ", zh: "按回车再试一次（b 上一题，q 离开）：")
      : Phrase("Enter to go on (b back, q leave): ", zh: "按回车继续（b 上一题，q 离开）：")
  }

  static let lineHandInPrompt = Phrase(
    "Enter to hand in (b back, q leave): ", zh: "按回车交卷（b 上一题，q 离开）：")
  static let severalLines = Phrase(
    "Several lines came at once, and none is taken: type the answer as one line.",
    zh: "一次收到了多行，均未采用：请把答案写成一行。")
  static let nothingChosen = Phrase("Nothing is chosen yet.", zh: "还没有选择任何选项。")
  static let nothingTyped = Phrase("Type an answer first.", zh: "请先输入答案。")

  static func unknownOption(_ text: String) -> Phrase {
    Phrase("There is no option “\(text)”.", zh: "没有选项“\(text)”。")
  }

  static let notUnderstoodNumber = Phrase(
    "That cannot be read as one number: type one such as 12, 0.25 or 1/4.",
    zh: "看不出这是哪个数，请输入 12、0.25 或 1/4 这样的数。")
  static func unclearNumber(_ readings: [String]) -> Phrase {
    Phrase(
      "That can be \(readings.joined(separator: " or ")): type it so that only one is meant.",
      zh: "这可能是 \(readings.joined(separator: " 或 "))：请换一种写法，只表示其中一个。")
  }
  static let notUnderstoodShape = Phrase(
    "That cannot be read as one shape: type it as (4, m).",
    zh: "看不出这是哪个形状，请写成 (4, m) 这样。")
  static let alreadyFirst = Phrase("This is the first question.", zh: "这已经是第一题。")
  static let terminalTooSmall = Phrase("The window is too small: enlarge it.", zh: "窗口太小，请放大。")
}
