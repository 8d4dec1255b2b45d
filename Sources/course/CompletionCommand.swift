import Commands
import Text

/// `course completion SHELL`: prints a script that makes Tab complete commands, options, weeks and
/// exercises.
enum CompletionCommand {
  static var command: Command {
    Command(
      "completion",
      Phrase("print a script that lets Tab complete commands and names", zh: "输出 Tab 自动补全脚本"),
      arguments: [
        Argument(
          Phrase("bash|zsh|fish", zh: "bash|zsh|fish"),
          completion: .words { CompletionScript.Shell.allCases.map(\.rawValue) })
      ],
      details: Phrase(
        """
        A shell completes “course”, so give it a command of that name:
          course() { swift run -q course "$@"; }
        Then, in the file that your shell reads when it starts:
          bash   eval "$(course completion bash)"
          zsh    eval "$(course completion zsh)"     after compinit
          fish   course completion fish | source
        """,
        zh: """
          补全针对名为 course 的命令，因此先定义一个：
            course() { swift run -q course "$@"; }
          再在 shell 的启动文件里加上：
            bash   eval "$(course completion bash)"
            zsh    eval "$(course completion zsh)"     放在 compinit 之后
            fish   course completion fish | source
          """),
      action: run)
  }

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let word = invocation.operands[0]
    guard let shell = CompletionScript.Shell(rawValue: word) else {
      let names = CompletionScript.Shell.allCases.map(\.rawValue)
      throw CommandError.unknown(
        .shell, word, nearest: Spelling.nearest(word, names), known: names)
    }
    print(CompletionScript(CourseCommand.root, for: shell, invocation.language).text)
    return .success
  }
}

extension CommandError.Noun {
  fileprivate static let shell = Self("shell", zh: "这种 shell 的补全脚本")
}
