import Foundation

extension ExportedQuiz {
  /// The pictures that a text shows, in its order, each once.
  func pictures(in markdown: String) -> [(name: String, content: Data)] {
    var names: [String] = []
    for case .picture(let name, _) in RichText.blocks(markdown) where !names.contains(name) {
      names.append(name)
    }
    return names.compactMap { name in pictures[name].map { (name, $0) } }
  }
}

/// A file's name as a part of an address.
func urlEscaped(_ name: String) -> String {
  name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? name
}
