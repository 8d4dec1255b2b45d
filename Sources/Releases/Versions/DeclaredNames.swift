/// The names by which other files use a source's declarations: its types, its free functions, and
/// its extensions of types declared elsewhere.
struct DeclaredNames {
  let names: Set<Substring>

  init(_ source: String) {
    let declarations = source.split(separator: "\n").compactMap(Declaration.init)
    let types = Set(declarations.filter(\.isType).map(\.name))
    var names = types
    var isForeign = false
    for declaration in declarations {
      if declaration.keyword == "extension" {
        isForeign = !types.contains(declaration.name)
      } else if declaration.indentation == 0 {
        isForeign = false
        names.insert(declaration.name)
      } else if isForeign {
        names.insert(declaration.name)
      }
    }
    self.names = names
  }
}

/// A line that declares something, as formatted: `  public static func loss(`.
private struct Declaration {
  private static let modifiers: Set<Substring> = [
    "final", "mutating", "package", "public", "static",
  ]
  private static let types: Set<Substring> = [
    "actor", "class", "enum", "protocol", "struct", "typealias",
  ]
  private static let keywords = types.union(["extension", "func", "let", "var"])

  /// The indentation: 0 at the top level of the file, 2 for a member.
  let indentation: Int
  let keyword: Substring
  let name: Substring

  /// Returns nil for a line that declares nothing, or something within a function.
  init?(_ line: Substring) {
    let code = line.drop { $0 == " " }
    indentation = line.utf8.count - code.utf8.count
    guard indentation == 0 || indentation == 2 else { return nil }
    let words = code.split(separator: " ").drop(while: Self.modifiers.contains)
    guard let keyword = words.first, Self.keywords.contains(keyword),
      let name = words.dropFirst().first
    else { return nil }
    self.keyword = keyword
    self.name = name.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  var isType: Bool { indentation == 0 && Self.types.contains(keyword) }
}
