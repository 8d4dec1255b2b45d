import Gradebooks
import Intake
import Statistics
import Text

extension ClassPage {
  /// The rows that count for the class's results: without students who left or handed in nothing.
  private var graded: [Gradebook.Row] {
    gradebook.rows.filter { $0.hasWork && !$0.isWithdrawn }
  }

  /// The distribution of the totals.
  var distribution: String {
    let percents = graded.compactMap(\.percent)
    guard !percents.isEmpty else { return "" }
    let label = Phrase("How many students reached how many percent", zh: "各百分比区间的学生人数")(language)
    let unknown = graded.count - percents.count
    var caption = Phrase(
      "Percent of the points; mean \(mean(percents)), median \(median(percents)), "
        + "\(percents.count) student\(percents.count == 1 ? "" : "s") who handed in.",
      zh: "得分百分比；平均 \(mean(percents))，中位数 \(median(percents))，共 \(percents.count) 名提交了作业的学生。")(
        language)
    if unknown > 0 {
      caption += Phrase(
        " \(unknown) without a total.", zh: "另有 \(unknown) 人总分未定。")(language)
    }
    return section(
      Phrase("Distribution", zh: "成绩分布"),
      "<figure>\(Histogram(percents: percents).svg(label: label))"
        + "<figcaption class=\"faint small\">\(caption)</figcaption></figure>")
  }

  /// The results of each section; empty for a class with only one.
  var sections: String {
    let names = Set(gradebook.rows.map(\.section)).subtracting([""]).sorted()
    guard names.count > 1 else { return "" }
    let lines = names.map { name in
      let all = gradebook.rows.filter { $0.section == name && !$0.isWithdrawn }
      let percents = all.filter(\.hasWork).compactMap(\.percent)
      return "<tr><td>\(Markup.name(name))</td><td class=\"number\">\(all.count)</td>"
        + "<td class=\"number\">\(all.count { $0.hasWork })</td>"
        + "<td class=\"number\">\(mean(percents))</td>"
        + "<td class=\"number\">\(median(percents))</td></tr>"
    }
    let head = [
      Phrase("Students", zh: "学生"), Phrase("Handed in", zh: "已提交"), Phrase("Mean %", zh: "平均 %"),
      Phrase("Median %", zh: "中位数 %"),
    ].map { "<th class=\"number\">\($0(language))</th>" }
    return section(
      Phrase("Sections", zh: "班级"),
      """
      <div class="scroll"><table><thead><tr><th>\(Phrase("Section", zh: "班级")(language))</th>\
      \(head.joined())</tr></thead>
      <tbody>\(lines.joined(separator: "\n"))</tbody></table></div>
      """)
  }

  private func mean(_ percents: [Double]) -> String {
    percents.isEmpty ? "–" : decimal(rounded(ItemAnalysis.mean(percents)))
  }

  private func median(_ percents: [Double]) -> String {
    percents.isEmpty ? "–" : decimal(rounded(ItemAnalysis.median(percents)))
  }
}
