import Banks
import Commands
import Text

/// `course quiz check [FILES]`: reports every fault of every bank, one per line.
struct CheckCommand {
  var context: CommandContext

  /// Checks the files, or all banks, and every pair of translations among or beside them.
  func run() throws(CommandError) -> ExitCode {
    var files = context.options.operands
    if files.isEmpty {
      files = try context.library().entries.flatMap { $0.files.values.sorted() }
    }
    var faults: [BankFault] = []
    var banks: [Bank] = []
    for file in files {
      let (bank, found) = Bank.read(file, deeply: true)
      faults += found
      if let bank { banks.append(bank) }
    }
    for bank in banks { faults += bank.translationFaults(among: banks) }
    for fault in faults { writeOut(fault.phrase(context.language) + "\n") }
    let questions = banks.reduce(0) { $0 + $1.questions.count }
    writeOut(
      context.phrases(.checked(files: files.count, questions: questions, faults: faults.count))
        + "\n")
    return faults.isEmpty ? .success : .data
  }
}
