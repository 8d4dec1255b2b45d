import Banks
import Text

/// Writes IMS QTI 2.1 (2012): an item for each question, and the test that asks them all.
///
/// Its response processing can express the scoring of several right options, so that only the hints
/// are lost. Typed answers are compared with each accepted spelling.
struct QTI21Writer {
  var quiz: ExportedQuiz

  static let namespace = "http://www.imsglobal.org/xsd/imsqti_v2p1"

  /// Returns the files of the package by name, except for its manifest.
  func files() -> [(name: String, content: Markup)] {
    [(testName, test)] + quiz.questions.map { (name: fileName($0), content: item($0)) }
  }

  /// The name of the test's file, which the manifest also uses.
  var testName: String { "\(quiz.bank.id).xml" }

  func fileName(_ posed: PosedQuestion) -> String { "items/\(identifier(posed)).xml" }

  /// Returns a valid XML name, which cannot begin with a digit.
  func identifier(_ posed: PosedQuestion) -> String {
    let name = "\(quiz.bank.id)-\(posed.question.id)"
    return name.first?.isNumber == true ? "q-\(name)" : name
  }

  // MARK: The test

  private var test: Markup {
    let entries = quiz.pools.flatMap { pool in
      let references = references(pool.versions)
      guard pool.isChoice else { return references }
      return [
        Markup(
          "assessmentSection",
          ["identifier": "pool-\(pool.id)", "title": pool.id, "visible": "false"],
          [Markup("selection", ["select": "1"], [])] + references)
      ]
    }
    let total = Markup("sum", [Markup("testVariables", ["variableIdentifier": "SCORE"], [])])
    return Markup(
      "assessmentTest",
      [
        "xmlns": Self.namespace, "identifier": "test-\(quiz.bank.id)", "title": quiz.bank.title,
      ],
      [
        outcome("SCORE", "single", "float"),
        Markup(
          "testPart",
          [
            "identifier": "part-1", "navigationMode": "nonlinear",
            "submissionMode": "individual",
          ],
          [
            Markup(
              "assessmentSection",
              ["identifier": "section-1", "title": quiz.bank.title, "visible": "true"],
              entries)
          ]),
        Markup(
          "outcomeProcessing", [Markup("setOutcomeValue", ["identifier": "SCORE"], [total])]),
      ])
  }

  private func references(_ versions: [PosedQuestion]) -> [Markup] {
    versions.map { posed in
      Markup(
        "assessmentItemRef", ["identifier": identifier(posed), "href": fileName(posed)], [])
    }
  }

  /// The folder of the pictures, relative to the items.
  static let pictureFolder = "images/"

  private func html(_ markdown: String) -> String {
    RichText.html(markdown) { name in
      quiz.pictures[name] == nil ? nil : Self.pictureFolder + urlEscaped(name)
    }
  }

  // MARK: An item

  private func item(_ posed: PosedQuestion) -> Markup {
    let right = posed.options.indices.filter { posed.options[$0].isRight }
    let isSeveral = posed.question.kind == .several
    let cardinality = isSeveral ? "multiple" : "single"
    let body = Markup("div", html: html(posed.text))
    return Markup(
      "assessmentItem",
      [
        "xmlns": Self.namespace, "identifier": identifier(posed), "title": posed.question.id,
        "xml:lang": quiz.bank.language.code, "adaptive": "false", "timeDependent": "false",
      ],
      [
        declaration(posed, right, cardinality), outcome("SCORE", "single", "float"),
        outcome("MAXSCORE", "single", "float", default: "\(posed.question.points)"),
        outcome("FEEDBACK", cardinality, "identifier"),
        Markup("itemBody", [body, interaction(posed)]), processing(posed, right),
      ] + feedback(posed))
  }

  private func outcome(
    _ name: String, _ cardinality: String, _ type: String, default value: String? = nil
  ) -> Markup {
    let start = value ?? (type == "float" ? "0" : nil)
    return Markup(
      "outcomeDeclaration",
      ["identifier": name, "cardinality": cardinality, "baseType": type],
      start.map { [Markup("defaultValue", [Markup("value", text: $0)])] } ?? [])
  }

  private func declaration(_ posed: PosedQuestion, _ right: [Int], _ cardinality: String) -> Markup
  {
    let question = posed.question
    var type = "string"
    var correct = right.prefix(1).map { RichText.plain(posed.options[$0].text) }
    switch question.kind {
    case .one, .several, .trueFalse: (type, correct) = ("identifier", right.map(choice))
    case .number:
      type = "float"
      correct = right.prefix(1).compactMap { posed.acceptedNumbers(posed.options[$0]).first?.text }
    case .shape, .text: break
    }
    var parts = [Markup("correctResponse", correct.map { Markup("value", text: $0) })]
    if question.kind == .several {
      let shares = Shares(posed)
      parts.append(
        Markup(
          "mapping", ["lowerBound": "0", "defaultValue": "0"],
          posed.options.indices.map { place in
            Markup(
              "mapEntry",
              [
                "mapKey": choice(place),
                "mappedValue": "\(posed.options[place].isRight ? shares.right : -shares.wrong)",
              ], [])
          }))
    }
    return Markup(
      "responseDeclaration",
      ["identifier": "RESPONSE", "cardinality": cardinality, "baseType": type], parts)
  }

