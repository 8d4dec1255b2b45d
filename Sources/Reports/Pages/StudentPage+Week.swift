import Coursework
import Gradebooks
import Grading
import Intake
import Text

extension StudentPage {
  /// Formats a week with its exercises.
  func week(_ column: Gradebook.WeekColumn, _ mark: Gradebook.WeekMark) -> String {
    let result = attempts.week(column.id, ofAttempt: mark.attempt)
    var blocks: [String] = mark.comments.isEmpty ? [] : [comments(mark.comments)]
    if mark.isExcused {
      blocks.append(
        "<p class=\"faint\">\(Phrase("Excused: not part of the total.", zh: "免交：不计入总分。")(language))</p>"
      )
    }
    if let result, result.isHandedIn {
      if !result.diagnostics.isEmpty { blocks.append(diagnostics(result.diagnostics)) }
      for (exercise, points) in zip(column.exercises, mark.exercises) {
        let tests = result.tests.filter { $0.record.exerciseID == exercise.id }
        blocks.append(self.exercise(exercise, points, tests, compiles: result.diagnostics.isEmpty))
      }
    } else if mark.points != nil, !mark.isExcused {
      blocks.append(
        "<p class=\"faint\">\(Phrase("Not handed in.", zh: "没有提交。")(language))</p>")
    }
    let isDropped =
      mark.isDropped
      ? "<span class=\"chip\">\(Phrase("left out of the total", zh: "不计入总分")(language))</span>" : ""
    return """
      <section class="week" id="\(Self.anchor(column.id))"><header><div class="row">\
      <h2>\(Visible.html(context.title(of: column.id)))</h2>\
      <span>\(byHand(column.id)) \(isDropped) \(Markup.mark(mark.points, of: column.possible))</span></div>\
      \(lateness(mark))</header>
      \(blocks.map { "<div>\($0)</div>" }.joined(separator: "\n"))
      </section>
      """
  }

  /// Returns a note that a mark was given by hand, since it does not follow from the verdicts.
  private func byHand(_ mark: String) -> String {
    guard row.flags.contains(where: { $0.markByHand == mark }) else { return "" }
    return "<span class=\"chip\">\(Phrase("by hand", zh: "手动给分")(language))</span>"
  }

  /// Formats people's comments on the work, in their own words.
  private func comments(_ comments: [String]) -> String {
    let items = comments.map { "<li>\(Markup.name($0))</li>" }
    return
      "<div class=\"note\"><b>\(Phrase("Your instructor's comments", zh: "教师评语")(language))</b>"
      + "<ul class=\"plain\">\(items.joined())</ul></div>"
  }

  private func lateness(_ mark: Gradebook.WeekMark) -> String {
    guard let number = mark.attempt,
      let attempt = attempts.first(where: { $0.attempt == number }),
      let submitted = attempt.handIn?.times(of: mark.week).first?.date ?? attempt.submitted,
      attempts.week(mark.week, ofAttempt: number)?.isHandedIn == true
    else { return "" }
    var text = Phrase(
      "Attempt \(number), handed in \(context.time(submitted))",
      zh: "第 \(number) 次提交，\(context.time(submitted))")(language)
    if mark.daysLate > 0 {
      let days = mark.daysLate
      text += Phrase(
        ", \(days) day\(days == 1 ? "" : "s") late", zh: "，迟交 \(days) 天")(language)
    }
    if mark.freeDays > 0 {
      text += Phrase(
        ", \(mark.freeDays) of them free", zh: "，其中 \(mark.freeDays) 天使用免费迟交天数")(language)
    }
    if mark.penaltyPercent > 0, let before = mark.beforePenalty {
      text += Phrase(
        ": \(decimal(before)) points less \(decimal(mark.penaltyPercent)) %",
        zh: "：\(decimal(before)) 分扣除 \(decimal(mark.penaltyPercent))%")(language)
    }
    return "<p class=\"faint small\">\(text)</p>"
  }

  private func diagnostics(_ diagnostics: [PackageBuild.Diagnostic]) -> String {
    let lines = diagnostics.prefix(20).map { diagnostic in
      Visible.html(
        diagnostic.place + ": " + MessageText.clipped(diagnostic.message, to: 1000).text)
    }
    let head = Phrase(
      "Your file does not compile. The compiler's first errors, with your line numbers:",
      zh: "你的文件无法编译。编译器最先报告的错误（行号与你的文件一致）：")(language)
    return "<p>\(Markup.chip(.doesNotCompile, language)) \(head)</p>"
      + "<pre class=\"wrap\">\(lines.joined(separator: "\n"))</pre>"
  }

