import Text

extension ImportLoss.Reason {
  /// A sentence that says what is lost, and what replaces it.
  var phrase: Phrase {
    switch self {
    case .unknownType(let type):
      Phrase(
        "a bank has no questions of the type “\(shown(type))”",
        zh: "题库没有“\(shown(type))”这种题型")
    case .unreadable(let why):
      Phrase("cannot be read, \(shown(why))", zh: "无法读取（\(shown(why))）")
    case .noText: Phrase("it has no text", zh: "没有题干")
    case .noRightAnswer:
      Phrase("no answer earns all points", zh: "没有能得满分的答案")
    case .severalRightAnswers(let count):
      Phrase(
        "any one of \(count) options earns all points, which no question type of a bank can express",
        zh: "选 \(count) 个选项中的任何一个都得满分，题库没有这种题型")
    case .oneAnswer: Phrase("there is nothing to choose", zh: "选项不足，无从选择")
    case .severalFields(let count):
      Phrase(
        "it asks for \(count) answers at once: make a question of each",
        zh: "一道题里要填 \(count) 个答案：请拆成几道题")
    case .processing:
      Phrase(
        "its points are computed by rules of its own", zh: "它的分数由自定义规则计算")
    default: keyPhrase
    }
  }

  private var keyPhrase: Phrase {
    switch self {
    case .partialShare(let answer, let percent):
      Phrase(
        "“\(shown(answer))” gives \(percent) % there and nothing here",
        zh: "“\(shown(answer))”原来得 \(percent)% 的分，这里不得分")
    case .unequalShares:
      Phrase(
        "its options have unequal shares of the points, here they count alike",
        zh: "各选项的分值原来不相等，这里一律相等")
    case .scoring:
      Phrase(
        "its several right options are scored as --scoring says, not as the file does",
        zh: "多选题按 --scoring 计分，与文件里的规则不同")
    case .truthWords:
      Phrase(
        "“True” and “False” stand for its options: write the words of the bank's language",
        zh: "选项暂写“True”和“False”：请改成题库语言的文字")
    case .penalty(let answer, let percent):
      Phrase(
        "“\(shown(answer))” takes \(percent) % away there; here it earns nothing",
        zh: "选“\(shown(answer))”原来要扣 \(percent)% 的分，这里只是不得分")
    case .anyOtherAnswer:
      Phrase(
        "what is said of any other answer is lost", zh: "对其他任何答案的反馈丢失")
    case .wildcard(let answer):
      Phrase(
        "“\(shown(answer))” is left out: a star that stands for any text is not supported here",
        zh: "“\(shown(answer))”未保留：这里不支持用星号代表任意文字")
    case .sameAnswer(let answer):
      Phrase(
        "“\(shown(answer))” is left out: here it is judged as another answer is",
        zh: "“\(shown(answer))”未保留：这里它与另一个答案判得一样")
    case .strokeInAnswer(let answer):
      Phrase(
        "“\(shown(answer))” is left out: an upright stroke divides answers here",
        zh: "“\(shown(answer))”未保留：竖线在这里用来分隔答案")
    case .notANumber(let answer):
      Phrase(
        "“\(shown(answer))” is left out: it is not a number", zh: "“\(shown(answer))”未保留：它不是数")
    case .tolerances(let kept):
      Phrase(
        "the tolerances of its answers differ, the smallest, \(kept), stands for all",
        zh: "各答案的允许误差不同，一律取其中最小的 \(kept)")
    case .rounding(let rule):
      Phrase(
        "its rule of rounding (\(shown(rule))) became a tolerance",
        zh: "舍入规则（\(shown(rule))）改写成了允许误差")
    case .range(let range, let number):
      Phrase(
        "the range \(shown(range)) is written as \(number) with a tolerance",
        zh: "范围 \(shown(range)) 写成了 \(number) 加允许误差")
    case .openRange:
      Phrase(
        "the ends of its range are not accepted there, here they are", zh: "原来不接受范围的端点，这里接受")
    case .caseMatters:
      Phrase(
        "capital and small letters are told apart there, not here", zh: "原来区分大小写，这里不区分")
    case .units: Phrase("its units are lost", zh: "单位丢失")
    case .points(let points):
      Phrase(
        "its \(points) points are rounded to a whole number from 1 to 100",
        zh: "分值 \(points) 取整为 1 到 100 的整数")
    default: textPhrase
    }
  }

  private var textPhrase: Phrase {
    switch self {
    case .formula:
      Phrase("formulas in LaTeX are shown as code", zh: "LaTeX 公式以代码形式显示")
    case .table: Phrase("a table is drawn as text", zh: "表格画成了文本")
    case .nestedList: Phrase("a list in a list became one list", zh: "嵌套的列表合并成了一个")
    case .tag(let tag):
      Phrase("<\(tag)> has no form here", zh: "<\(tag)> 在这里没有对应的格式")
    case .link(let address):
      Phrase(
        "the link to \(shown(address)) is lost, its text is kept",
        zh: "链接 \(shown(address)) 丢失，文字保留")
    case .picture(let name):
      Phrase(
        "the picture \(shown(name)) is lost: draw what matters of it as text",
        zh: "图片 \(shown(name)) 丢失：请用文本画出要点")
    case .hiddenCharacter(let code):
      Phrase("\(code), which is not seen, is left out", zh: "去掉了看不见的字符 \(code)")
    case .markdown(let why): why
    case .noExplanation(let count):
      Phrase(
        "\(count) option\(count == 1 ? " has" : "s have") no explanation: “Right.” or “Wrong.” stands there, "
          + "write why",
        zh: "\(count) 个选项没有解析：暂写“正确。”或“错误。”，请补写理由")
    case .generalFeedback:
      Phrase(
        "the feedback to whatever is answered is lost, as every option has its own",
        zh: "每个选项都有解析，所以总反馈丢失")
    case .combinedFeedback(let name):
      Phrase("the feedback “\(shown(name))” is lost", zh: "反馈“\(shown(name))”丢失")
    case .moreHints: Phrase("of several hints the first is kept", zh: "有多条提示，只保留第一条")
    case .name(let name):
      Phrase("its name “\(shown(name))” is lost", zh: "题名“\(shown(name))”丢失")
    default: filePhrase
    }
  }

  private var filePhrase: Phrase {
    switch self {
    case .category(let name):
      Phrase("the category “\(shown(name))” is lost", zh: "类别“\(shown(name))”丢失")
    case .pool(let name):
      Phrase(
        "of the pool “\(shown(name))” one is drawn there, here all are questions of their own",
        zh: "题池“\(shown(name))”原来只抽一题，这里每个版本各成一题")
    case .missingFile(let name):
      Phrase("the package lacks \(shown(name))", zh: "包里缺少 \(shown(name))")
    default: Phrase("is lost", zh: "丢失")
    }
  }
}

/// Returns text of the file, shortened and without terminal control characters.
private func shown(_ text: String) -> String {
  let line = printable(singleSpaced(text[...]))
  return line.count > 60 ? line.prefix(59) + "…" : line
}
