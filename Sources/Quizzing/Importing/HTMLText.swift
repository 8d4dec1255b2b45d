import Banks
import Foundation
import Terminals
import Text

/// Converts HTML, however sloppy, to the markup that a question can show.
///
/// Tags that a terminal cannot show are dropped and their text is kept; each kind is recorded in
/// `losses`.
struct HTMLText {
  private(set) var blocks: [RichText.Block] = []
  private(set) var losses: [ImportLoss.Reason] = []
  /// The names of the drawings beside the text.
  private let drawings: Set<String>

  private var spans: [StyledText] = []
  private var marker: String?
  /// The numbers of open tags of each style.
  private var bold = 0
  private var italic = 0
  private var code = 0
  /// The open lists, each with the number of its last item, or nil if it is not numbered.
  private var lists: [Int?] = []
  private var isPreformatted = false
  private var preformatted = ""
  /// The language of the preformatted text.
  private var preformattedLanguage: String?
  private var rows: [[String]] = []
  private var tableDepth = 0
  /// The open `sub` or `sup`, and the text inside it so far.
  private var script: (tag: String, text: String)?

  init(_ html: String, drawings: Set<String> = []) {
    self.drawings = drawings
    for piece in HTMLTokens.read(html) {
      switch piece {
      case .text(let text): add(text)
      case .opening(let tag, let attributes): opening(tag, attributes)
      case .closing(let tag): closing(tag)
      }
    }
    endScript()
    endPreformatted()
    flush()
    endTable()
  }

  private mutating func lose(_ loss: ImportLoss.Reason) {
    if !losses.contains(loss) { losses.append(loss) }
  }

  // MARK: Text

  private var style: TextStyle {
    if code > 0 { return .code }
    return (bold > 0 ? TextStyle.bold : []).union(italic > 0 ? .italic : [])
  }

  private mutating func add(_ text: String) {
    if script != nil {
      script?.text += text
      return
    }
    if isPreformatted {
      preformatted += text
      return
    }
    guard code == 0 else {
      addSpaced(text, style)
      return
    }
    for piece in FormulaText.pieces(of: text) {
      if piece.isFormula {
        addFormula(piece.text)
      } else {
        addSpaced(piece.text, style)
      }
    }
  }

  /// Adds a formula as code, since Markdown has no formulas.
  private mutating func addFormula(_ source: String) {
    lose(.formula)
    addSpaced(trimmed(singleSpaced(source[...])), .code)
  }

  /// Appends text with runs of blanks collapsed.
  private mutating func addSpaced(_ text: String, _ style: TextStyle) {
    var result = ""
    var endsWithBlank = spans.last.map { $0.text.hasSuffix(" ") } ?? true
    for character in text {
      if character.isWhitespace {
        if !endsWithBlank { result.append(" ") }
        endsWithBlank = true
      } else {
        result.append(character)
        endsWithBlank = false
      }
    }
    guard !result.isEmpty else { return }
    if let last = spans.last, last.style == style {
      spans[spans.count - 1].text += result
    } else {
      spans.append(StyledText(text: result, style: style))
    }
  }

  private mutating func flush() {
    while let last = spans.last, last.text.hasSuffix(" ") {
      spans[spans.count - 1].text.removeLast()
      if spans[spans.count - 1].text.isEmpty { spans.removeLast() }
    }
    if !spans.isEmpty {
      if tableDepth > 0, !rows.isEmpty {
        addCell(spans.map(\.text).joined())
      } else {
        blocks.append(marker.map { .item(marker: $0, spans) } ?? .paragraph(spans))
        marker = nil
      }
    }
    spans = []
  }

  // MARK: Tags

