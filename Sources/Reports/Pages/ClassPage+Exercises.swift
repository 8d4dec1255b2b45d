import Coursework
import Gradebooks
import Intake
import Text

extension ClassPage {
  private static let order: [Verdict] = [
    .passed, .wrong, .crashed, .timedOut, .doesNotCompile, .blocked, .notStarted,
  ]

  /// The facility and discrimination of every exercise, with the verdicts it received.
  var exercises: String {
    let blocks = gradebook.weeks.map { week in
      let lines = week.exercises.filter { !$0.isGiven }.map { exercise in
        let item = statistics.items[exercise.id] ?? ClassStatistics.Item()
        let name = exercise.id.split(separator: ".").last.map(String.init) ?? exercise.id
        return "<tr><td class=\"code\">\(Markup.identifier(name))</td>"
          + "<td class=\"number\">\(percent(item.facility))</td>"
          + "<td class=\"hide-small\">\(Markup.bar(item.facility ?? 0))</td>"
          + "<td class=\"number\">\(item.discrimination.map { decimal(rounded($0)) } ?? "–")</td>"
          + "<td>\(strip(item.verdicts))</td></tr>"
      }
      return """
        <h3>\(Visible.html(context.title(of: week.id)))</h3>
        <div class="scroll"><table class="items"><thead><tr><th>\(Phrase("Exercise", zh: "练习")(language))</th>\
        <th class="number">\(Phrase("Facility", zh: "难度系数")(language))</th>\
        <th class="hide-small"></th>\
        <th class="number">\(Phrase("Discrimi&shy;nation", zh: "区分度")(language))</th>\
        <th>\(Phrase("Verdicts", zh: "评判结果")(language))</th></tr></thead>
        <tbody>\(lines.joined(separator: "\n"))</tbody></table></div>
        """
    }
    let explanation = Phrase(
      "Facility: the mean part of the points among those who handed in the week. Discrimination: the "
        + "facility in the best 27 % of the class less that in the weakest 27 %.",
      zh: "难度系数：提交该周作业的学生平均得到的分数比例（越高越容易）。区分度：总分前 27% 与后 27% 的学生之间难度系数之差。")(language)
    return section(
      Phrase("Exercises", zh: "练习"),
      verdictCounts + "<p class=\"faint small\">\(explanation)</p>" + blocks.joined(separator: "\n")
    )
  }

  private var verdictCounts: String {
    let counts = statistics.verdicts
    let chips = Self.order.filter { (counts[$0] ?? 0) > 0 }.map { verdict in
      "<span class=\"chip \(verdict.rawValue)\">\(verdict.phrase(language)) "
        + "<b>\(counts[verdict] ?? 0)</b></span>"
    }
    return "<p>\(chips.joined(separator: " "))</p>"
  }

  /// Returns the verdicts as a bar with lengths by frequency, and the numbers in words.
  private func strip(_ counts: [Verdict: Int]) -> String {
    let all = counts.values.reduce(0, +)
    guard all > 0 else { return "" }
    let present = Self.order.filter { (counts[$0] ?? 0) > 0 }
    let words = present.map { "\($0.phrase(language)) \(counts[$0] ?? 0)" }.joined(separator: ", ")
    let parts = present.map { verdict in
      let width = decimal(100 * Double(counts[verdict] ?? 0) / Double(all))
      return "<i class=\"\(verdict.rawValue)\" style=\"width:\(width)%\"></i>"
    }
    return "<span class=\"strip\" role=\"img\" aria-label=\"\(words)\" title=\"\(words)\">"
      + parts.joined() + "</span>"
  }

  /// The most common misconceptions, with their names.
  var misconceptions: String {
    let lines = statistics.commonest.map { exercise, id, students in
      "<tr><td class=\"number\"><b>\(students)</b></td>"
        + "<td><span class=\"item\"><span class=\"code\">\(Visible.html(exercise))</span> "
        + "<span class=\"faint code\">\(Visible.html(id))</span></span>"
        + "\(Visible.html(context.sentence(id, of: exercise) ?? ""))</td></tr>"
    }
    return table(
      Phrase("Commonest misconceptions", zh: "最常见的典型错误"),
      [(Phrase("Students", zh: "人数"), true), (Phrase("Misconception", zh: "典型错误"), false)], lines)
  }

  /// The exercises in which most students crashed or ran out of time, with an example each.
  var crashes: String {
    let lines = statistics.crashes.prefix(20).map { crash in
      "<tr><td class=\"number\"><b>\(crash.students)</b></td>"
        + "<td><span class=\"item code\">\(Visible.html(crash.example.exercise))</span>"
        + "\(Markup.chip(crash.example.verdict, language)) "
        + "<span class=\"small\">\(link(crash.example.student)): "
        + "\(Markup.name(crash.example.message))</span></td></tr>"
    }
    return table(
      Phrase("Crashes and timeouts", zh: "崩溃与超时"),
      [
        (Phrase("Students", zh: "人数"), true),
        (Phrase("Exercise, and the first of them", zh: "练习及首个例子"), false),
      ], lines)
  }

  /// The slowest exercises.
  var slowest: String {
    let lines = statistics.slowest.map { incident in
      "<tr><td class=\"number\">\(decimal(incident.seconds)) s</td>"
        + "<td><span class=\"item code\">\(Visible.html(incident.exercise))</span>"
        + "<span class=\"small\">\(Visible.html(StudentPage.sentence(incident.test)))</span></td>"
        + "<td>\(link(incident.student))</td></tr>"
    }
    return table(
      Phrase("Slowest tests", zh: "最慢的测试"),
      [
        (Phrase("Time", zh: "用时"), true), (Phrase("Test", zh: "测试"), false),
        (Phrase("Student", zh: "学生"), false),
      ], lines)
  }

  private func table(
    _ title: Phrase, _ columns: [(name: Phrase, isNumber: Bool)], _ lines: [String]
  ) -> String {
    guard !lines.isEmpty else { return "" }
    let head = columns.map { column in
      "<th\(column.isNumber ? " class=\"number\"" : "")>\(column.name(language))</th>"
    }
    return section(
      title,
      """
      <div class="scroll"><table><thead><tr>\(head.joined())</tr></thead>
      <tbody>\(lines.joined(separator: "\n"))</tbody></table></div>
      """)
  }
}
