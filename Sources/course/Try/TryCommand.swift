import Commands
import Coursework
import Foundation
import Syllabus
import Text

/// `course try EXERCISE NAME=VALUE…`: calls the learner's function once with the learner's input.
enum TryCommand {
  static var command: Command {
    Command(
      "try",
      Phrase("call your function with your own input", zh: "用你自己的输入调用你写的函数"),
      arguments: [
        .exercise,
        Argument(Phrase("NAME=VALUE", zh: "名称=值"), .any),
      ],
      details: Phrase(
        """
        Without values it says which arguments the exercise has. Values:
          0.5    [[0, 2], [1, -1]]    zeros(2, 3)  ones(4, 1)  randn(3, 5)
          relu   true                 {W: [[1, 2]], b: [[0]]}   [2, 3, 1]
        For example:
          swift run course try C1W2.sigmoid 'z=[[0, 2], [1, -1]]'
        """,
        zh: """
          不写值时，列出这个练习的参数。值的写法：
            0.5    [[0, 2], [1, -1]]    zeros(2, 3)  ones(4, 1)  randn(3, 5)
            relu   true                 {W: [[1, 2]], b: [[0]]}   [2, 3, 1]
          例如：
            swift run course try C1W2.sigmoid 'z=[[0, 2], [1, -1]]'
          """),
      action: run)
  }

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let language = invocation.language
    let (week, exercise) = try Selection.exercise(invocation.operands[0])
    let forms = try ArgumentForms(of: exercise)
    let words = invocation.operands.dropFirst()
    if words.isEmpty, !exercise.info.parameters.isEmpty {
      print("\(exercise.info.id)   \(forms.text(language))")
      print(forms.command(exercise.info))
      return .success
    }
    let arguments = try arguments(Array(words), of: exercise, forms)
    if case .refused(let lines) = try ProgramBuild(.worker, for: [week]).run() {
      CheckCommand.report(refusal: lines)
      return .failure
    }
    let worker = WorkerClient(program: RunEnvironment.current.programs.appending(path: "worker"))
    let trial = Trial(of: exercise, arguments, on: .process(worker))
    return show(trial, of: exercise, arguments, forms, language)
  }

  // MARK: Arguments

  private static func arguments(
    _ words: [String], of exercise: any AnyExercise, _ forms: ArgumentForms
  ) throws -> [Value] {
    let names = exercise.info.parameters
    var values: [String: Value] = [:]
    for word in words {
      let (name, text) = try split(word, exercise.info, forms)
      guard let place = names.firstIndex(of: name) else {
        let nearest = Spelling.nearest(name, names)
        let guess = nearest.map { Phrase("; did you mean \($0)?", zh: "，是不是 \($0)？") }
        throw refused(
          exercise.info, forms,
          Phrase(
            "has no argument “\(printable(name))”\(guess?.english ?? "")",
            zh: "没有参数“\(printable(name))”\(guess?.chinese ?? "")"))
      }
      guard values[name] == nil else {
        throw refused(
          exercise.info, forms,
          Phrase("is given \(name) twice", zh: "的参数 \(name) 给了两次"))
      }
      do {
        values[name] = try Literal(text).value(like: forms.example(place), name)
      } catch let error as LiteralError {
        throw CommandError.usage(
          Phrase("\(name): \(error.phrase.english)", zh: "\(name)：\(error.phrase.chinese)"))
      } catch let error as ArgumentFormError {
        throw refused(exercise.info, forms, nil, error.phrase)
      }
    }
    let missing = names.filter { values[$0] == nil }
    guard missing.isEmpty else {
      throw refused(
        exercise.info, forms,
        Phrase(
          "lacks \(missing.joined(separator: ", "))", zh: "缺少参数 \(missing.joined(separator: "、"))"))
    }
    let arguments = names.compactMap { values[$0] }
    do {
      try exercise.check(arguments)
    } catch {
      throw refused(exercise.info, forms, nil, Phrase(of: error))
    }
    return arguments
  }

  /// Splits `z=[1, 2]` into name and value; a sole argument needs no name.
  private static func split(
    _ word: String, _ info: ExerciseInfo, _ forms: ArgumentForms
  ) throws -> (name: String, text: String) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let isName = !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    if parts.count == 2, isName { return (name, String(parts[1])) }
    if info.parameters.count == 1 { return (info.parameters[0], word) }
    throw refused(
      info, forms, nil,
      Phrase(
        "expected NAME=VALUE, got “\(printable(word))”", zh: "应为 名称=值，收到的是“\(printable(word))”"))
  }

  /// Combines the error with the list of the exercise's arguments.
  private static func refused(
    _ info: ExerciseInfo, _ forms: ArgumentForms, _ predicate: Phrase?, _ sentence: Phrase? = nil
  ) -> CommandError {
    let english = sentence?.english ?? "\(info.id) \(predicate?.english ?? "")"
    let chinese = sentence?.chinese ?? "\(info.id) \(predicate?.chinese ?? "")"
    return .usage(
      Phrase(
        "\(english)\n\(info.id) takes  \(forms.text(.english))\nfor example: \(forms.command(info))",
        zh: "\(chinese)\n\(info.id) 的参数  \(forms.text(.chinese))\n例如：\(forms.command(info))"))
  }

  // MARK: What came

  private static func show(
    _ trial: Trial, of exercise: any AnyExercise, _ arguments: [Value], _ forms: ArgumentForms,
    _ language: Language
  ) -> ExitCode {
    print(Console.paint(exercise.info.id, .bold))
    for (name, value) in zip(exercise.info.parameters, arguments) {
      print(indented("\(name) = \(value.clippedText(language))"))
    }
    var code = ExitCode.success
    switch trial.outcome {
    case .success(let answer):
      print(Phrase("your answer:", zh: "你的结果：")(language))
      print(indented(answer.shapedText(language)))
    case .failure(let failure):
      print(Console.paint(Console.wrapped(failure.phrase(language)), .red))
      code = .failure
    }
    let printed = trial.printed(language)
    if !printed.isEmpty {
      print(Phrase("your code printed:", zh: "你的代码打印了：")(language))
      print(indented(printed))
    }
    // Many functions of one argument accept any shape.
    if code != .success || arguments.count > 1,
      let note = forms.unusual(arguments, language)
    {
      print(Console.wrapped(Phrase("note: ", zh: "注意：")(language) + note))
    }
    return code
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
      .joined(separator: "\n")
  }
}
