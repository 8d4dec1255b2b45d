import Text

extension BankFault.Reason {
  /// A sentence that says what is wrong, and what to do about it.
  var phrase: Phrase {
    switch self {
    case .unreadable(let why):
      Phrase("cannot be read: \(why(.english))", zh: "无法读取：\(why(.chinese))")
    case .badFileName:
      Phrase(
        "the file's name does not state id and language: name it like “C1W2-Basics.en.md”",
        zh: "文件名没有写明编号和语言：请按“C1W2-Basics.zh.md”这样命名")
    case .notUTF8:
      Phrase(
        "this line is not UTF-8: save the file as UTF-8", zh: "这一行不是 UTF-8：请把文件存为 UTF-8")
    case .controlCharacter(let code):
      Phrase(
        "this line holds the control character U+\(hexadecimal(code)): remove it",
        zh: "这一行含有控制字符 U+\(hexadecimal(code))：请删去")
    case .hiddenCharacter(let code):
      Phrase(
        "this line holds U+\(hexadecimal(code)), which is not seen or turns the direction of "
          + "writing: remove it",
        zh: "这一行含有看不见或会改变书写方向的字符 U+\(hexadecimal(code))：请删去")
    case .noTitle(let found):
      Phrase(
        "expected the quiz's title, “# Title”, before anything else, found “\(found)”",
        zh: "文件应以测验标题“# 标题”开头，这里却是“\(found)”")
    case .secondTitle:
      Phrase(
        "a second title: a quiz has one “# Title”, and questions begin with “## id”",
        zh: "出现了第二个标题：一个测验只有一个“# 标题”，题目以“## 编号”开头")
    case .noQuestions:
      Phrase(
        "the quiz has no question: a question begins with “## id”",
        zh: "测验里没有题目：题目以“## 编号”开头")
    default: fencePhrase
    }
  }

  private var fencePhrase: Phrase {
    switch self {
    case .unclosedFence:
      Phrase("the fenced block that begins here is not closed", zh: "从这里开始的代码块没有结束")
    case .missingOpeningFence:
      Phrase(
        "this line closes no fenced block: the line that opens it is missing above, "
          + "such as “```text”",
        zh: "这一行没有可结束的代码块：上面缺少开始的一行，例如“```text”")
    case .missingFieldsFence:
      Phrase(
        "fields without their block: write “```question” above this line",
        zh: "字段没有放进代码块：请在这一行上面写“```question”")
    case .tildeFence:
      Phrase(
        "blocks are fenced by backticks here: write “```” for “~~~”", zh: "代码块用反引号：请把“~~~”写成“```”")
    case .cannotBeShown(let markup): markup.phrase
    case .missingPicture(let name):
      Phrase(
        "there is no picture “\(name)” beside the bank: the file is named after “```text”",
        zh: "题库旁边没有图片“\(name)”：“```text”后面写的是文件名")
    case .badPicture(let name, let trouble):
      Phrase("“\(name)” \(trouble.phrase(.english))", zh: "“\(name)”\(trouble.phrase(.chinese))")
    case .rightInOnePlace(let place, let count, let total):
      Phrase(
        "the right option is number \(place) in \(count) of \(total) questions: vary its place, "
          + "for not every program shuffles",
        zh: "\(total) 道单选题中有 \(count) 道的正确项是第 \(place) 个：请变换位置，并非所有程序都会打乱选项")
    case .rightOnesFirst(let count, let total):
      Phrase(
        "all right options stand before the wrong ones in \(count) of \(total) questions with "
          + "several: mix them, for not every program shuffles",
        zh: "\(total) 道多选题中有 \(count) 道的正确项全在错误项之前：请混排，并非所有程序都会打乱选项")
    default: questionPhrase
    }
  }

