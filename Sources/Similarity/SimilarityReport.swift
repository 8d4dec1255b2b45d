import Coursework
import Files
public import Foundation
public import Intake
import Reports
public import Text

/// A report on a class as a folder of pages: `index.html`, `pairs.csv` and a page for each pair.
public struct SimilarityReport {
  /// The pairs that share more than the task explains, the most similar first.
  public let pairs: [SimilarPair]
  /// The groups of students who are connected by pairs.
  public let clusters: [[Student]]
  /// The number of students compared.
  public let students: Int
  /// The students whose sources could not be read and who were therefore not compared.
  public let unread: [Student]
  private let given: [String: GivenCode]
  private let language: Language

  /// Nobody reads more pages than this; the table lists all pairs.
  static let mostPages = 500

  /// Prepares the report on a class.
  public init(_ similarity: ClassSimilarity, language: Language = .current) {
    pairs = similarity.pairs()
    clusters = SimilarPair.clusters(pairs)
    students = similarity.count
    unread = similarity.unread
    given = similarity.given
    self.language = language
  }

  /// Writes the pages.
  ///
  /// - Parameters:
  ///   - folder: the folder to write to.
  ///   - sources: reads the sources of each attempt of a student again, because they were not kept.
  /// - Returns: the pairs, with scores limited to what their pages show.
  /// - Throws: what `sources` throws, or Foundation's error when a file cannot be written.
  @discardableResult
  public func write(
    to folder: URL, sources: (Student) throws -> [[String: Data]]
  ) throws -> [SimilarPair] {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var measured = pairs
    for (index, pair) in pairs.prefix(Self.mostPages).enumerated() {
      let (first, second) = (try sources(pair.first), try sources(pair.second))
      var matched: [String: MatchedSources] = [:]
      for week in pair.weeks {
        matched[week.id] = given[week.id].flatMap { MatchedSources(week.id, first, second, $0) }
      }
      measured[index] = pair.limited { matched[$0]?.matched.alike }
      let page = SimilarPage(pair: measured[index], sources: matched, language: language)
      try write(page.html, Self.pageName(index), in: folder)
    }
    try write(table(measured), "pairs.csv", in: folder)
    try write(summary(measured), "index.html", in: folder)
    return measured
  }

  private func write(_ text: String, _ name: String, in folder: URL) throws {
    try writeFile(Data(text.utf8), to: folder.appending(path: name).path)
  }

  static func pageName(_ index: Int) -> String { "pair-\(index + 1).html" }

  /// A percentage, rounded down so that 100 % means all.
  public static func percent(_ score: Double) -> String { "\(Int(score * 100 + 1e-9))%" }

  // MARK: The table

  /// A line for each pair and week, for a spreadsheet.
  func table(_ pairs: [SimilarPair]) -> String {
    let header = ["id_1", "name_1", "id_2", "name_2", "week", "score", "fingerprints", "page"]
    var rows = [header]
    for (index, pair) in pairs.enumerated() {
      for week in pair.weeks {
        rows.append([
          pair.first.id, pair.first.name, pair.second.id, pair.second.name, week.id,
          "\((week.score * 1000).rounded() / 1000)", "\(week.shared)",
          index < Self.mostPages ? Self.pageName(index) : "",
        ])
      }
    }
    return CSV.spreadsheet(rows)
  }

  // MARK: The page of all pairs

  func summary(_ pairs: [SimilarPair]) -> String {
    Page(
      title: phrase("Similar submissions", "相似的提交"), language: language,
      body: """
        <h1>\(phrase("Similar submissions", "相似的提交"))</h1>
        <p>\(phrase(
          "\(students) student\(students == 1 ? " was" : "s were") compared; \(pairs.count) pair"
            + "\(pairs.count == 1 ? " shares" : "s share") more of their own code than the task explains.",
          "比较了 \(students) 名学生；\(pairs.count) 对学生的自写代码相同之处超出了题目本身的原因。"))</p>
        <p class="note">\(phrase(
          "Only a learner’s own code counts: neither given code, nor code like that of the course’s "
            + "solutions, nor code that many students wrote. 100% means that everything one of the two "
            + "wrote also occurs in the other’s code. This is a reason to look, not proof.",
          "每个文件只看学生自己写的代码：不含课程给出的代码、参考答案的写法，以及班上许多人都这样写的部分。"
            + "100% 表示其中一人的这些代码另一人全都有。这是值得查看的理由，不是证据。"))</p>
        \(clusterList)
        \(pairTable(pairs))
        \(unreadList)
        """
    ).html
  }

  private func phrase(_ english: String, _ chinese: String) -> String {
    Phrase(english, zh: chinese)(language)
  }

  private var unreadList: String {
    guard !unread.isEmpty else { return "" }
    let items = unread.map { "<li>\(Markup.name("\($0.name) (\($0.id))"))</li>" }
    return "<section><h2>\(phrase("Not compared: nothing could be read", "未能比较：没有可读的文件"))</h2>"
      + "<ul class=\"plain\">\(items.joined())</ul></section>"
  }

  private var clusterList: String {
    let groups = clusters.filter { $0.count > 2 }
    guard !groups.isEmpty else { return "" }
    let items = groups.map { group in
      "<li>" + group.map { Markup.name($0.name) }.joined(separator: phrase(", ", "、")) + "</li>"
    }
    return
      "<section><h2>\(phrase("Groups", "小组"))</h2><ul class=\"plain\">\(items.joined())</ul></section>"
  }

  private func pairTable(_ pairs: [SimilarPair]) -> String {
    guard !pairs.isEmpty else { return "" }
    let rows = pairs.enumerated().map { index, pair in
      let names = Markup.name(pair.first.name) + " · " + Markup.name(pair.second.name)
      let linked =
        index < Self.mostPages ? "<a href=\"\(Self.pageName(index))\">\(names)</a>" : names
      let weeks = pair.weeks.map { "\($0.id) \(Self.percent($0.score))" }.joined(separator: ", ")
      return "<tr><td>\(linked)</td><td class=\"number\">\(Self.percent(pair.score))</td>"
        + "<td>\(weeks)</td></tr>"
    }
    return """
      <section><h2>\(phrase("Pairs", "配对"))</h2><div class="scroll"><table>
      <thead><tr><th>\(phrase("Students", "学生"))</th><th class="number">\(phrase("Alike", "相似度"))</th>\
      <th>\(phrase("Weeks", "周"))</th></tr></thead>
      <tbody>\(rows.joined(separator: "\n"))</tbody></table></div></section>
      """
  }
}
