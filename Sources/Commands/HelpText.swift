import Text

/// The text of `course help COMMAND`, in lines of at most 80 columns.
struct HelpText {
  private static let width = 80
  private let path: [Command]
  private let language: Language

  /// Makes the help for the last command of a path that begins at the root.
  init(of path: [Command], _ language: Language) {
    self.path = path
    self.language = language
  }

  private var command: Command { path[path.count - 1] }

  /// The help, without a trailing line break.
  var text: String {
    var parts = [sentence(command.summary(language)), usage]
    for group in command.groups where !group.present.isEmpty {
      parts.append(
        heading(group.title)
          + list(group.present.map { ($0.name, $0.summary(language)) }))
    }
    parts.append(
      heading(Phrase("Options", zh: "选项"))
        + list(command.allOptions.map { ($0.usage(language), $0.summary(language)) }))
    if let details = command.details() {
      parts.append(paragraphs(details(language)))
    }
    if !command.groups.isEmpty { parts.append(more) }
    return parts.joined(separator: "\n\n")
  }

  private var name: String { path.map(\.name).joined(separator: " ") }

  /// The usage line: `usage: course hint EXERCISE [options]`.
  var usage: String {
    var lines: [String] = []
    if command.action != nil {
      var words = [name] + command.arguments.map { $0.usage(language) }
      if !command.options.isEmpty { words.append(Phrase("[options]", zh: "[选项]")(language)) }
      lines.append(words.joined(separator: " "))
    }
    if !command.groups.isEmpty {
      lines.append("\(name) \(Phrase("COMMAND", zh: "命令")(language)) …")
    }
    let label = Phrase("usage: ", zh: "用法：")(language)
    let indent = String(repeating: " ", count: displayWidth(of: label))
    return label + lines.joined(separator: "\n" + indent)
  }

  private var more: String {
    Phrase(
      "For more about a command: \(name) help COMMAND",
      zh: "查看某个命令的说明：\(name) help 命令")(language)
  }

  private func heading(_ title: Phrase) -> String {
    title(language) + Phrase(":", zh: "：")(language) + "\n"
  }

  /// Two columns; a name too long for the first column gets a line of its own.
  private func list(_ rows: [(name: String, summary: String)]) -> String {
    let widest = rows.map { displayWidth(of: $0.name) }.filter { $0 <= 24 }.max() ?? 0
    let indent = String(repeating: " ", count: widest + 4)
    return rows.flatMap { row -> [String] in
      let lines = TextWrapping.lines(row.summary, width: Self.width - widest - 4)
      guard displayWidth(of: row.name) <= widest else {
        return ["  " + row.name] + lines.map { indent + $0 }
      }
      return ["  " + padded(row.name, to: widest + 2) + (lines.first ?? "")]
        + lines.dropFirst().map { indent + $0 }
    }.joined(separator: "\n")
  }

  private func wrapped(_ text: String) -> String {
    TextWrapping.lines(text, width: Self.width).joined(separator: "\n")
  }

  /// Refills paragraphs; blank and indented lines stay as they are.
  private func paragraphs(_ text: String) -> String {
    var lines: [String] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if isOpen, let first = line.first, first != " ", let last = lines.last?.last {
        // Chinese has no space at a line break.
        let isLatin = displayWidth(of: first) == 1 && displayWidth(of: last) == 1
        lines[lines.count - 1] += (isLatin ? " " : "") + line
      } else {
        lines.append(line)
      }
      isOpen = line.first.map { $0 != " " } ?? false
    }
    return lines.map { $0.hasPrefix(" ") ? hanging($0) : wrapped($0) }.joined(separator: "\n")
  }

  /// An indented line whose second column wraps below itself.
  private func hanging(_ line: String) -> String {
    guard displayWidth(of: line) > Self.width else { return line }
    let name = line.drop { $0 == " " }
    guard let gap = name.firstRange(of: "  ") else { return line }
    let rest = name[gap.lowerBound...].drop { $0 == " " }
    let start = line[..<rest.startIndex]
    let column = displayWidth(of: String(start))
    return start
      + TextWrapping.lines(String(rest), width: Self.width - column)
      .joined(separator: "\n" + String(repeating: " ", count: column))
  }

  /// The summary as a sentence of its own, such as “Run the graded tests.”.
  private func sentence(_ summary: String) -> String {
    let end = Phrase(".", zh: "。")(language)
    return wrapped(summary.prefix(1).uppercased() + summary.dropFirst() + end)
  }
}
