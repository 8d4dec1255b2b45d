import Banks

/// Writes IMS QTI 1.2 (ASI information model, 2002), with the metadata fields that Canvas reads.
struct QTIWriter {
  var quiz: ExportedQuiz

  func text() -> String {
    Markup(
      "questestinterop", ["xmlns": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"],
      [
        Markup(
          "assessment", ["ident": quiz.bank.id, "title": quiz.bank.title],
          [Markup("section", ["ident": "root_section"], quiz.questions.map(item))])
      ]
    ).document
  }

  private func item(_ posed: PosedQuestion) -> Markup {
    Markup(
      "item", ["ident": "\(quiz.bank.id)-\(posed.question.id)", "title": posed.question.id],
      [
        Markup(
          "itemmetadata",
          [
            Markup(
              "qtimetadata",
              [
                field("question_type", type(posed.question.kind)),
                field("points_possible", String(posed.question.points)),
              ])
          ]),
        Markup("presentation", [material(posed.text), response(posed)]),
        processing(posed),
      ]
        + posed.options.map { option in
          Markup(
            "itemfeedback", ["ident": feedbackID(option)],
            [Markup("flow_mat", [material(option.explanation)])])
        })
  }

  private func field(_ name: String, _ value: String) -> Markup {
    Markup(
      "qtimetadatafield",
      [Markup("fieldlabel", text: name), Markup("fieldentry", text: value)])
  }

  private func type(_ kind: Question.Kind) -> String {
    switch kind {
    case .one: "multiple_choice_question"
    case .several: "multiple_answers_question"
    case .trueFalse: "true_false_question"
    case .number: "numerical_question"
    case .shape, .text: "short_answer_question"
    }
  }

  private func material(_ markdown: String) -> Markup {
    Markup(
      "material", [Markup("mattext", ["texttype": "text/html"], text: RichText.html(markdown))])
  }

  private func feedbackID(_ option: PosedQuestion.Option) -> String {
    "feedback_\(option.index + 1)"
  }

  private func optionID(_ option: PosedQuestion.Option) -> String { "option_\(option.index + 1)" }

  // MARK: Presentation

  private func response(_ posed: PosedQuestion) -> Markup {
    let question = posed.question
    guard !question.kind.isTyped else {
      return Markup(
        "response_str", ["ident": "response1", "rcardinality": "Single"],
        [
          Markup(
            "render_fib", ["fibtype": question.kind == .number ? "Decimal" : "String"],
            [Markup("response_label", ["ident": "answer1", "rshuffle": "No"])])
        ])
    }
    let labels = posed.options.map { option in
      let isKept = question.keepsAll || question.keptPlaces.contains(option.index)
      return Markup(
        "response_label",
        ["ident": optionID(option), "rshuffle": isKept ? "No" : "Yes"], [material(option.text)])
    }
    let shuffles = question.kind != .trueFalse && !question.keepsAll
    return Markup(
      "response_lid",
      ["ident": "response1", "rcardinality": question.kind == .several ? "Multiple" : "Single"],
      [Markup("render_choice", ["shuffle": shuffles ? "Yes" : "No"], labels)])
  }

  // MARK: Processing

  private func processing(_ posed: PosedQuestion) -> Markup {
    let outcome = Markup(
      "outcomes",
      [
        Markup(
          "decvar",
          ["maxvalue": "100", "minvalue": "0", "varname": "SCORE", "vartype": "Decimal"])
      ])
    let feedback = posed.options.map { option in
      Markup(
        "respcondition", ["continue": "Yes"],
        [
          Markup("conditionvar", [condition(posed, option)]),
          Markup(
            "displayfeedback", ["feedbacktype": "Response", "linkrefid": feedbackID(option)]),
        ])
    }
    let right = posed.options.filter(\.isRight)
    let scored: [Markup] =
      posed.question.kind == .several
      ? [
        Markup(
          "and",
          posed.options.map { option in
            option.isRight
              ? condition(posed, option) : Markup("not", [condition(posed, option)])
          })
      ] : right.map { condition(posed, $0) }
    let score = scored.map { condition in
      Markup(
        "respcondition", ["continue": "No"],
        [
          Markup("conditionvar", [condition]),
          Markup("setvar", ["action": "Set", "varname": "SCORE"], text: "100"),
        ])
    }
    return Markup("resprocessing", [outcome] + feedback + score)
  }

  private func condition(_ posed: PosedQuestion, _ option: PosedQuestion.Option) -> Markup {
    switch posed.question.kind {
    case .one, .several, .trueFalse: return equal(optionID(option))
    case .shape: return alternatives(posed.spellings(option).map { equal($0, "Yes") })
    case .text: return alternatives(posed.spellings(option).map { equal($0, "No") })
    case .number:
      let (value, margin) = posed.number(option)
      guard margin != "0", let number = Double(value), let distance = Double(margin) else {
        return equal(value)
      }
      let format = NumberFormat.digits(12)
      return Markup(
        "or",
        [
          equal(value),
          Markup(
            "and",
            [
              Markup(
                "vargte", ["respident": "response1"], text: format.string(number - distance)),
              Markup(
                "varlte", ["respident": "response1"], text: format.string(number + distance)),
            ]),
        ])
    }
  }

  private func equal(_ value: String, _ caseSensitive: String = "Yes") -> Markup {
    Markup("varequal", ["respident": "response1", "case": caseSensitive], text: value)
  }

  private func alternatives(_ conditions: [Markup]) -> Markup {
    conditions.count == 1 ? conditions[0] : Markup("or", conditions)
  }
}
