extension Phrase {
  var chinese: String {
    switch self {
    case .questionOf(let number, let count): "第 \(number) 题，共 \(count) 题"
    case .points(let points): "\(pointsText(points)) 分"
    case .timeLeft(let time): "剩余 \(time)"
    case .exam: "考试"
    case .chooseOne: "单选题"
    case .chooseSeveral: "多选题：选出所有正确的选项"
    case .judgeStatement: "判断正误"
    case .typeNumber(let tolerance):
      "请输入一个数" + (tolerance.map { "（允许误差 \($0)）" } ?? "")
    case .typeShape: "请输入形状，例如 (4, m)"
    case .typeText: "请输入一个词或短语"
    case .hint(let text): "提示：\(text)"
    case .noHint: "本题没有提示。"
    case .answerLabel: "回答"
    case .right: "回答正确。"
    case .wrong: "回答错误。"
    case .partlyRight(let earned, let maximum):
      "部分正确：得 \(pointsText(earned)) 分，满分 \(pointsText(maximum)) 分。"
    case .rightAnswer(let text): "正确答案是 \(text)。"
    case .missedOption: "漏选"
    default: chineseKeys
    }
  }

  private var chineseKeys: String {
    switch self {
    case .keysChoice(let several):
      several
        ? "↑↓ 移动  空格 选中  回车 确认  ? 提示  n 跳过  b 上一题  q 离开"
        : "↑↓ 或 1–9 选择  回车 确认  ? 提示  n 跳过  b 上一题  q 离开"
    case .keysTyped: "输入后按回车  ? 提示  Esc 其他按键"
    case .keysTypedCommands: "b 上一题  n 跳过  q 离开  按其他键继续输入"
    case .keysFeedback(let isLast): "回车 \(isLast ? "结束" : "下一题")  b 上一题  q 离开"
    case .keysHandIn: "回车 交卷  b 上一题  q 离开"
    case .keysEnd: "按 q 或回车结束"
    case .keysScroll: "PgUp/PgDn 翻页"
    case .lineChoicePrompt(let several):
      several
        ? "输入所有正确选项的编号，例如 1 3（? 提示，n 跳过，b 上一题，q 离开）："
        : "输入选项编号（? 提示，n 跳过，b 上一题，q 离开）："
    case .lineTypedPrompt: "你的回答（? 提示，:n 跳过，:b 上一题，:q 离开）："
    case .lineFeedbackPrompt: "按回车继续（b 上一题，q 离开）："
    case .lineHandInPrompt: "按回车交卷（b 上一题，q 离开）："
    case .nothingChosen: "还没有选择任何选项。"
    case .nothingTyped: "请先输入答案。"
    case .unknownOption(let text): "没有选项“\(text)”。"
    case .notUnderstoodNumber: "这不是一个数，请输入 12、0.25 或 1/4 这样的数。"
    case .notUnderstoodShape: "这不是一个形状，请输入 (4, m) 这样的形状。"
    case .alreadyFirst: "这已经是第一题。"
    case .terminalTooSmall: "窗口太小，请放大。"
    default: chineseEnding
    }
  }

  private var chineseEnding: String {
    switch self {
    case .answeredOf(let answered, let count): "共 \(count) 题，已答 \(answered) 题。"
    case .handInQuestion: "要交卷吗？"
    case .openQuestions(let numbers): "未作答：第 \(numbers) 题"
    case .timeIsUp: "时间到。"
    case .answersWritten(let path): "答卷已写入 \(path)，请提交该文件。"
    case .leftAndSaved(let quiz): "已保存。运行“course quiz \(quiz)”可从这里继续。"
    case .resumed(let number, let count): "从第 \(number) 题继续，共 \(count) 题。"
    case .summary: "小结"
    case .scoreLine(let points, let maximum, let percentage):
      "得分 \(points)，满分 \(maximum)（\(percentage)%）"
    case .scoringNamed(let scheme):
      switch scheme {
      case .allOrNothing: "多选题计分方式：全对才得分。"
      case .perOption: "多选题计分方式：按选项给部分分。"
      case .rightMinusWrong: "多选题计分方式：选对得分，选错扣分。"
      }
    case .byTopic: "各知识点得分"
    case .readAgain: "建议重读"
    case .readAgainItem(let text, let numbers): "\(text)（第 \(numbers) 题）"
    case .allRight: "全部答对。"
    case .dueForReview(let count): "有 \(count) 道题需要复习：course quiz --review"
    default: chineseList
    }
  }

  private var chineseList: String {
    switch self {
    case .listHeading: "测验列表"
    case .listColumns: "最好成绩"
    case .unfinished(let number, let count): "停在第 \(number) 题，共 \(count) 题"
    case .neverAsked: "尚未做过"
    case .due(let count): "\(count) 题待复习"
    case .nothingDue: "目前没有需要复习的题目。"
    case .dueLater(let date): "下一道题将在 \(date) 到期。"
    case .reviewTitle: "复习"
    case .listFoot: "用“course quiz 编号”开始测验，用“course quiz --review”复习答错的题目。"
    case .setAside(let path, let reason):
      "进度文件已损坏（\(reason)），原文件保留为 \(path)，进度重新开始记录。"
    case .progressNotSaved(let reason): "进度未能保存：\(reason)"
    default: ""
    }
  }
}