  private var questionPhrase: Phrase {
    switch self {
    case .badID(let id):
      Phrase(
        "“\(id)” is not an id: a question's heading is “## ” and lower-case letters, digits and hyphens",
        zh: "“\(id)”不能作编号：题目标题为“## ”加小写字母、数字和连字符")
    case .repeatedID(let id, let line):
      Phrase(
        "the id “\(id)” is taken by the question on line \(line): give one of them another id",
        zh: "编号“\(id)”已被第 \(line) 行的题目使用：请更换其中一个")
    case .textOutsideQuestion:
      Phrase(
        "a heading deeper than “##” has no meaning in a quiz", zh: "测验中不能使用比“##”更低一级的标题")
    case .noText:
      Phrase(
        "the question has no text: write it between the heading and the options",
        zh: "题目没有题干：请写在标题和选项之间")
    case .noOptions:
      Phrase(
        "the question has no options: write them as “- [x] right” and “- [ ] wrong”",
        zh: "题目没有选项：请写成“- [x] 正确项”和“- [ ] 错误项”")
    case .quoteWithoutHint:
      Phrase(
        "a quote before the options is the hint: begin it with “> Hint:” or “> 提示：”",
        zh: "选项之前的引用是提示：请以“> 提示：”或“> Hint:”开头")
    case .secondHint:
      Phrase("a second hint: put both sentences into one quote", zh: "出现了第二个提示：请合并到一段引用里")
    case .textAfterOptions:
      Phrase(
        "text after the first option belongs to an option: indent it by two spaces, "
          + "or move it above the options",
        zh: "第一个选项之后的文字属于选项：请缩进两个空格，或移到选项之前")
    case .textAfterExplanation:
      Phrase(
        "text after the explanation: continue the explanation with “  > ”, "
          + "or move the text above it",
        zh: "解析之后还有文字：请用“  > ”续写解析，或把文字移到解析之前")
    case .badCheckBox(let found):
      Phrase(
        "“\(found)” is not a check box: write “- [x] ” for a right option, “- [ ] ” for a wrong one",
        zh: "“\(found)”不是复选框：正确项写“- [x] ”，错误项写“- [ ] ”")
    default: fieldPhrase
    }
  }

  private var fieldPhrase: Phrase {
    switch self {
    case .badField(let line):
      Phrase(
        "cannot read “\(line)”: a field is written “name: value”",
        zh: "无法理解“\(line)”：字段应写成“名称: 值”")
    case .unknownField(let name):
      Phrase(
        "unknown field “\(name)”: there are type, points, tags, read, keep, tolerance and where",
        zh: "没有字段“\(name)”：可用的有 type、points、tags、read、keep、tolerance 和 where")
    case .repeatedField(let name):
      Phrase("the field “\(name)” is given twice", zh: "字段“\(name)”写了两次")
    case .badKind(let text):
      Phrase(
        "unknown type “\(text)”: there are "
          + Question.Kind.allCases.map(\.rawValue).joined(separator: ", "),
        zh: "没有题型“\(text)”：可用的有 "
          + Question.Kind.allCases.map(\.rawValue).joined(separator: "、"))
    case .badPoints(let text):
      Phrase(
        "points are a whole number from 1 to 100, not “\(text)”",
        zh: "分值应为 1 到 100 的整数，而不是“\(text)”")
    case .badKeep(let text):
      Phrase(
        "“keep” lists options by number from 1, as in “keep: 3, 4”, or says “all”; not “\(text)”",
        zh: "“keep”后面写选项的序号（从 1 数起，如“keep: 3, 4”）或“all”，而不是“\(text)”")
    case .badTolerance(let text):
      Phrase(
        "a tolerance is a number such as “0.01”, or a percentage such as “1%”; not “\(text)”",
        zh: "允许误差应为“0.01”这样的数或“1%”这样的百分比，而不是“\(text)”")
    case .template(let error): error.phrase
    default: optionPhrase
    }
  }

  private var optionPhrase: Phrase {
    switch self {
    case .emptyOption: Phrase("the option has no text", zh: "选项没有文字")
    case .noExplanation:
      Phrase(
        "the option has no explanation: write it below, as “  > why it is right or wrong”",
        zh: "选项没有解析：请在下面用“  > 为何正确或错误”写明")
    case .noRightOption:
      Phrase("no option is right: mark one with “- [x]”", zh: "没有正确的选项：请用“- [x]”标出")
    case .severalRightOptions(let count):
      Phrase(
        "\(count) options are right, but the type is “one”: write “type: several”, "
          + "or keep one “[x]”",
        zh: "有 \(count) 个正确选项，题型却是“one”：请写“type: several”，或只留一个“[x]”")
    case .tooFewOptions:
      Phrase("there is nothing to choose: write at least two options", zh: "无从选择：请至少写两个选项")
    case .badTrueFalse:
      Phrase(
        "a question of type true-false has the two options “True”, “False” (or “正确”, “错误”), "
          + "in this order",
        zh: "判断题有两个选项，依次为“正确”“错误”（或“True”“False”）")
    case .keepOutOfRange(let place, let count):
      Phrase(
        "“keep” names option \(place), but there are \(count)",
        zh: "“keep”提到第 \(place) 个选项，但只有 \(count) 个")
    case .keepWithoutShuffle:
      Phrase(
        "“keep” has no meaning here: these options are not shuffled", zh: "“keep”在这里没有意义：这些选项不会打乱顺序"
      )
    case .toleranceWithoutNumber:
      Phrase("only questions of type number have a tolerance", zh: "只有 number 题型才有允许误差")
    default: answerPhrase
    }
  }

