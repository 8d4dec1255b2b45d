import Banks

/// Writes Moodle's GIFT, as its documentation and `question/format/gift/format.php` describe it.
struct GIFTWriter {
  var quiz: ExportedQuiz

  func text() throws(ExportError) -> String {
    // A category's name is read literally, except that a slash begins a subcategory.
    let category = "\(quiz.bank.id) \(quiz.bank.title)".replacing("/", with: "//")
    var parts = ["// \(quiz.bank.title)", "", "$CATEGORY: \(category)", ""]
    var isInPool = false
    for (pool, posed) in quiz.pools.flatMap({ pool in pool.versions.map { (pool, $0) } }) {
      if pool.isChoice, posed == pool.versions.first {
        parts += ["$CATEGORY: \(category)/\(pool.id)", ""]
      } else if isInPool, !pool.isChoice {
        parts += ["$CATEGORY: \(category)", ""]
      }
      isInPool = pool.isChoice
      let tags = posed.question.tags.map { " [tag:\(tag($0))]" }.joined()
      parts.append("// [id:\(quiz.bank.id)-\(posed.question.id)]\(tags)")
      parts.append(
        "::\(escaped(posed.question.id))::[html]\(html(posed.text)) {\(try answers(posed))\n}")
      parts.append("")
    }
    return parts.joined(separator: "\n")
  }

  private func answers(_ posed: PosedQuestion) throws(ExportError) -> String {
    let id = posed.question.id
    switch posed.question.kind {
    case .one:
      return line(posed.options) { ($0.isRight ? "=" : "~") + html($0.text) }
    case .several:
      let rightCount = posed.options.count(where: \.isRight)
      let plus = try MoodleFraction.share(of: rightCount, question: id)
      let wrongCount = posed.options.count - rightCount
      let minus = wrongCount > 0 ? try MoodleFraction.share(of: wrongCount, question: id) : ""
      return line(posed.options) {
        "~%\($0.isRight ? plus : "-" + minus)%" + html($0.text)
      }
    case .trueFalse:
      let isTrue = posed.options.first?.isRight ?? false
      let wrong = posed.options.first { !$0.isRight }?.explanation ?? ""
      let right = posed.options.first { $0.isRight }?.explanation ?? ""
      return "\(isTrue ? "TRUE" : "FALSE")#\(html(wrong))#\(html(right))"
    case .number:
      let numbers = posed.options.flatMap { option in
        posed.acceptedNumbers(option).map {
          "\n  =\(option.isRight ? "" : "%0%")\($0.text):\($0.margin)#\(html(option.explanation))"
        }
      }
      return "#" + numbers.joined()
    case .shape, .text:
      let all = posed.options.flatMap { option in
        posed.spellings(option).map { spelling in
          // An unescaped asterisk would match anything.
          "\n  =\(option.isRight ? "" : "%0%")\(escaped(spelling.replacing("*", with: "\\*")))"
            + "#\(html(option.explanation))"
        }
      }
      return all.joined()
    }
  }

  private func line(
    _ options: [PosedQuestion.Option], _ answer: (PosedQuestion.Option) -> String
  ) -> String {
    options.map { "\n  \(answer($0))#\(html($0.explanation))" }.joined()
  }

  /// Formats a tag as `question/format.php` reads it: a closing bracket is escaped by a backslash;
  /// angle brackets and backticks would end the tag, so their full-width forms replace them.
  private func tag(_ text: String) -> String {
    let wide = ["<": "＜", ">": "＞", "`": "｀"]
    return wide.reduce(text.replacing("]", with: "\\]")) {
      $0.replacing($1.key, with: $1.value)
    }
  }

  /// Converts to HTML with character references, since readers disagree about doubled backslashes,
  /// `
  /// `, and braces among the answers.
  private func html(_ markdown: String) -> String {
    let references = ["\\": "&#92;", "\n": "&#10;", "{": "&#123;", "}": "&#125;"]
    return escaped(
      references.reduce(RichText.html(markdown)) { $0.replacing($1.key, with: $1.value) })
  }

  /// Escapes the characters that are special in GIFT.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\", "~", "=", "#", "{", "}", ":": result += "\\\(character)"
      case "\n": result += " "
      default: result.append(character)
      }
    }
    return result
  }
}
