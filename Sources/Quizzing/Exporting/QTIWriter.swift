import Banks

/// Writes IMS QTI 1.2 (ASI information model, 2002), with the metadata fields that Canvas reads.
struct QTIWriter {
  var quiz: ExportedQuiz
  /// The prefix of the names of pictures; nil if no file can accompany the quiz.
  var pictureFolder: String?

  func text() -> String {
    Markup(
      "questestinterop", ["xmlns": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"],
      [
        Markup(
          "assessment", ["ident": quiz.bank.id, "title": quiz.bank.title],
          [Markup("section", ["ident": "root_section"], quiz.pools.flatMap(entries))])
      ]
    ).document
  }

  /// Returns a question, or the section from which Canvas selects one of its versions.
  private func entries(_ pool: ExportedQuiz.Pool) -> [Markup] {
    let items = pool.versions.map(item)
    guard pool.isChoice, let points = pool.versions.first?.question.points else { return items }
    let selection = Markup(
      "selection",
      [
        Markup("selection_number", text: "1"),
        Markup("selection_extension", [Markup("points_per_item", text: "\(points)")]),
      ])
    return [
      Markup(
        "section", ["ident": "\(quiz.bank.id)-\(pool.id)-pool", "title": pool.id],
        [Markup("selection_ordering", [selection])] + items)
    ]
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
        + posed.options.enumerated().map { place, option in
          Markup(
            "itemfeedback", ["ident": feedbackID(place)],
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
      "material", [Markup("mattext", ["texttype": "text/html"], text: html(markdown))])
  }

  private func html(_ markdown: String) -> String {
    RichText.html(markdown) { name in
      quiz.pictures[name] == nil ? nil : pictureFolder.map { $0 + urlEscaped(name) }
    }
  }

  // Named by the shown places: learners may see these names, and the numbers in the bank could
  // reveal the right option.
  private func feedbackID(_ place: Int) -> String { "feedback_\(place + 1)" }

  private func optionID(_ place: Int) -> String { "option_\(place + 1)" }

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
    let labels = posed.options.enumerated().map { place, option in
      let isKept = question.keepsAll || question.keptPlaces.contains(option.index)
      return Markup(
        "response_label",
        ["ident": optionID(place), "rshuffle": isKept ? "No" : "Yes"], [material(option.text)])
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
    let places = Array(posed.options.indices)
    let feedback = places.map { place in
      Markup(
        "respcondition", ["continue": "Yes"],
        [
          Markup("conditionvar", [alternatives(conditions(posed, place))]),
          Markup(
            "displayfeedback", ["feedbacktype": "Response", "linkrefid": feedbackID(place)]),
        ])
    }
    let right = places.filter { posed.options[$0].isRight }
    let scored: [Markup] =
      switch posed.question.kind {
      case .several:
        [
          Markup(
            "and",
            places.flatMap { place in
              posed.options[place].isRight
                ? conditions(posed, place)
                : [Markup("not", conditions(posed, place))]
            })
        ]
      case .number: right.flatMap { conditions(posed, $0) }
      default: right.map { alternatives(conditions(posed, $0)) }
      }
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

  /// Returns the conditions, any of which means that the option at a place was chosen or typed.
  private func conditions(_ posed: PosedQuestion, _ place: Int) -> [Markup] {
    let option = posed.options[place]
    switch posed.question.kind {
    case .one, .several, .trueFalse: return [equal(optionID(place))]
    case .shape: return posed.spellings(option).map { equal($0, "Yes") }
    case .text: return posed.spellings(option).map { equal($0, "No") }
    case .number:
      return posed.acceptedNumbers(option).map { number in
        guard number.margin != "0" else { return equal(number.text) }
        let bounds = number.bounds
        return Markup(
          "or",
          [
            equal(number.text),
            Markup(
              "and",
              [
                bound("vargte", bounds.lowerBound), bound("varlte", bounds.upperBound),
              ]),
          ])
      }
    }
  }

  private func bound(_ name: String, _ value: Double) -> Markup {
    Markup(name, ["respident": "response1"], text: NumberFormat.plain(value))
  }

  private func equal(_ value: String, _ caseSensitive: String = "Yes") -> Markup {
    Markup("varequal", ["respident": "response1", "case": caseSensitive], text: value)
  }

  private func alternatives(_ conditions: [Markup]) -> Markup {
    conditions.count == 1 ? conditions[0] : Markup("or", conditions)
  }
}