  private var answerPhrase: Phrase {
    switch self {
    case .sameOptions(let text, let line):
      Phrase(
        "the option reads like that on line \(line): “\(text)”",
        zh: "这个选项与第 \(line) 行的相同：“\(text)”")
    case .sameOptionsDrawn(let text, let values, let line):
      Phrase(
        "with \(values) the option reads like that on line \(line): “\(text)”; "
          + "choose other values, or add a `require`",
        zh: "当 \(values) 时，这个选项与第 \(line) 行的相同：“\(text)”；请换一些取值，或加一条 `require`")
    case .notANumber(let text): Phrase("“\(text)” is not a number", zh: "“\(text)”不是一个数")
    case .notAShape(let text):
      Phrase(
        "“\(text)” is not a shape of whole numbers and names, such as (4, m)",
        zh: "“\(text)”不是由整数和名称组成的形状，例如 (4, m)")
    case .wrongWithinTolerance(let wrong, let right, let values):
      Phrase(
        "the wrong answer \(wrong) lies within the tolerance of the right one, \(right)"
          + (values.isEmpty ? "" : ", with \(values)"),
        zh: (values.isEmpty ? "" : "当 \(values) 时，") + "错误答案 \(wrong) 落在正确答案 \(right) 的允许误差之内")
    case .toleranceOfZero(let values):
      Phrase(
        "a percentage of 0 allows nothing" + (values.isEmpty ? "" : ", with \(values)")
          + ": give a tolerance such as 0.01",
        zh: (values.isEmpty ? "" : "当 \(values) 时，") + "0 的百分比仍是 0：请写 0.01 这样的允许误差")
    case .roundedWithoutTolerance(let text, let values):
      Phrase(
        (values.isEmpty ? "" : "with \(values) ") + "the answer is shown rounded, as \(text): "
          + "give a tolerance",
        zh: (values.isEmpty ? "" : "当 \(values) 时，") + "答案显示为约数 \(text)：请给出允许误差")
    case .templateWithoutUse:
      Phrase(
        "the variables are never shown: use “{{ name }}” in the question",
        zh: "变量从未显示：请在题目中使用“{{ 名称 }}”")
    default: translationPhrase
    }
  }

  private var translationPhrase: Phrase {
    switch self {
    case .missingInTranslation(let id, let other):
      Phrase("the question “\(id)” is missing in \(other)", zh: "\(other) 中缺少题目“\(id)”")
    case .otherOrder(let id, let other, let otherID):
      Phrase(
        "“\(id)” stands where \(other) has “\(otherID)”: keep the same order",
        zh: "这里是“\(id)”，而 \(other) 的对应位置是“\(otherID)”：请保持相同顺序")
    case .differs(let what, let here, let there, let other):
      Phrase(
        "\(what(.english)) differs from \(other): “\(here)” here, “\(there)” there",
        zh: "\(what(.chinese))与 \(other) 不同：这里是“\(here)”，那里是“\(there)”")
    case .acceptedElsewhere(let text, let other):
      Phrase(
        "\(other) accepts “\(text)” too: accept the same texts in every language",
        zh: "\(other) 还接受“\(text)”：各语言应接受相同的答案")
    case .tagTranslatedTwice(let tag, let first, let second, let other):
      Phrase(
        "the tag “\(tag)” is “\(first)” and “\(second)” in \(other): name a topic one way",
        zh: "标签“\(tag)”在 \(other) 中既写作“\(first)”又写作“\(second)”：一个知识点只用一种名称")
    default: Phrase("is faulty", zh: "有误")
    }
  }
}

private func hexadecimal(_ code: UInt32) -> String {
  let digits = String(code, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
