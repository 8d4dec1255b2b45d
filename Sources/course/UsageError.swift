import Coursework
import Text

/// Words on the command line that mean nothing.
enum UsageError: Error, Equatable {
  case unknownCommand(String, nearest: String?)
  case unknownOption(String, nearest: String?)
  case unknownWeek(String, nearest: String?)
  case unknownExercise(String, nearest: String?)
  case ambiguousExercise(String, [String])
  case missingArgument(String)
  case missingValue(String)
  case badValue(String, String, expected: Phrase)
  case noDemo(week: String)
  case unusedOption(String, week: String, used: [String])
  case unknownJob(String, nearest: String?)
  case notInRelease(String)
  case apart(String, String)
  case unknownExport(String, nearest: String?, known: [String])

  func phrase(_ language: Language) -> String {
    switch self {
    case .unknownCommand(let word, let nearest):
      Phrase("there is no command \(word)", zh: "没有 \(word) 这个命令")(language)
        + Self.hint(nearest, language)
    case .unknownOption(let word, let nearest):
      Phrase("there is no option \(word)", zh: "没有 \(word) 这个选项")(language)
        + Self.hint(nearest, language)
    case .unknownWeek(let word, let nearest):
      Phrase("there is no week \(word)", zh: "没有 \(word) 这一周")(language)
        + Self.hint(nearest, language)
    case .unknownExercise(let word, let nearest):
      Phrase("there is no exercise \(word)", zh: "没有 \(word) 这个练习")(language)
        + Self.hint(nearest, language)
    case .ambiguousExercise(let word, let ids):
      Phrase(
        "\(word) is an exercise of several weeks; say \(ids.joined(separator: " or "))",
        zh: "有好几周都有 \(word)；请写明 \(ids.joined(separator: " 或 "))")(language)
    case .missingArgument(let name):
      Phrase("\(name) is missing", zh: "缺少参数：\(name)")(language)
    case .missingValue(let usage):
      Phrase("a value is missing: \(usage)", zh: "缺少取值：\(usage)")(language)
    case .badValue(let name, let text, let expected):
      Phrase("\(name) \(text): expected ", zh: "\(name) \(text)：应为")(language)
        + expected(language)
    case .noDemo(let week):
      Phrase("\(week) has no demo", zh: "\(week) 没有演示")(language)
    case .unusedOption(let name, let week, let used):
      Phrase(
        "the demo of \(week) has no use for \(name); it takes \(used.joined(separator: ", "))",
        zh: "\(week) 的演示用不到 \(name)；它接受 \(used.joined(separator: "、"))")(language)
    case .unknownJob(let word, let nearest):
      Phrase("there is no job \(word)", zh: "没有 \(word) 这个任务")(language)
        + Self.hint(nearest, language)
    case .apart(let one, let other):
      Phrase(
        "\(one) and \(other) do not go together: give one of them",
        zh: "\(one) 和 \(other) 不能一起用，请只给出一个")(language)
    case .notInRelease(let word):
      Phrase(
        "this is a release for a class: course \(word) needs the solutions, which your instructor has",
        zh: "这是发给学生的版本：course \(word) 需要参考答案，只有教师手里的完整课程才能运行")(language)
    case .unknownExport(let word, let nearest, let known):
      Phrase("there is no export \(word)", zh: "没有 \(word) 这种导出格式")(language)
        + (nearest.map { Self.hint($0, language) }
          ?? Phrase(
            "; there are \(known.joined(separator: ", "))",
            zh: "；可用的有 \(known.joined(separator: "、"))")(language))
    }
  }

  private static func hint(_ nearest: String?, _ language: Language) -> String {
    guard let nearest else { return "" }
    return Phrase("; did you mean \(nearest)?", zh: "；是不是想输入 \(nearest)？")(language)
  }
}