  // MARK: An exercise

  private func exercise(
    _ column: Gradebook.ExerciseColumn, _ points: Double?, _ tests: [TestResult], compiles: Bool
  ) -> String {
    let visible = context.hidden == .shown ? tests : tests.filter { !$0.isHidden }
    let verdict = Verdict.summary(of: visible.map(\.record.verdict))
    let name =
      column.id.split(separator: column.isGiven ? ":" : ".", maxSplits: 1).last
      .map(String.init) ?? column.id
    let head = """
      <div class="row"><h3 class="code">\(Visible.html(name))</h3>\
      <span>\(byHand(column.id)) \(visible.isEmpty ? "" : Markup.chip(verdict, language)) \
      \(Markup.mark(points, of: column.possible))</span></div>
      """
    guard compiles, !column.isGiven else { return head }
    let failing = visible.filter { $0.record.verdict != .passed }
    let facts = [
      summary(visible, failing),
      context.hidden == .shown ? "" : hiddenTests(tests.filter(\.isHidden)),
    ].filter { !$0.isEmpty }
    let line =
      facts.isEmpty ? "" : "<p class=\"faint small\">\(facts.joined(separator: " · "))</p>"
    return head + line + details(failing, column.id)
  }

  private func summary(_ visible: [TestResult], _ failing: [TestResult]) -> String {
    guard failing.contains(where: { $0.record.verdict.isRed }) else { return "" }
    let passed = visible.count - failing.count
    return Phrase(
      "\(passed) of \(visible.count) tests passed", zh: "\(visible.count) 个测试通过了 \(passed) 个")(
        language)
  }

  /// Formats the first failing test in full, and the others collapsed.
  private func details(_ failing: [TestResult], _ exercise: String) -> String {
    let telling = failing.filter { $0.record.verdict != .notStarted }
    guard let first = telling.first else { return "" }
    let rest = telling.dropFirst()
    var html = test(first, exercise)
    if !rest.isEmpty {
      let head = Phrase(
        rest.count == 1 ? "one more test fails" : "\(rest.count) more tests fail",
        zh: "还有 \(rest.count) 个测试没有通过")(language)
      html += "<details><summary>\(head)</summary>"
      html += rest.map { test($0, exercise) }.joined()
      html += "</details>"
    }
    return html
  }

  private func test(_ result: TestResult, _ exercise: String) -> String {
    let record = result.record
    var html = "<div class=\"test\"><div>\(Visible.html(Self.sentence(record.test))) "
    html += Markup.chip(record.verdict, language)
    if result.isHidden {
      html += " <span class=\"chip\">\(Phrase("hidden test", zh: "隐藏测试")(language))</span>"
    }
    html += "</div>"
    var message = record.message
    if let id = record.misconception, let why = context.sentence(id, of: exercise) {
      html += "<div class=\"note why\">\(Visible.html(why))</div>"
      // It is said only once.
      message = message.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { $0 != "why: \(why)" && $0 != "原因：\(why)" }.joined(separator: "\n")
    }
    if !message.isEmpty { html += MessageText.html(message, language) }
    return html + "</div>"
  }

  private func hiddenTests(_ tests: [TestResult]) -> String {
    guard !tests.isEmpty else { return "" }
    let passed = tests.count { $0.record.verdict == .passed }
    let line =
      context.hidden == .summarized
      ? Phrase(
        "Hidden tests: \(passed) of \(tests.count) passed",
        zh: "隐藏测试：\(tests.count) 个通过了 \(passed) 个")
      : Phrase(
        "The points include tests whose results are withheld.", zh: "分数中包含不公布结果的测试。")
    return line(language)
  }

  /// Turns the name of a test into words: `testKeepsItsShape` becomes “keeps its shape”.
  static func sentence(_ test: String) -> String {
    let letters = Array(test.hasPrefix("test") ? test.dropFirst(4) : test[...])
    var words: [String] = [""]
    for (index, letter) in letters.enumerated() {
      let before = index > 0 ? letters[index - 1] : " "
      let after = index + 1 < letters.count ? letters[index + 1] : " "
      if letter.isUppercase, before.isLowercase || before.isNumber || after.isLowercase {
        words.append("")
      }
      words[words.count - 1].append(letter)
    }
    let plain = words.filter { !$0.isEmpty }
      .map { $0.count > 1 && $0.allSatisfy(\.isUppercase) ? $0 : $0.lowercased() }
    return plain.joined(separator: " ")
  }
}
