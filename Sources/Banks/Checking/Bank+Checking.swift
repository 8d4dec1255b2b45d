extension Bank {
  /// Returns the faults of the questions themselves, beyond parsing errors.
  func faults(deeply: Bool) -> [BankFault] {
    var faults: [BankFault] = []
    func report(_ findings: [Question.Finding]) {
      faults += findings.map { BankFault(file: file, line: $0.line, reason: $0.reason) }
    }
    if deeply { report(markupFindings(in: introduction, line: introductionLine)) }
    for question in questions where !question.isBroken {
      let found = question.faults(in: language)
        .filter { keyless == nil || !$0.reason.isAboutKeys }
      report(found)
      guard deeply else { continue }
      if found.isEmpty { report(question.drawnFaults()) }
      for text in question.texts { report(markupFindings(in: text.text, line: text.line)) }
    }
    if deeply, let fault = placeFault() { faults.append(fault) }
    return faults
  }

  /// Finds markup in a text that cannot be shown, and pictures that cannot be used.
  private func markupFindings(in text: String, line: Int) -> [Question.Finding] {
    Markup.found(in: text).map { (line + $0.line, .cannotBeShown($0.markup)) }
      + Picture.found(in: text).compactMap { picture in
        picture.fault(besides: file).map { (line + picture.line, $0) }
      }
  }
}

extension Question {
  typealias Finding = (line: Int, reason: BankFault.Reason)

  /// Returns the faults that are visible without drawing values.
  func faults(in language: BankLanguage) -> [Finding] {
    var findings: [Finding] = []
    if text.isEmpty { findings.append((line, .noText)) }
    guard !options.isEmpty else { return findings + [(line, .noOptions)] }
    for option in options {
      if option.text.isEmpty { findings.append((option.line, .emptyOption)) }
      if option.explanation.isEmpty { findings.append((option.line, .noExplanation)) }
    }
    let right = options.count { $0.isRight }
    if right == 0 { findings.append((line, .noRightOption)) }
    switch kind {
    case .one where right > 1: findings.append((line, .severalRightOptions(right)))
    case .one where options.count < 2, .several where options.count < 2:
      findings.append((line, .tooFewOptions))
    case .trueFalse:
      let words = Self.truthWordsInOneWay[language]
      if options.count != 2 || words.map({ $0 != options.map(\.text) }) == true || right != 1 {
        findings.append((line, .badTrueFalse))
      }
    default: break
    }
    if kind != .one, kind != .several, keepsAll || !keptPlaces.isEmpty {
      findings.append((line, .keepWithoutShuffle))
    }
    for place in keptPlaces.sorted() where place >= options.count {
      findings.append((line, .keepOutOfRange(place: place + 1, count: options.count)))
    }
    if kind != .number, tolerance != .exact { findings.append((line, .toleranceWithoutNumber)) }
    findings += expressionFindings()
    if !isTemplate, findings.isEmpty { findings += comparisonFindings([:]) }
    return findings
  }

  /// The words for the two options of a true/false question, in the course's own languages.
  private static let truthWordsInOneWay: [BankLanguage: [String]] = [
    .english: ["True", "False"], .chinese: ["正确", "错误"],
  ]

  /// Returns the words for the two options of a true/false question: those of the language, else
  /// the English ones.
  package static func truthWords(_ language: BankLanguage) -> [String] {
    truthWordsInOneWay[language] ?? ["True", "False"]
  }

  /// Every text of the question with the line it begins on.
  var texts: [(text: String, line: Int)] {
    [(text, textLine), (hint ?? "", hintLine)]
      + options.flatMap { [($0.text, $0.line), ($0.explanation, $0.explanationLine)] }
  }

