import Text

/// An SVG document under construction.
///
/// Text and lines take their colours from classes (`ink`, `faint`, `rule`, `axis`, `card`) that
/// follow the reader's preference for light or dark; so do the darkest colours of the palette.
struct SVGDocument {
  let width: Double
  let height: Double
  private var body = ""

  init(width: Double, height: Double, title: String) {
    self.width = width
    self.height = height
    if !title.isEmpty { body += "<title>\(Self.escaped(title))</title>\n" }
    body += """
      <style>
      .card{fill:#fff}.ink{fill:#1f2328}.faint{fill:#59636e}.rule{stroke:#e3e6ea}\
      .axis{stroke:#818b98}.edge{stroke:#fff}
      @media(prefers-color-scheme:dark){.card{fill:#15181c}.ink{fill:#e6e8eb}.faint{fill:#a3adb8}\
      .rule{stroke:#2c3138}.axis{stroke:#77818c}.edge{stroke:#15181c}\(Self.lighterColours)}
      </style>

      """
    add("rect", ["class": "card", "width": number(width), "height": number(height), "rx": "6"])
  }

  /// The replacements for lines and marks on a dark card; the translucent regions of classes keep
  /// their colours.
  private static let lighterColours = Palette.lighter.sorted { $0.key < $1.key }
    .map { dark, light in
      "[stroke=\"\(dark)\"]{stroke:\(light)}"
        + "[fill=\"\(dark)\"]:not([fill-opacity]){fill:\(light)}"
    }.joined()

  /// The complete document.
  var document: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" width="\(number(width))" height="\(number(height))" \
    viewBox="0 0 \(number(width)) \(number(height))" role="img" font-size="12" \
    font-family="system-ui,-apple-system,'Segoe UI','PingFang SC','Noto Sans CJK SC',\
    'Microsoft YaHei',sans-serif">
    \(body)</svg>

    """
  }

  mutating func add(
    _ name: String, _ attributes: KeyValuePairs<String, String>, text: String? = nil
  ) {
    body += "<\(name)"
    for (key, value) in attributes where !value.isEmpty {
      body += " \(key)=\"\(Self.escaped(value))\""
    }
    body += text.map { ">\(Self.escaped($0))</\(name)>\n" } ?? "/>\n"
  }

  /// Adds a line of text; `anchor` is start, middle or end.
  mutating func text(
    _ text: String, x: Double, y: Double, class name: String = "ink", anchor: String = "start",
    size: Double = 12, bold: Bool = false, transform: String = ""
  ) {
    if text.isEmpty { return }
    add(
      "text",
      [
        "class": name, "x": transform.isEmpty ? number(x) : "",
        "y": transform.isEmpty ? number(y) : "", "text-anchor": anchor == "start" ? "" : anchor,
        "font-size": size == 12 ? "" : number(size), "font-weight": bold ? "600" : "",
        "transform": transform,
      ], text: text)
  }

  /// Adds text that runs upwards, centred at a point.
  mutating func verticalText(_ string: String, x: Double, y: Double) {
    text(
      string, x: 0, y: 0, class: "faint", anchor: "middle",
      transform: "translate(\(number(x)) \(number(y)))rotate(-90)")
  }

  /// The size declared in a document of this type.
  static func size(of document: String) -> (width: Double, height: Double) {
    func value(_ name: String) -> Double {
      let parts = document.split(separator: "\"", maxSplits: 12)
      let index = parts.firstIndex { $0.hasSuffix(" \(name)=") }
      return index.flatMap { $0 + 1 < parts.count ? Double(parts[$0 + 1]) : nil } ?? 0
    }
    return (value("width"), value("height"))
  }

  /// Embeds a complete document of this type at a position in this one.
  mutating func embed(_ document: String, x: Double, y: Double) {
    let opening = "<svg "
    guard document.hasPrefix(opening) else { return }
    body += "<svg x=\"\(number(x))\" y=\"\(number(y))\" " + document.dropFirst(opening.count)
  }

  /// Escapes what XML reserves, and replaces what it forbids with U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t", "\n", "\r": result.append(" ")
      case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
      // Every attribute is in double quotes.
      case "'": result.append(scalar)
      default: result.appendMarkup(scalar)
      }
    }
    return String(result)
  }
}

/// A coordinate rounded to hundredths, without trailing zeros.
func number(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e12 else { return "0" }
  let hundredths = Int((value * 100).rounded())
  let whole = abs(hundredths) / 100
  let rest = abs(hundredths) % 100
  let sign = hundredths < 0 ? "-" : ""
  if rest == 0 { return "\(sign)\(whole)" }
  if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
  return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
}

/// The approximate width of a text in 12-point letters, accurate enough for margins.
func estimatedWidth(_ text: String, size: Double = 12) -> Double {
  Double(displayWidth(of: text)) * size * 0.56
}
