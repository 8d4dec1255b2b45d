import Foundation

extension ExportedQuiz {
  /// Returns the pictures that a text shows, in order and without duplicates.
  func pictures(in markdown: String) -> [(name: String, content: Data)] {
    var names: [String] = []
    for case .picture(let name, _) in RichText.blocks(markdown) where !names.contains(name) {
      names.append(name)
    }
    return names.compactMap { name in pictures[name].map { (name, $0) } }
  }
}

/// Escapes a file name for use in a URL.
func urlEscaped(_ name: String) -> String {
  name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? name
}
