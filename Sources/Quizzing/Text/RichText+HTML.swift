import Terminals
import Text

extension RichText {
  /// Converts a text to HTML: `<p>`, `<ul>`, `<ol>`, `<pre><code>`, `<code>`, `<strong>`, `<em>`
  /// and `<img>`.
  ///
  /// `source` returns the address of a picture by its name; if it returns nil, the terminal's form
  /// of the picture is used.
  static func html(_ markdown: String, source: (String) -> String? = { _ in nil }) -> String {
    var result = ""
    var openList: String?
    func closeList() {
      if let list = openList { result += "</\(list)>" }
      openList = nil
    }
    for block in blocks(markdown) {
      switch block {
      case .paragraph(let spans):
        closeList()
        result += "<p>\(html(spans))</p>"
      case .item(let marker, let spans):
        let list = marker == "•" ? "ul" : "ol"
        if openList != list {
          closeList()
          result += "<\(list)>"
          openList = list
        }
        result += "<li>\(html(spans))</li>"
      case .picture(let name, let lines):
        closeList()
        result += picture(source(name), lines)
      case .code(let language, let lines):
        closeList()
        let code = escapedMarkup(lines.joined(separator: "\n"))
        result += "<pre><code\(classAttribute(of: language))>\(code)</code></pre>"
      }
    }
    closeList()
    return result
  }

  /// Returns the attribute that names a language, as HTML's specification recommends; empty for
  /// plain text.
  private static func classAttribute(of language: String) -> String {
    let isName = !language.isEmpty && language.allSatisfy { $0.isLetter || $0.isNumber }
    return isName && language != "text" ? " class=\"language-\(language)\"" : ""
  }

  private static func picture(_ source: String?, _ lines: [String]) -> String {
    let text = escapedMarkup(lines.joined(separator: "\n"))
    guard let source else { return "<pre><code>\(text)</code></pre>" }
    // A line end in an attribute is read as a blank unless it is a character reference.
    let alternative = text.replacing("\n", with: "&#10;")
    return "<p><img src=\"\(escapedMarkup(source))\" alt=\"\(alternative)\"/></p>"
  }

  private static func html(_ spans: [StyledText]) -> String {
    spans.map { span in
      var text = escapedMarkup(span.text)
      if span.style.contains(.code) { text = "<code>\(text)</code>" }
      if span.style.contains(.italic) { text = "<em>\(text)</em>" }
      if span.style.contains(.bold) { text = "<strong>\(text)</strong>" }
      return text
    }.joined()
  }
}
