import Coursework
import Foundation
import Intake
import Reports
import Syllabus
import Text

/// A page that shows two students' sources side by side and highlights what they share.
struct SimilarPage {
  let pair: SimilarPair
  /// The most similar sources, by the week's id.
  let sources: [String: MatchedSources]
  let language: Language

  var html: String {
    let title = "\(pair.first.name) · \(pair.second.name)"
    let weeks = pair.weeks.compactMap(section)
    return Page(
      title: title, language: language,
      body: """
        <style>\(Self.style)</style>
        <p class="small"><a href="index.html">\(phrase("All pairs", "所有配对"))</a></p>
        <h1>\(Markup.name(pair.first.name)) · \(Markup.name(pair.second.name))</h1>
        <p class="note">\(phrase(
          "The highlighted code is what both have, except given code and code like that of the "
            + "course’s solutions. Renaming, comments, layout and the order of functions make no "
            + "difference. Read the code and ask the students: this is a lead, not proof.",
          "标出的是两人都有的代码，不含课程给出的代码和参考答案的写法。改名、注释、排版和函数顺序都不影响比较。"
            + "这只是线索，不是证据，请看过代码再问本人。"))</p>
        \(weeks.joined(separator: "\n"))
        """
    ).html
  }

  private func phrase(_ english: String, _ chinese: String) -> String {
    Phrase(english, zh: chinese)(language)
  }

  private func section(_ found: SimilarPair.Week) -> String? {
    guard let week = Course.weeks.first(where: { $0.id == found.id }),
      let both = sources[found.id]
    else { return nil }
    let (one, two, regions) = (both.first, both.second, both.matched.regions)
    let score = SimilarityReport.percent(found.score)
    let numbered = regions.enumerated().map { (number: $0.offset + 1, region: $0.element) }
    return """
      <section><div class="row"><h2>\(week.id) \(Visible.html(week.title(language)))</h2>
      <span class="mark">\(phrase(
        "<b>\(score)</b> alike, \(regions.count) part\(regions.count == 1 ? "" : "s")", "相似度 <b>\(score)</b>，\(regions.count) 处"))</span></div>
      \(functions(both.matched))
      <div class="sides">
      \(side(pair.first, one, numbered.map { ($0.number, $0.region.first) }, "\(week.id)-a", "\(week.id)-b"))
      \(side(pair.second, two, numbered.map { ($0.number, $0.region.second) }, "\(week.id)-b", "\(week.id)-a"))
      </div></section>
      """
  }

  /// A table of how much of each function is shared.
  private func functions(_ matched: MatchedRegions) -> String {
    let second = Dictionary(
      matched.functions.second.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let names =
      matched.functions.first.map(\.name)
      + matched.functions.second.map(\.name).filter { name in
        !matched.functions.first.contains { $0.name == name }
      }
    let first = Dictionary(
      matched.functions.first.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    func cell(_ function: MatchedRegions.Function?) -> String {
      guard let function else { return "–" }
      return "\(function.shared) / \(function.own)"
    }
    let lines = names.map { name in
      "<tr><td class=\"code\">\(Visible.html(name))</td>"
        + "<td class=\"number\">\(cell(first[name]))</td>"
        + "<td class=\"number\">\(cell(second[name]))</td></tr>"
    }
    guard !lines.isEmpty else { return "" }
    return "<div class=\"scroll\"><table><thead><tr>"
      + "<th>\(phrase("Function: shared of its own words", "函数：自写词中相同的"))</th>"
      + "<th class=\"number\">\(Markup.name(pair.first.name))</th>"
      + "<th class=\"number\">\(Markup.name(pair.second.name))</th></tr></thead>"
      + "<tbody>\(lines.joined(separator: "\n"))</tbody></table></div>"
  }

  /// One source, its parts numbered and linked to those of the other.
  private func side(
    _ student: Student, _ source: [UInt8], _ parts: [(number: Int, pieces: [Range<Int>])],
    _ own: String, _ other: String
  ) -> String {
    var html = ""
    var place = 0
    let pieces = parts.flatMap { part in
      part.pieces.enumerated().map {
        (number: part.number, isFirst: $0.offset == 0, range: $0.element)
      }
    }
    for (number, isFirst, range) in pieces.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    {
      html += Self.text(source[place..<range.lowerBound])
      html += "<mark\(isFirst ? " id=\"\(own)\(number)\"" : "") class=\"c\(number % 6)\">"
      if isFirst { html += "<a href=\"#\(other)\(number)\">\(number)</a>" }
      html += Self.text(source[range]) + "</mark>"
      place = range.upperBound
    }
    html += Self.text(source[place...])
    return "<div><h3>\(Markup.name(student.name))</h3><pre>\(html)</pre></div>"
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    Visible.html(String(decoding: bytes, as: UTF8.self))
  }

  /// Six background colours that also differ in lightness; the numbers distinguish the parts
  /// without colour.
  private static let style = """
    body{max-width:none}.sides{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:1rem}\
    @media (max-width:50rem){.sides{grid-template-columns:minmax(0,1fr)}}\
    .sides pre{max-height:none;tab-size:2}mark{color:inherit;border-radius:.2rem}\
    mark:target{outline:2px solid var(--link)}\
    mark a{font-weight:700;font-size:.7rem;vertical-align:super;margin-right:.2rem}\
    .c0{background:#ffe2a8}.c1{background:#cfe5ff}.c2{background:#d5f0d0}.c3{background:#f7d3e3}\
    .c4{background:#e4dcfa}.c5{background:#d3eeee}\
    @media screen and (prefers-color-scheme:dark){.c0{background:#4a3a10}.c1{background:#16365a}\
    .c2{background:#1d421b}.c3{background:#4d1f35}.c4{background:#352a5c}.c5{background:#123f40}}\
    @media print{mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}\
    .sides pre{font-size:7pt}}
    """
}
