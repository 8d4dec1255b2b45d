import Banks
import Foundation

/// Writes Moodle's XML, as `question/format/xml/format.php` reads it.
struct MoodleXMLWriter {
  var quiz: ExportedQuiz

  func text() throws(ExportError) -> String {
    let name = "\(quiz.bank.id) \(quiz.bank.title)".replacing("/", with: "//")
    var questions = [category(name)]
    var isInPool = false
    for pool in quiz.pools {
      if pool.isChoice {
        questions.append(category("\(name)/\(pool.id)"))
      } else if isInPool {
        questions.append(category(name))
      }
      isInPool = pool.isChoice
      for posed in pool.versions { questions.append(try question(posed)) }
    }
    return Markup("quiz", questions).document
  }

  private func category(_ path: String) -> Markup {
    Markup(
      "question", ["type": "category"],
      [Markup("category", [Markup("text", text: "$course$/" + path)])])
  }

  private func question(_ posed: PosedQuestion) throws(ExportError) -> Markup {
    let question = posed.question
    let type =
      switch question.kind {
      case .one, .several: "multichoice"
      case .trueFalse: "truefalse"
      case .number: "numerical"
      case .shape, .text: "shortanswer"
      }
    var parts = [
      Markup("name", [Markup("text", text: question.id)]),
      formatted("questiontext", posed.text),
      formatted("generalfeedback", ""),
      Markup("defaultgrade", text: "\(question.points).0000000"),
      Markup("penalty", text: "0.3333333"),
      Markup("hidden", text: "0"),
      Markup("idnumber", text: "\(quiz.bank.id)-\(question.id)"),
    ]
    switch question.kind {
    case .one, .several:
      parts += [
        Markup("single", text: question.kind == .one ? "true" : "false"),
        Markup("shuffleanswers", text: question.keepsPlaces ? "false" : "true"),
        Markup("answernumbering", text: "abc"),
      ]
    case .shape: parts.append(Markup("usecase", text: "1"))
    case .text: parts.append(Markup("usecase", text: "0"))
    case .trueFalse, .number: break
    }
    parts += try answers(posed)
    if let hint = posed.hint { parts.append(formatted("hint", hint)) }
    if !question.tags.isEmpty {
      parts.append(
        Markup("tags", question.tags.map { Markup("tag", [Markup("text", text: $0)]) }))
    }
    return Markup("question", ["type": type], parts)
  }

  private func answers(_ posed: PosedQuestion) throws(ExportError) -> [Markup] {
    let kind = posed.question.kind
    let rightCount = posed.options.count(where: \.isRight)
    var result: [Markup] = []
    for (place, option) in posed.options.enumerated() {
      switch kind {
      case .one, .several:
        var fraction = option.isRight ? "100" : "0"
        if kind == .several {
          let count = option.isRight ? rightCount : posed.options.count - rightCount
          let share = try MoodleFraction.share(of: count, question: posed.question.id)
          fraction = option.isRight ? share : "-" + share
        }
        result.append(answer(html(option.text), "html", fraction, option, files(of: option.text)))
      case .trueFalse:
        let word = place == 0 ? "true" : "false"
        result.append(answer(word, "moodle_auto_format", option.isRight ? "100" : "0", option))
      case .number:
        for number in posed.acceptedNumbers(option) {
          var markup = answer(
            number.text, "moodle_auto_format", option.isRight ? "100" : "0", option)
          markup.children.append(.element(Markup("tolerance", text: number.margin)))
          result.append(markup)
        }
      case .shape, .text:
        for spelling in posed.spellings(option) {
          // An unescaped asterisk would match anything.
          result.append(
            answer(
              spelling.replacing("*", with: "\\*"), "moodle_auto_format",
              option.isRight ? "100" : "0", option))
        }
      }
    }
    return result
  }

  private func answer(
    _ text: String, _ format: String, _ fraction: String, _ option: PosedQuestion.Option,
    _ files: [Markup] = []
  ) -> Markup {
    Markup(
      "answer", ["fraction": fraction, "format": format],
      [Markup("text", text: text)] + files + [formatted("feedback", option.explanation)])
  }

  private func formatted(_ name: String, _ markdown: String) -> Markup {
    Markup(
      name, ["format": "html"],
      [Markup("text", text: html(markdown))] + files(of: markdown))
  }

  private func html(_ markdown: String) -> String {
    RichText.html(markdown) { quiz.pictures[$0] == nil ? nil : "@@PLUGINFILE@@/\(urlEscaped($0))" }
  }

  /// Returns the elements for the pictures of a text, which follow it.
  private func files(of markdown: String) -> [Markup] {
    quiz.pictures(in: markdown).map { name, content in
      Markup(
        "file", ["name": name, "path": "/", "encoding": "base64"],
        text: content.base64EncodedString())
    }
  }
}
