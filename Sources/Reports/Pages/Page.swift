import Coursework
import Gradebooks
package import Text

/// A self-contained web page without external scripts, pictures or styles.
package struct Page {
  let title: String
  let language: Language
  /// The body, already in HTML.
  let body: String

  package init(title: String, language: Language, body: String) {
    self.title = title
    self.language = language
    self.body = body
  }

  /// Forbids everything but the style within the page, so that even markup that slipped through
  /// could not load or run anything.
  static let contentSecurityPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    + "form-action 'none'"

  package var html: String {
    """
    <!doctype html>
    <html lang="\(language == .chinese ? "zh-Hans" : "en")" dir="ltr">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(Self.contentSecurityPolicy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <meta name="robots" content="noindex">
    <link rel="icon" href="data:,">
    <title>\(Visible.html(title))</title>
    <style>\(Stylesheet.text)</style>
    </head>
    <body>
    \(body)
    </body>
    </html>

    """
  }
}

/// Elements that the pages share.
package enum Markup {
  /// Formats untrusted text with isolated writing direction, so that it does not affect its
  /// surroundings.
  package static func name(_ text: String) -> String { "<bdi>\(Visible.html(text))</bdi>" }

  /// Formats the name of a function, which may be broken between its words.
  package static func identifier(_ name: String) -> String {
    let letters = Array(name)
    var words: [String] = [""]
    for (index, letter) in letters.enumerated() {
      let isHead =
        letter.isUppercase && index + 1 < letters.count && letters[index + 1].isLowercase
      if isHead, index > 0 { words.append("") }
      words[words.count - 1].append(letter)
    }
    return words.map(Visible.html).joined(separator: "<wbr>")
  }

  /// Formats a verdict as a coloured word.
  static func chip(_ verdict: Verdict, _ language: Language) -> String {
    "<span class=\"chip \(verdict.rawValue)\">\(verdict.phrase(language))</span>"
  }

  /// Formats a fraction as a bar.
  static func bar(_ fraction: Double) -> String {
    let percent = decimal(100 * min(1, max(0, fraction)))
    return "<span class=\"bar\" aria-hidden=\"true\"><i style=\"width:\(percent)%\"></i></span>"
  }

  static func mark(_ points: Double?, of possible: Double) -> String {
    "<span class=\"mark\"><b>\(points.map(decimal) ?? "–")</b> / \(decimal(possible))</span>"
  }
}
