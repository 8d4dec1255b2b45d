public import Text

/// A fault of a template's variables, conditions and `{{ expressions }}`.
public enum TemplateError: PhrasedError, Equatable, Sendable {
  case badDeclaration(String)
  case badNumber(String)
  case emptyRange(String)
  case tooManyValues(String)
  case repeatedName(String)
  case reservedName(String)
  case unknownName(String)
  case unknownFunction(String)
  case wrongArity(function: String, expected: Int, got: Int)
  case unexpected(found: Phrase, expected: Phrase)
  case tooLong
  case tooDeep
  case unclosedBraces
  case badFormat(String)
  case notFinite(String)
  case unmetRequirements

  /// A sentence that says what is wrong, and what is allowed instead.
  public var phrase: Phrase {
    switch self {
    case .badDeclaration(let line):
      Phrase(
        "cannot read “\(line)” in `where`: write `name = choose 1 2 3`, `name = range 1..9`, "
          + "`name = expression` or `require condition`",
        zh: "无法理解 `where` 中的“\(line)”：请写 `名称 = choose 1 2 3`、`名称 = range 1..9`、"
          + "`名称 = 表达式` 或 `require 条件`")
    case .badNumber(let word): Phrase("“\(word)” is not a number", zh: "“\(word)”不是一个数")
    case .emptyRange(let range):
      Phrase("the range “\(range)” contains no number", zh: "范围“\(range)”里没有数")
    case .tooManyValues(let range):
      Phrase(
        "“\(range)” holds more than 100,000 numbers: use a larger step",
        zh: "“\(range)”超过 100,000 个数：请加大步长")
    case .repeatedName(let name):
      Phrase("the variable “\(name)” is defined twice", zh: "变量“\(name)”定义了两次")
    case .reservedName(let name):
      Phrase(
        "“\(name)” cannot name a variable, it has a meaning of its own",
        zh: "“\(name)”另有含义，不能作变量名")
    case .unknownName(let name):
      Phrase(
        "unknown variable “\(name)”: define it in `where`, above the line that uses it",
        zh: "没有变量“\(name)”：请在 `where` 中、用到它的那一行之前定义")
    default: expressionPhrase
    }
  }

  private var expressionPhrase: Phrase {
    switch self {
    case .unknownFunction(let name):
      Phrase(
        "unknown function “\(name)”: there are "
          + Expression.Function.allCases.map(\.rawValue).joined(separator: ", "),
        zh: "没有函数“\(name)”：可用的有 "
          + Expression.Function.allCases.map(\.rawValue).joined(separator: "、"))
    case .wrongArity(let function, let expected, let got):
      Phrase(
        "\(function) takes \(expected) argument\(expected == 1 ? "" : "s"), not \(got)",
        zh: "\(function) 需要 \(expected) 个参数，这里有 \(got) 个")
    case .unexpected(let found, let expected):
      Phrase(
        "expected \(expected(.english)), found \(found(.english))",
        zh: "这里应为\(expected(.chinese))，却是\(found(.chinese))")
    case .tooLong:
      Phrase("the expression is longer than 500 characters", zh: "表达式超过 500 个字符")
    case .tooDeep:
      Phrase("the expression is nested more than 50 levels deep", zh: "表达式嵌套超过 50 层")
    case .unclosedBraces:
      Phrase(
        "“{{” is not closed by “}}”; for two literal braces write “\\{{”",
        zh: "“{{”没有对应的“}}”；要写两个花括号本身，请写“\\{{”")
    case .badFormat(let format):
      Phrase(
        "unknown format “\(format)”: write `| .2` for two decimals or `| 3g` for three digits",
        zh: "没有格式“\(format)”：两位小数写 `| .2`，三位有效数字写 `| 3g`")
    case .notFinite(let expression):
      Phrase("“\(expression)” has no finite value", zh: "“\(expression)”没有有限的值")
    default:
      Phrase(
        "1000 draws did not meet the requirements: loosen a `require`",
        zh: "抽取 1000 次都不满足要求：请放宽某条 `require`")
    }
  }
}
