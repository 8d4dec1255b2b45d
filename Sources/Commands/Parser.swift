import Text

/// Reads a command line.
///
/// Options may stand anywhere, as `--name value` or `--name=value`; if one is given twice, the last
/// value counts. `--` ends the options, so that a word after it may begin with a dash.
struct Parser {
  /// The request expressed by a command line.
  enum Request {
    case run(Invocation)
    case help(of: [Command])
  }

  /// The commands from the root to the one reached so far.
  private(set) var path: [Command]
  private var operands: [String] = []
  private var values: [String: String] = [:]
  private var wantsHelp = false
  private let language: Language

  init(_ root: Command, language: Language) {
    path = [root]
    self.language = language
  }

  private var command: Command { path[path.count - 1] }

  /// Parses the words after the program's name.
  ///
  /// - Throws: `CommandError` at the first word that is not understood.
  mutating func parse(_ words: [String]) throws(CommandError) -> Request {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      }
      if word.hasPrefix("-"), word != "-" {
        try readOption(word, &rest)
      } else if operands.isEmpty, word == "help", !command.groups.isEmpty {
        wantsHelp = true
      } else if operands.isEmpty, let next = command.subcommand(word) {
        if let reason = next.absence { throw .usage(reason) }
        path.append(next)
      } else {
        operands.append(word)
      }
    }
    if wantsHelp {
      if let word = operands.first, !command.groups.isEmpty { throw unknownCommand(word) }
      return .help(of: path)
    }
    guard command.action != nil else {
      if let word = operands.first { throw unknownCommand(word) }
      throw .missingArgument(Phrase("COMMAND", zh: "命令"))
    }
    for name in values.keys.sorted() where !command.allOptions.contains(where: { $0.name == name })
    {
      throw unknownOption(name)
    }
    try checkOperands()
    return .run(
      Invocation(
        path: path.map(\.name), operands: operands, values: values, language: language))
  }

  private mutating func readOption(
    _ word: String, _ rest: inout ArraySlice<String>
  ) throws(CommandError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0] == "-h" ? "--help" : String(parts[0])
    let attached = parts.count == 2 ? String(parts[1]) : nil
    guard let option = command.allOptions.first(where: { $0.name == name }) else {
      throw unknownOption(name)
    }
    guard let placeholder = option.value else {
      if let attached { throw .unexpectedValue(option: name, attached) }
      if name == Option.help.name { wantsHelp = true } else { values[name] = "" }
      return
    }
    if let attached {
      values[name] = attached
    } else if let next = rest.first, !next.hasPrefix("--") {
      values[name] = rest.removeFirst()
    } else {
      throw .missingValue(option: name, placeholder: placeholder)
    }
    if name == Option.language.name, let value = values[name], Language(rawValue: value) == nil {
      throw .badValue(option: name, value, expected: Phrase("en or zh", zh: "en 或 zh"))
    }
  }

  private func checkOperands() throws(CommandError) {
    let arguments = command.arguments
    if arguments.isEmpty, let word = operands.first {
      throw command.groups.isEmpty ? .unexpectedArgument(word) : unknownCommand(word)
    }
    let required = arguments.filter(\.count.isRequired)
    if operands.count < required.count {
      throw .missingArgument(required[operands.count].name)
    }
    if !arguments.contains(where: \.count.isEndless), operands.count > arguments.count {
      throw .unexpectedArgument(operands[arguments.count])
    }
  }

  private func unknownCommand(_ word: String) -> CommandError {
    let names = command.subcommands.map(\.name)
    return .unknown(.command, word, nearest: Spelling.nearest(word, names + ["help"]), known: names)
  }

  /// Recognizes a command written as an option, such as `course quiz --check`.
  private func unknownOption(_ name: String) -> CommandError {
    let bare = String(name.drop { $0 == "-" })
    let nearest =
      command.subcommand(bare).map { (path.map(\.name) + [$0.name]).joined(separator: " ") }
      ?? Spelling.nearest(name, command.allOptions.map(\.name))
    return .unknown(.option, name, nearest: nearest)
  }

  /// The language requested with `--lang`, even on an otherwise invalid line.
  static func language(in words: [String]) -> Language? {
    let words = words.prefix { $0 != "--" }
    let name = Option.language.name
    let named = zip(words, words.dropFirst() + [""]).compactMap { word, next -> Language? in
      if word.hasPrefix(name + "=") {
        return Language(rawValue: String(word.dropFirst(name.count + 1)))
      }
      return word == name ? Language(rawValue: next) : nil
    }
    return named.last
  }
}
