import Coursework
import Files
import Foundation
import Processes
import Sandboxes

/// The linker's own command line for a worker, so that no submission waits for the compiler driver,
/// which takes longer to write it than the linker to follow it.
struct LinkerCommand: Codable, Sendable {
  /// The words in order, with the place-holders of the object and of the program.
  private let words: [String]
  private let object: String
  private let program: String

  /// Asks the driver which command it would run (`clang -###`) to link one object with the C
  /// library and what every Swift program begins with.
  ///
  /// - Parameters:
  ///   - object: any object file, in whose place the objects of a worker are put later.
  ///   - toolchain: the toolchain, which has the same paths inside the sandbox.
  /// - Throws: `GradingError.buildInputsFailed` when the driver names no linker.
  init(placeholder object: URL, _ toolchain: Toolchain) throws {
    let program = object.deletingLastPathComponent().appending(path: "worker").path
    let question =
      [toolchain.program("clang"), "-###"]
      + DirectBuild.linking(
        [object.path], libraries: [], runtime: toolchain.runtime,
        options: ["-pie", "-Wl,-rpath,$ORIGIN"], to: program)
    let outcome = try Subprocess(question, timeLimit: 120).run()
    let words = Self.words(of: outcome.text.split(separator: "\n").last ?? "")
    guard outcome.succeeded, words.contains(object.path), words.contains(program) else {
      throw GradingError.buildInputsFailed(what: question[0], output: outcome.text)
    }
    // Swift's own library is a part of the course's.
    self.words = words.filter { $0 != "-lswiftCore" }
    self.object = object.path
    self.program = program
  }

  /// Returns the words of a line such as `"ld.lld" "-rpath" "\$ORIGIN"`.
  private static func words(of line: Substring) -> [String] {
    line.matches(of: #/"((?:[^"\\]|\\.)*)"/#).map { quoted in
      String(quoted.1).replacing(#/\\(.)/#) { String($0.1) }
    }
  }

  /// Returns the command that links objects with the course's library alone.
  ///
  /// What that library needs in its turn is loaded with it, and names are looked up there when the
  /// program starts: to read the tables of those libraries for each submission would take half of
  /// the linker's time. Names that no object defines are therefore not noticed.
  func linking(_ objects: [String], to output: String) -> [String] {
    words.flatMap { word in
      switch word {
      case object: objects
      case program: [output]
      default: [word]
      }
    } + ["--unresolved-symbols=ignore-all"]
  }
}
