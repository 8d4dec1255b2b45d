import Banks
import Commands
import Foundation
import Text

/// `course quiz results RESULT…`: brings an exam's mistakes, as graded by the instructor, into the
/// review.
struct ResultsCommand {
  var context: CommandContext

  func run() throws(CommandError) -> ExitCode {
    let library = try context.library()
    let calendar = try context.calendar()
    let phrases = context.phrases
    for path in context.options.operands {
      let result: ResultFile
      do throws(ResultFile.Failure) {
        result = try ResultFile.read(path)
      } catch {
        switch error {
        case .unreadable, .folder: throw .noInput(error.phrase)
        default: throw .data(error.phrase)
        }
      }
      guard let entry = library.entry(result.quiz) else {
        throw .data(
          Phrase(
            "\(path): there is no quiz “\(printable(result.quiz))” here: name its folder with --banks",
            zh: "\(path): 这里没有测验“\(printable(result.quiz))”：请用 --banks 指定题库目录"))
      }
      let bank = try context.bank(entry)
      // Without keys, a review could not explain anything.
      let known = bank.keyless == nil ? Set(bank.questions.map { "\(bank.id)/\($0.id)" }) : []
      var taken = Progress.TakenResult.before
      do throws(ProgressStore.Failure) {
        try context.store.update(now: Date()) {
          taken = $0.take(result, quiz: bank.id, known: known, now: Date(), calendar: calendar)
        }
      } catch {
        throw .cannotCreate(path: context.store.path, reason: error.phrase)
      }
      writeOut(phrases(.tookResult(of: bank.id, result, taken)) + "\n")
    }
    return .success
  }
}
