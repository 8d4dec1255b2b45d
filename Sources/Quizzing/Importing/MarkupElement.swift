import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An element of a parsed XML document.
final class MarkupElement {
  enum Child {
    case element(MarkupElement)
    case text(String)
  }

  /// The name without its namespace prefix.
  let name: String
  let attributes: [String: String]
  /// The line of the file on which it begins, from 1.
  let line: Int
  fileprivate(set) var children: [Child] = []

  fileprivate init(_ name: String, _ attributes: [String: String], line: Int) {
    self.name = Self.local(name)
    self.attributes = Dictionary(
      attributes.map { (Self.local($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    self.line = line
  }

  private static func local(_ name: String) -> String {
    name.split(separator: ":").last.map(String.init) ?? name
  }

  // MARK: What is in it

  var elements: [MarkupElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  func all(_ name: String) -> [MarkupElement] { elements.filter { $0.name == name } }

  func first(_ name: String) -> MarkupElement? { elements.first { $0.name == name } }

  /// The elements below this one, in document order.
  var descendants: [MarkupElement] { elements.flatMap { [$0] + $0.descendants } }

  func descendants(_ name: String) -> [MarkupElement] { descendants.filter { $0.name == name } }

  /// The text of the element and all its descendants.
  var text: String {
    children.map { child in
      switch child {
      case .text(let text): text
      case .element(let element): element.text
      }
    }.joined()
  }

  /// The text without leading and trailing whitespace.
  var trimmedText: String { text.trimmingCharacters(in: .whitespacesAndNewlines) }

  subscript(attribute: String) -> String? { attributes[attribute] }
}

/// Parses an XML document into a tree.
///
/// Nothing outside the document is loaded, and documents that declare their own entities are
/// rejected: no file written by another program needs them, and a few lines of them can expand to
/// gigabytes.
final class MarkupReader: NSObject, XMLParserDelegate {
  private static let mostElements = 400_000
  private static let greatestDepth = 100

  private var root: MarkupElement?
  private var open: [MarkupElement] = []
  private var count = 0
  private var isTooLarge = false

  /// - Throws: `ImportError`.
  static func read(_ text: String) throws(ImportError) -> MarkupElement {
    if let place = text.range(of: "<!ENTITY") {
      throw .entities(line: text[..<place.lowerBound].count { $0.isNewline } + 1)
    }
    let reader = MarkupReader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.shouldResolveExternalEntities = false
    parser.shouldProcessNamespaces = false
    parser.delegate = reader
    let isWhole = parser.parse()
    if reader.isTooLarge { throw .tooLarge }
    guard isWhole, parser.parserError == nil, reader.open.isEmpty, let root = reader.root else {
      throw .notXML(line: max(1, parser.lineNumber))
    }
    return root
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    count += 1
    guard count <= Self.mostElements, open.count < Self.greatestDepth else {
      isTooLarge = true
      parser.abortParsing()
      return
    }
    let element = MarkupElement(name, attributes, line: parser.lineNumber)
    open.last?.children.append(.element(element))
    if root == nil { root = element }
    open.append(element)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    _ = open.popLast()
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { add(string) }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    add(String(decoding: block, as: UTF8.self))
  }

  private func add(_ text: String) {
    guard let element = open.last else { return }
    // Text that the parser delivers in pieces is joined.
    if case .text(let before)? = element.children.last {
      element.children[element.children.count - 1] = .text(before + text)
    } else {
      element.children.append(.text(text))
    }
  }
}
