import Banks
import Commands
import Files
import Foundation
import Text

/// `course quiz import FILE --out BANK.md`: converts another program's quiz to a bank, and reports
/// what is lost.
struct ImportCommand {
  var context: CommandContext

  func run() throws(CommandError) -> ExitCode {
    let path = context.options.operands[0]
    let out = context.options.out.flatMap { $0 == "-" ? nil : $0 }
    let language = try language(of: out)
    if let out, FileManager.default.fileExists(atPath: out) {
      throw .usage(
        Phrase(
          "\(printable(out)) is there already, and a bank is not overwritten: name another file",
          zh: "\(printable(out)) 已存在，题库不会被覆盖：请换一个文件名"))
    }
    let data = try read(path)
    let bank: ImportedBank
    let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    do throws(ImportError) {
      bank = try ImportedBank(data, name: name, language: language)
    } catch {
      throw .data(error.phrase.prefixed("\(printable(path)) ", chinese: "\(printable(path))："))
    }
    for loss in bank.losses {
      writeError("\(printable(path)):\(loss.phrase(context.language))\n")
    }
    guard !bank.questions.isEmpty else {
      throw .data(
        ImportError.noQuestions.phrase.prefixed(
          "\(printable(path)) ", chinese: "\(printable(path))："))
    }
    let markdown = bank.markdown
    if let out {
      try CommandError.write(markdown, to: out)
      try writeDrawings(bank.drawings, beside: out)
    } else {
      writeOut(markdown)
    }
    return report(bank, markdown, out ?? "Imported.\(language.code).md")
  }

  /// Writes the pictures of the questions; existing files are kept, with a message.
  private func writeDrawings(
    _ drawings: [String: Data], beside bank: String
  ) throws(CommandError) {
    let folder = URL(fileURLWithPath: bank).deletingLastPathComponent()
    for (name, content) in drawings.sorted(by: { $0.key < $1.key }) {
      let path = folder.appendingPathComponent(name).path
      guard FileManager.default.fileExists(atPath: path) else {
        try CommandError.write(content, to: path)
        continue
      }
      guard (try? Data(contentsOf: URL(fileURLWithPath: path))) != content else { continue }
      writeError(
        Phrase(
          "\(printable(path)) is there already and is kept: compare it with the picture of the file",
          zh: "\(printable(path)) 已存在，予以保留：请与导入文件里的图片核对")(context.language) + "\n")
    }
  }

  /// Reports the number of questions, and the findings of `quiz check` on the bank.
  private func report(_ bank: ImportedBank, _ markdown: String, _ file: String) -> ExitCode {
    let faults = Bank.read(Data(markdown.utf8), file: file, deeply: true).faults
    for fault in faults { writeError(fault.phrase(context.language) + "\n") }
    writeError(
      context.phrases(
        .imported(
          bank.questions.count, leftOut: bank.losses.count(where: \.isLeftOut),
          losses: bank.losses.count { !$0.isLeftOut }, faults: faults.count)) + "\n")
    return faults.isEmpty ? .success : .data
  }

  /// Returns the language in the bank's name, or else that of the command.
  private func language(of out: String?) throws(CommandError) -> BankLanguage {
    guard let out else { return BankLanguage(context.language) }
    guard let identity = Bank.identity(ofFile: out) else {
      throw .usage(
        Phrase(
          "a bank's name states its id and language: name it like C1W2-Basics.en.md, not \(printable(out))",
          zh: "题库的文件名要写明编号和语言：请按 C1W2-Basics.zh.md 这样命名，而不是 \(printable(out))"))
    }
    return identity.language
  }

  private func read(_ path: String) throws(CommandError) -> Data {
    guard FileManager.default.fileExists(atPath: path) else {
      throw .noInput(Phrase("there is no file \(printable(path))", zh: "找不到 \(printable(path))"))
    }
    guard !FileManager.default.isFolder(path) else {
      throw .noInput(
        Phrase(
          "\(printable(path)) is a folder: name the file in it",
          zh: "\(printable(path)) 是文件夹：请写出其中的文件"))
    }
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      // One byte beyond the limit shows that the file is too large.
      return try handle.read(upToCount: ForeignFile.mostBytes + 1) ?? Data()
    } catch {
      throw .noInput(Phrase(reporting: error))
    }
  }
}

extension Phrase {
  fileprivate func prefixed(_ english: String, chinese: String) -> Phrase {
    Phrase(english + self.english, zh: chinese + self.chinese)
  }

  fileprivate static func imported(_ questions: Int, leftOut: Int, losses: Int, faults: Int)
    -> Phrase
  {
    func count(_ number: Int, _ noun: String) -> String {
      "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
    let left = leftOut == 0 ? "" : ", \(leftOut) left out"
    return Phrase(
      "\(count(questions, "question"))\(left), \(count(losses, "remark")), \(count(faults, "fault"))",
      zh: "导入 \(questions) 道题\(leftOut == 0 ? "" : "，\(leftOut) 道未导入")，\(losses) 条说明，\(faults) 处问题")
  }
}
