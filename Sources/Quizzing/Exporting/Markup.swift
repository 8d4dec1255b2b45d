import Text

/// An XML element for output.
struct Markup {
  enum Child {
    case element(Markup)
    case text(String)
    /// Literal markup.
    case html(String)
  }

  var name: String
  var attributes: [(name: String, value: String)]
  var children: [Child]

  init(_ name: String, _ children: [Markup]) { self.init(name, [:], children) }

  init(_ name: String, _ attributes: KeyValuePairs<String, String>, _ children: [Markup]) {
    self.name = name
    self.attributes = attributes.map { (name: $0.key, value: $0.value) }
    self.children = children.map { .element($0) }
  }

  init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String = "") {
    self.name = name
    self.attributes = attributes.map { (name: $0.key, value: $0.value) }
    children = text.isEmpty ? [] : [.text(text)]
  }

  /// Creates an element around HTML that is well-formed XML, such as that of `RichText`.
  init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], html: String) {
    self.init(name, attributes)
    children = [.html(html)]
  }

  /// The whole document.
  var document: String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text(indentation: "") }

  private func text(indentation: String) -> String {
    let written = attributes.map { " \($0.name)=\"\(escapedMarkup($0.value))\"" }.joined()
    guard !children.isEmpty else { return "\(indentation)<\(name)\(written)/>\n" }
    var inner = ""
    var isText = false
    for child in children {
      switch child {
      case .element(let element): inner += element.text(indentation: indentation + "  ")
      case .text(let text):
        inner += escapedMarkup(text)
        isText = true
      case .html(let html):
        inner += html
        isText = true
      }
    }
    return isText
      ? "\(indentation)<\(name)\(written)>\(inner)</\(name)>\n"
      : "\(indentation)<\(name)\(written)>\n\(inner)\(indentation)</\(name)>\n"
  }
}