  /// The right and the wrong options' parts of a whole, in whole numbers: no part is rounded.
  private struct Shares {
    var right: Int
    var wrong: Int
    var whole: Int

    init(_ posed: PosedQuestion) {
      let rightCount = max(1, posed.options.count(where: \.isRight))
      let wrongCount = max(1, posed.options.count { !$0.isRight })
      (right, wrong, whole) = (wrongCount, rightCount, rightCount * wrongCount)
    }
  }

  // Named by the shown places, since learners may see these names.
  private func choice(_ place: Int) -> String { "option_\(place + 1)" }

  private func interaction(_ posed: PosedQuestion) -> Markup {
    let question = posed.question
    guard !question.kind.isTyped else {
      let entry = Markup(
        "textEntryInteraction", ["responseIdentifier": "RESPONSE", "expectedLength": "20"], [])
      return Markup("p", [entry])
    }
    let choices = posed.options.enumerated().map { place, option in
      let isFixed = question.keepsAll || question.keptPlaces.contains(place)
      return Markup(
        "simpleChoice", ["identifier": choice(place), "fixed": "\(isFixed)"],
        html: html(option.text))
    }
    let shuffles = question.kind != .trueFalse && !question.keepsAll
    return Markup(
      "choiceInteraction",
      [
        "responseIdentifier": "RESPONSE", "shuffle": "\(shuffles)",
        "maxChoices": question.kind == .several ? "0" : "1",
      ], choices)
  }

  private func feedback(_ posed: PosedQuestion) -> [Markup] {
    posed.options.enumerated().map { place, option in
      Markup(
        "modalFeedback",
        ["outcomeIdentifier": "FEEDBACK", "showHide": "show", "identifier": choice(place)],
        html: html(option.explanation))
    }
  }

  // MARK: Processing

  private func processing(_ posed: PosedQuestion, _ right: [Int]) -> Markup {
    let points = "\(posed.question.points)"
    let response = Markup("variable", ["identifier": "RESPONSE"], [])
    let rules: [Markup]
    switch posed.question.kind {
    case .one, .trueFalse:
      let isRight = Markup("match", [response, Markup("correct", ["identifier": "RESPONSE"], [])])
      rules = [
        Markup(
          "responseCondition", [Markup("responseIf", [isRight, set("SCORE", float(points))])]),
        set("FEEDBACK", response),
      ]
    case .several:
      // The fraction of the right options less that of the wrong ones, as in the runner.
      let sum = Markup("mapResponse", ["identifier": "RESPONSE"], [])
      let share = Markup("divide", [sum, float("\(Shares(posed).whole)")])
      rules = [
        Markup(
          "responseCondition",
          [
            Markup("responseIf", [Markup("isNull", [response]), set("SCORE", float("0"))]),
            Markup(
              "responseElse", [set("SCORE", Markup("product", [float(points), share]))]),
          ]),
        set("FEEDBACK", response),
      ]
    case .number, .shape, .text:
      // Accepted answers come first, as in the runner.
      let places = right + posed.options.indices.filter { !posed.options[$0].isRight }
      let branches = places.enumerated().map { number, place in
        let option = posed.options[place]
        let conditions = conditions(posed, option, response)
        var parts = [conditions.count == 1 ? conditions[0] : Markup("or", conditions)]
        if option.isRight { parts.append(set("SCORE", float(points))) }
        parts.append(
          set("FEEDBACK", Markup("baseValue", ["baseType": "identifier"], text: choice(place))))
        return Markup(number == 0 ? "responseIf" : "responseElseIf", parts)
      }
      rules = [Markup("responseCondition", branches)]
    }
    return Markup("responseProcessing", rules)
  }

  private func conditions(
    _ posed: PosedQuestion, _ option: PosedQuestion.Option, _ response: Markup
  ) -> [Markup] {
    guard posed.question.kind == .number else {
      let isExact = posed.question.kind == .shape
      return posed.spellings(option).map { spelling in
        Markup(
          "stringMatch", ["caseSensitive": "\(isExact)", "substring": "false"],
          [response, Markup("baseValue", ["baseType": "string"], text: spelling)])
      }
    }
    return posed.acceptedNumbers(option).map { number in
      Markup(
        "equal",
        ["toleranceMode": "absolute", "tolerance": "\(number.margin) \(number.margin)"],
        [float(number.text), response])
    }
  }

  private func set(_ name: String, _ value: Markup) -> Markup {
    Markup("setOutcomeValue", ["identifier": name], [value])
  }

  private func float(_ value: String) -> Markup {
    Markup("baseValue", ["baseType": "float"], text: value)
  }
}
