import Terminals
import Text

extension RichText {
  /// The text as HTML: `<p>`, `<ul>`, `<ol>`, `<pre><code>`, `<code>`, `<strong>` and `<em>`.
  static func html(_ markdown: String) -> String {
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
      case .code(_, let lines):
        closeList()
        result += "<pre><code>\(escapedMarkup(lines.joined(separator: "\n")))</code></pre>"
      }
    }
    closeList()
    return result
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
