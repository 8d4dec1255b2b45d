import Coursework
import Foundation
import Gradebooks
import Grading
import Intake
import Text

/// The page of the class: the distribution of marks, the hard exercises, the common mistakes, and
/// the students who need attention.
struct ClassPage {
  let gradebook: Gradebook
  let info: ClassInfo
  /// Remarks on what the marks rest on.
  let remarks: [String]
  let statistics: ClassStatistics
  let handIns: HandInTable
  let policyProblems: [PolicyProblem]
  let names: PageNames
  let context: PageContext

  var language: Language { context.language }

  var html: String {
    let title = Phrase("The class", zh: "班级成绩")(language)
    let body = [
      header(title), toLookAt, distribution, sections, exercises, misconceptions, crashes, slowest,
      students, section(Phrase("Hand-ins", zh: "提交情况"), handIns.html),
      sandbox,
    ]
    return Page(title: title, language: language, body: body.joined(separator: "\n")).html
  }

  private func header(_ title: String) -> String {
    let facts: [(Phrase, String)] = [
      (Phrase("Weeks", zh: "周次"), gradebook.weeks.map(\.id).joined(separator: ", ")),
      (Phrase("Students", zh: "学生"), String(gradebook.rows.count)),
      (Phrase("Submissions", zh: "提交"), String(statistics.submissionCount)),
      (Phrase("Tests run", zh: "测试"), String(statistics.testCount)),
      (
        Phrase("Time", zh: "用时"),
        decimal(statistics.seconds.rounded()) + Phrase(" s of grading", zh: " 秒")(language)
      ),
      (Phrase("Release", zh: "课程版本"), gradebook.release),
    ]
    let list = facts.map { "<dt>\($0(language))</dt><dd>\(Visible.html($1))</dd>" }
    return "<header><h1>\(title)</h1><dl class=\"facts small\">\(list.joined())</dl></header>"
  }

  // MARK: What somebody must look at

  private var toLookAt: String {
    var notes: [String] = []
    let urgent = gradebook.rows.flatMap { row in
      row.flags.filter(\.isUrgent).map {
        "\(link(row.student)): \(Visible.html($0.phrase(language)))"
      }
    }
    notes.append(
      list(Phrase("To be looked at", zh: "需要处理")(language), urgent, isUrgent: true))
    notes.append(
      list(
        Phrase("In the policy file", zh: "评分规则文件")(language),
        policyProblems.map { Visible.html($0.phrase(language)) }, isUrgent: true))
    notes.append(
      list(
        Phrase("Remarks on the submissions", zh: "关于提交的说明")(language),
        (info.remarks + remarks + [gradebook.releaseRemark(language)].compactMap(\.self)).map(
          Visible.html),
        isUrgent: false))
    notes.append(
      list(
        Phrase("Nothing handed in", zh: "没有提交的学生")(language),
        gradebook.rows.filter { $0.flags.contains(.missing) && !$0.isWithdrawn }
          .map { Markup.name("\($0.student.name) (\($0.student.id))") }, isUrgent: false))
    notes.append(
      list(
        Phrase("Does not compile", zh: "无法编译")(language),
        statistics.uncompiled.map { "\(link($0.student)) \(Visible.html($0.week))" },
        isUrgent: false))
    return notes.joined()
  }

  private func list(_ title: String, _ items: [String], isUrgent: Bool) -> String {
    guard !items.isEmpty else { return "" }
    let shown = items.prefix(10).map { "<li>\($0)</li>" }.joined()
    let rest = items.dropFirst(10).map { "<li>\($0)</li>" }.joined()
    let more =
      rest.isEmpty
      ? ""
      : "<details><summary>\(Phrase("\(items.count - 10) more", zh: "还有 \(items.count - 10) 条")(language))"
        + "</summary><ul class=\"plain\">\(rest)</ul></details>"
    return "<div class=\"note\(isUrgent ? " urgent" : "")\"><b>\(title)</b> "
      + "<span class=\"faint\">\(items.count)</span>"
      + "<ul class=\"plain\">\(shown)</ul>\(more)</div>"
  }

  private var sandbox: String {
    let items = info.sandbox.map { "<li>\(Visible.html($0))</li>" }.joined()
    return section(
      Phrase("Sandbox in force", zh: "沙箱"),
      info.sandbox.isEmpty ? "" : "<ul class=\"plain\">\(items)</ul>")
  }

  // MARK: Marks

  private var students: String {
    let weeks = gradebook.weeks
    let head = weeks.map { "<th class=\"number\">\(Visible.html($0.id))</th>" }.joined()
    let lines = gradebook.rows.map { row in
      let marks = row.weeks.map { week in
        let text = week.isExcused ? "EX" : week.points.map(decimal) ?? "–"
        let late =
          week.daysLate > 0 ? " <span class=\"chip timedOut\">+\(week.daysLate)</span>" : ""
        return "<td class=\"number\">"
          + (week.isDropped ? "<span class=\"faint\">(\(text))</span>" : text) + "\(late)</td>"
      }
      let flags =
        row.flags.contains(where: \.isUrgent) ? " <span class=\"chip wrong\">!</span>" : ""
      return "<tr><td>\(link(row.student))\(flags)"
        + " <span class=\"faint small code\">\(Markup.name(row.student.id))</span></td>\(marks.joined())"
        + "<td class=\"number\"><b>\(row.total.map(decimal) ?? "–")</b></td>"
        + "<td class=\"number\">\(row.percent.map(decimal) ?? "–")</td></tr>"
    }
    return section(
      Phrase("Students", zh: "学生"),
      """
      <div class="scroll"><table><thead><tr><th>\(Phrase("Student", zh: "学生")(language))</th>\
      \(head)<th class="number">\(Phrase("Total", zh: "总分")(language))</th>\
      <th class="number">%</th></tr></thead>
      <tbody>\(lines.joined(separator: "\n"))</tbody></table></div>
      <p class="faint small">\(legend)</p>
      """)
  }

  private var legend: String {
    Phrase(
      "In brackets: left out of the total. EX: excused. +1: a day late. !: to be looked at. "
        + "–: not known yet.",
      zh: "括号：不计入总分。EX：免交。+1：迟交一天。!：需要处理。–：尚未确定。")(language)
  }

  // MARK: Pieces

  func section(_ title: Phrase, _ content: String) -> String {
    content.isEmpty ? "" : "<section><h2>\(title(language))</h2>\(content)</section>"
  }

  func link(_ student: Student) -> String {
    guard let row = gradebook.row(of: student.id) else {
      return Markup.name(student.name.isEmpty ? student.id : student.name)
    }
    return Self.link(row, names)
  }

  /// Returns a student's name with a link to the page, if there is one.
  static func link(_ row: Gradebook.Row, _ names: PageNames) -> String {
    let student = row.student
    let name = Markup.name(student.name.isEmpty ? student.id : student.name)
    if row.isHeld || row.isWithdrawn { return name }
    return "<a href=\"students/\(names[student.id]).html\">\(name)</a>"
  }

  func percent(_ fraction: Double?) -> String {
    fraction.map { decimal(($0 * 100).rounded()) + " %" } ?? "–"
  }
}