  private static let blockTags: Set = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "tr", "td", "th",
    "blockquote", "br", "hr", "section", "article", "dl", "dt", "dd", "pre", "center", "prompt",
  ]

  private mutating func opening(_ tag: String, _ attributes: [String: String]) {
    if Self.blockTags.contains(tag) { flush() }
    if tag == "td" || tag == "th", tableDepth > 0, !rows.isEmpty { rows[rows.count - 1].append("") }
    switch tag {
    case "b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th", "dt": bold += 1
    case "i", "em", "var", "cite", "dfn": italic += 1
    case "code", "tt", "kbd", "samp":
      if isPreformatted { nameLanguage(attributes) } else { code += 1 }
    case "ul", "ol":
      if !lists.isEmpty { lose(.nestedList) }
      lists.append(tag == "ol" ? 0 : nil)
    case "li":
      if let number = lists.last.flatMap({ $0 }) {
        lists[lists.count - 1] = number + 1
        marker = "\(min(number + 1, 999))."
      } else {
        marker = "•"
      }
    case "pre":
      isPreformatted = true
      nameLanguage(attributes)
    case "table":
      tableDepth += 1
      lose(.table)
    case "tr" where tableDepth > 0: rows.append([])
    case "sub", "sup":
      endScript()
      script = (tag, "")
    case "img": picture(attributes)
    case "a":
      if let address = attributes["href"], !address.isEmpty { lose(.link(address)) }
    case "br" where isPreformatted: preformatted += "\n"
    default: openingOther(tag)
    }
  }

  private mutating func openingOther(_ tag: String) {
    switch tag {
    case "u", "s", "del", "strike", "ins", "mark": lose(.tag(tag))
    case "script", "style", "iframe", "object", "embed", "video", "audio", "svg", "math", "input",
      "select", "textarea", "canvas":
      lose(.tag(tag))
    default: break
    }
  }

  private mutating func closing(_ tag: String) {
    if tag == "pre" { endPreformatted() }
    if Self.blockTags.contains(tag) { flush() }
    switch tag {
    case "b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th", "dt": bold = max(0, bold - 1)
    case "i", "em", "var", "cite", "dfn": italic = max(0, italic - 1)
    case "code", "tt", "kbd", "samp": if !isPreformatted { code = max(0, code - 1) }
    case "ul", "ol": _ = lists.popLast()
    case "li": marker = nil
    case "table":
      tableDepth = max(0, tableDepth - 1)
      if tableDepth == 0 { endTable() }
    case "sub", "sup": endScript()
    default: break
    }
  }

  private mutating func picture(_ attributes: [String: String]) {
    if let formula = attributes["data-equation-content"] {
      addFormula(formula)
      return
    }
    let source = attributes["src"] ?? ""
    let file = source.split(separator: "/").last.map(String.init) ?? ""
    if let name = file.removingPercentEncoding, drawings.contains(name),
      let lines = attributes["alt"]?.components(separatedBy: "\n"), lines != [""]
    {
      flush()
      blocks.append(.picture(name, lines))
      return
    }
    let name = source.hasPrefix("data:") ? "data:" : String(source.suffix(60))
    lose(.picture(name))
    if let text = attributes["alt"], !text.isEmpty { add("[\(text)]") }
  }

  // MARK: What is read as a whole

  /// Takes the language that a class such as `language-swift` names.
  private mutating func nameLanguage(_ attributes: [String: String]) {
    let names = (attributes["class"] ?? "").split(separator: " ")
      .filter { $0.hasPrefix("language-") }.map { String($0.dropFirst("language-".count)) }
    guard let name = names.first, (1...20).contains(name.utf8.count),
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }),
      !["question", "keyless"].contains(name)
    else { return }
    preformattedLanguage = name
  }

  private mutating func endPreformatted() {
    guard isPreformatted else { return }
    isPreformatted = false
    defer { preformattedLanguage = nil }
    var lines = preformatted.replacing("\t", with: "    ")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    preformatted = ""
    while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    if !lines.isEmpty {
      blocks.append(.code(language: preformattedLanguage ?? "text", lines))
    }
  }

  private mutating func addCell(_ text: String) {
    if rows[rows.count - 1].isEmpty { rows[rows.count - 1].append("") }
    let place = rows[rows.count - 1].count - 1
    rows[rows.count - 1][place] += (rows[rows.count - 1][place].isEmpty ? "" : " ") + text
  }

  /// Ends a table, as a block with aligned columns.
  private mutating func endTable() {
    let rows = rows.filter { row in row.contains { !$0.isEmpty } }
    self.rows = []
    tableDepth = 0
    guard !rows.isEmpty else { return }
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? displayWidth(of: $0[column]) : 0 }.max() ?? 0
    }
    let lines = rows.map { row in
      let line = row.enumerated().map { column, cell in
        cell + String(repeating: " ", count: widths[column] - displayWidth(of: cell))
      }.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    blocks.append(.code(language: "text", lines))
  }

  /// Ends a subscript or superscript, using Unicode's characters if they exist for all of the text.
  private mutating func endScript() {
    guard let (tag, text) = script else { return }
    script = nil
    guard !text.isEmpty else { return }
    let characters = tag == "sub" ? Self.lowered : Self.raised
    let written = text.map { characters[$0] }
    if written.contains(nil) || code > 0 || isPreformatted {
      if !text.hasPrefix("[") { lose(.tag(tag)) }
      add((tag == "sub" ? "_" : "^") + text)
    } else {
      add(String(written.compactMap { $0 }))
    }
  }

  private static let lowered: [Character: Character] = [
    "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈",
    "9": "₉", "+": "₊", "-": "₋", "−": "₋", "i": "ᵢ", "j": "ⱼ", "k": "ₖ", "l": "ₗ", "m": "ₘ",
    "n": "ₙ", "x": "ₓ", "h": "ₕ", "t": "ₜ",
  ]

  private static let raised: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
    "9": "⁹", "+": "⁺", "-": "⁻", "−": "⁻", "i": "ⁱ", "n": "ⁿ", "x": "ˣ", "T": "ᵀ", "z": "ᶻ",
  ]
}