  /// Finds the faults of `{{ expressions }}`.
  private func expressionFindings() -> [Finding] {
    var findings: [Finding] = []
    var isUsed = false
    for (text, line) in texts {
      do throws(Interpolation.Failure) {
        for case .value(let expression, _, _) in try Interpolation(text).pieces {
          isUsed = true
          do throws(TemplateError) {
            try template.checkNames(in: expression)
          } catch {
            findings.append((line, .template(error)))
          }
        }
      } catch {
        findings.append((line + error.line, .template(error.error)))
      }
    }
    if isTemplate, !isUsed { findings.append((line, .templateWithoutUse)) }
    return findings
  }

  /// The number of combinations of values up to which all are tried; beyond it they are sampled.
  private static let mostCombinations = 10_000
  private static let sampledDraws = 3_000

  /// Finds faults that only some drawn values show; each kind is reported once.
  func drawnFaults() -> [Finding] {
    guard isTemplate else { return [] }
    let isEnumerated = template.combinations <= Self.mostCombinations
    var met = 0
    for number in 0..<(isEnumerated ? template.combinations : Self.sampledDraws) {
      do throws(TemplateError) {
        let values: [String: ExactNumber]
        if isEnumerated {
          guard let found = try template.values(ofCombination: number) else { continue }
          values = found
        } else {
          var random = RandomDraw(seed: number, questionID: id)
          values = try template.draw(&random)
        }
        met += 1
        let findings = comparisonFindings(values)
        if !findings.isEmpty { return findings }
      } catch {
        return [(line, .template(error))]
      }
    }
    // A thousand draws include one combination in a hundred with near certainty.
    if isEnumerated, met * 100 < template.combinations {
      return [(line, .template(.unmetRequirements))]
    }
    return []
  }

  /// Finds options that read the same and invalid typed answers, for these values.
  private func comparisonFindings(_ values: [String: ExactNumber]) -> [Finding] {
    do throws(TemplateError) {
      let posed = try PosedQuestion(self, values: values)
      let shown = values.sorted { $0.key < $1.key }
        .map { "\($0.key) = \(NumberFormat.shortest.string(of: $0.value))" }.joined(separator: ", ")
      var seen: [String: PosedQuestion.Option] = [:]
      for option in posed.options {
        let line = options[option.index].line
        if kind == .number, TypedNumber(key: option.text) == nil {
          return [(line, .notANumber(option.text))]
        }
        if kind == .shape, TypedShape(option.text)?.isWhole != true {
          return [(line, .notAShape(option.text))]
        }
        let key = posed.comparisonKey(option)
        if let other = seen[key] {
          let otherLine = options[other.index].line
          return [
            (
              line,
              values.isEmpty
                ? .sameOptions(option.text, otherLine: otherLine)
                : .sameOptionsDrawn(option.text, values: shown, otherLine: otherLine)
            )
          ]
        }
        seen[key] = option
      }
      guard kind == .number else { return [] }
      if let finding = toleranceFinding(posed, shown) { return [finding] }
      for wrong in posed.options where !wrong.isRight {
        for right in posed.options where right.isRight {
          guard let number = wrong.number ?? TypedNumber(key: wrong.text)?.readings[0],
            posed.accepts(number, as: right)
          else { continue }
          return [
            (
              options[wrong.index].line,
              .wrongWithinTolerance(wrong.text, right: right.text, values: shown)
            )
          ]
        }
      }
      return []
    } catch {
      return [(line, .template(error))]
    }
  }

  /// Finds a tolerance that has no effect, or a missing one where the answer is shown rounded.
  private func toleranceFinding(_ posed: PosedQuestion, _ values: String) -> Finding? {
    for option in posed.options where option.isRight {
      let line = options[option.index].line
      if case .relative = tolerance, TypedNumber(key: option.text)?.value == 0 {
        return (line, .toleranceOfZero(values: values))
      }
      guard tolerance == .exact, let number = option.number,
        let shown = TypedNumber(key: option.text)?.readings[0], !number.equals(shown)
      else { continue }
      return (line, .roundedWithoutTolerance(option.text, values: values))
    }
    return nil
  }
}
