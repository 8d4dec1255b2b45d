package import Text

extension Bank {
  /// Returns the findings of `quiz check` about markup in a text that no terminal shows.
  package static func phrasesOfMarkup(in text: String) -> [Phrase] {
    Markup.found(in: text).map(\.markup.phrase)
  }
}

extension Markup {
  /// A sentence that says what cannot be shown, and what to write instead.
  var phrase: Phrase {
    switch self {
    case .mathematics:
      Phrase(
        "LaTeX cannot be shown in a terminal: write “σ(z) = 1/(1 + e⁻ᶻ)”, or `code`; "
          + "a literal dollar is “\\$”",
        zh: "终端无法显示 LaTeX：请写“σ(z) = 1/(1 + e⁻ᶻ)”，或用 `代码`；美元符号本身写“\\$”")
    case .table:
      Phrase(
        "a table cannot be shown in a terminal: draw it in a block of “```text”",
        zh: "终端无法显示表格：请画在“```text”代码块里")
    case .picture:
      Phrase(
        "a picture is named behind “```text”, and the block holds what a terminal shows of it",
        zh: "图片的文件名写在“```text”后面，代码块里是终端显示的内容")
    case .link:
      Phrase(
        "a link cannot be followed in a terminal: write the address out", zh: "终端里无法点击链接：请直接写出网址")
    case .html:
      Phrase(
        "HTML cannot be shown in a terminal: write **bold**, *emphasis* or `code`; "
          + "a literal “<” is “\\<”",
        zh: "终端无法显示 HTML：请写 **粗体**、*强调* 或 `代码`；小于号本身写“\\<”")
    case .nestedList:
      Phrase("a list in a list cannot be shown: write one list", zh: "无法显示嵌套的列表：请改成一个列表")
    case .strikethrough:
      Phrase("struck-out text cannot be shown: leave it out", zh: "无法显示删除线：请去掉")
    }
  }
}
