import Foundation
import Plotting
import Text

/// The page of a demo: all figures and findings in one self-contained file.
struct DemoDocument {
  private let title: String
  private let figures: [any Figure]
  private let findings: [String]

  init(title: String, _ figures: [any Figure], _ findings: [String]) {
    self.title = title
    self.figures = figures
    self.findings = findings
  }

  func write(to file: URL) throws {
    try Data(text.utf8).write(to: file, options: .atomic)
  }

  /// The text of the page, whose colours, like the figures' own, follow the reader's preference for
  /// light or dark.
  var text: String {
    let name = escapedMarkup(title)
    return """
      <!doctype html>
      <html lang="\(Language.current.rawValue)">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <meta name="color-scheme" content="light dark">
      <title>\(name)</title>
      <style>
      body{margin:2em auto;max-width:72em;padding:0 1em;font:16px/1.5 system-ui,sans-serif;
      background:#fff;color:#1f2328}
      figure{display:inline-block;margin:0 1em 1em 0}
      svg{max-width:100%;height:auto}
      @media(prefers-color-scheme:dark){body{background:#0f1113;color:#e6e8eb}}
      </style>
      <h1>\(name)</h1>
      \(figures.map { "<figure>\n\($0.svg())</figure>" }.joined(separator: "\n"))
      <ul>
      \(findings.map { "<li>\(escapedMarkup($0))</li>" }.joined(separator: "\n"))
      </ul>
      </html>

      """
  }
}
