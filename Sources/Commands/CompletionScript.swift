public import Text

/// A script that teaches a shell which words may follow on a command line.
public struct CompletionScript {
  /// The supported shells.
  public enum Shell: String, CaseIterable, Sendable {
    case bash, zsh, fish
  }

  private let places: [Place]
  private let program: String
  private let shell: Shell

  /// Describes a command and all commands below it.
  public init(_ root: Command, for shell: Shell, _ language: Language) {
    program = root.name
    places = Self.places([root], language)
    self.shell = shell
  }

  /// The text of the script.
  public var text: String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  /// The words that may be typed after a command.
  struct Place {
    /// The words of the command, as in `course quiz check`.
    var path: String
    /// The words without dashes.
    var words: [Word]
    var takesFiles: Bool
    var options: [(option: Option, word: Word)]
  }

  struct Word {
    var text: String
    var summary: String
  }

  private static func places(_ path: [Command], _ language: Language) -> [Place] {
    guard let command = path.last else { return [] }
    var words = command.subcommands.map { Word(text: $0.name, summary: $0.summary(language)) }
    var takesFiles = false
    for argument in command.arguments {
      switch argument.completion {
      case .none: break
      case .files, .folders: takesFiles = true
      case .words(let list):
        words += list().map { Word(text: $0, summary: argument.name(language)) }
      }
    }
    let options = command.allOptions.map {
      (option: $0, word: Word(text: $0.name, summary: $0.summary(language)))
    }
    let place = Place(
      path: path.map(\.name).joined(separator: " "), words: words, takesFiles: takesFiles,
      options: options)
    return [place] + command.subcommands.flatMap { places(path + [$0], language) }
  }

  /// The options that take a value, each listed once: the word after one of them is not a command.
  private var valued: [String] {
    var seen: Set<String> = []
    return places.flatMap(\.options).filter { $0.option.value != nil }.map(\.option.name)
      .filter { seen.insert($0).inserted }
  }

  /// The commands below the root, which the script looks for along the line.
  private var paths: [String] { places.map(\.path).filter { $0.contains(" ") } }
}

// MARK: bash

extension CompletionScript {
  private var bash: String {
    var cases: [String] = []
    for place in places {
      for (option, _) in place.options where option.value != nil {
        cases.append("    \"\(place.path) \(option.name)\") \(bashReply(option.completion)) ;;")
      }
    }
    let lists = places.map { place in
      let options = place.options.map(\.word.text).joined(separator: " ")
      let words = place.words.map(\.text).joined(separator: " ")
      let files = place.takesFiles ? "; compopt -o default" : ""
      return "    \"\(place.path)\") options=\"\(options)\"; words=\"\(words)\"\(files) ;;"
    }
    return """
      _\(program)() {
        local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
        # bash takes --name=value apart at the equals sign.
        if [ "$current" = "=" ]; then
          current=
        elif [ "$before" = "=" ]; then
          before=${COMP_WORDS[COMP_CWORD-2]}
        fi
        local path=\(program) skip= word options= words=
        for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
          if [ -n "$skip" ]; then skip=; continue; fi
          case " \(valued.joined(separator: " ")) " in *" $word "*) skip=yes; continue ;; esac
          case "$path $word" in
            \(paths.map { "\"\($0)\"" }.joined(separator: "|"))) path="$path $word" ;;
          esac
        done
        COMPREPLY=()
        case "$path $before" in
      \(cases.joined(separator: "\n"))
        esac
        case "$path" in
      \(lists.joined(separator: "\n"))
        esac
        case $current in
          -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
          *) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
        esac
      }
      complete -F _\(program) \(program)
      """
  }

  private func bashReply(_ completion: Completion) -> String {
    switch completion {
    case .none: "return"
    case .files: "COMPREPLY=($(compgen -f -- \"$current\")); return"
    case .folders: "COMPREPLY=($(compgen -d -- \"$current\")); return"
    case .words(let list):
      "COMPREPLY=($(compgen -W \"\(list().joined(separator: " "))\" -- \"$current\")); return"
    }
  }
}

// MARK: zsh

extension CompletionScript {
  private var zsh: String {
    var values: [String] = []
    for place in places {
      for (option, _) in place.options where option.value != nil {
        values.append("    \"\(place.path) \(option.name)\") \(zshReply(option.completion)) ;;")
      }
    }
    let lists = places.map { place in
      let options = place.options.map { described($0.word) }.joined(separator: " ")
      let words = place.words.map(described).joined(separator: " ")
      let files = place.takesFiles ? "; files=yes" : ""
      return "    \"\(place.path)\") options=(\(options)); proposed=(\(words))\(files) ;;"
    }
    return """
      #compdef \(program)
      _\(program)() {
        local place=\(program) skip= files= word before=${words[CURRENT-1]}
        local -a options proposed
        if [[ $words[CURRENT] == --*=* ]]; then
          before=${words[CURRENT]%%=*}
          compset -P '*='
        fi
        for word in ${words[2,CURRENT-1]}; do
          if [[ -n $skip ]]; then skip=; continue; fi
          if [[ " \(valued.joined(separator: " ")) " == *" $word "* ]]; then skip=yes; continue; fi
          case "$place $word" in
            \(paths.map { "\"\($0)\"" }.joined(separator: "|"))) place="$place $word" ;;
          esac
        done
        case "$place $before" in
      \(values.joined(separator: "\n"))
        esac
        case "$place" in
      \(lists.joined(separator: "\n"))
        esac
        if [[ $words[CURRENT] == -* ]]; then
          _describe option options
        else
          (( $#proposed )) && _describe word proposed
          [[ -n $files ]] && _files
        fi
      }
      if [[ $funcstack[1] == _\(program) ]]; then _\(program) "$@"; else compdef _\(program) \(program); fi
      """
  }

  private func zshReply(_ completion: Completion) -> String {
    switch completion {
    case .none: "return"
    case .files: "_files; return"
    case .folders: "_files -/; return"
    case .words(let list): "compadd -- \(list().joined(separator: " ")); return"
    }
  }

  private func described(_ word: Word) -> String {
    quoted(word.text.replacing(":", with: "\\:") + ":" + word.summary)
  }

  private func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}

// MARK: fish

extension CompletionScript {
  private var fish: String {
    var lines = [
      """
      function __\(program)_place
        set -l place \(program)
        set -l skip
        for word in (commandline -opc)[2..-1]
          if test -n "$skip"
            set skip
            continue
          end
          if contains -- $word \(valued.joined(separator: " "))
            set skip yes
            continue
          end
          if contains -- "$place $word" \(paths.map { "\"\($0)\"" }.joined(separator: " "))
            set place "$place $word"
          end
        end
        test "$place" = "$argv[1]"
      end
      complete -c \(program) -f
      """
    ]
    for place in places {
      let head = "complete -c \(program) -n \"__\(program)_place '\(place.path)'\""
      lines += place.words.map { "\(head) -a \($0.text) -d \(fishQuoted($0.summary))" }
      if place.takesFiles { lines.append("\(head) -F") }
      for (option, word) in place.options {
        lines.append(
          "\(head) -l \(option.name.dropFirst(2))\(fishValue(option)) -d \(fishQuoted(word.summary))"
        )
      }
    }
    return lines.joined(separator: "\n")
  }

  private func fishValue(_ option: Option) -> String {
    guard option.value != nil else { return "" }
    return switch option.completion {
    case .none: " -x"
    case .files: " -r -F"
    case .folders: " -x -a \"(__fish_complete_directories)\""
    case .words(let list): " -x -a \(fishQuoted(list().joined(separator: " ")))"
    }
  }

  private func fishQuoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
