import Foundation
import Processes

/// The features of a bubblewrap beyond those that every version since 0.4 has.
struct BubblewrapAbilities: Sendable, Equatable {
  /// Whether it prevents user namespaces inside, as it can since 0.8; the system call filter does
  /// so as well.
  var disablesNamespaces = false
  /// Whether it limits the size of a scratch folder, as it can since 0.7.
  ///
  /// Without this feature there is no scratch folder.
  var limitsScratch = false
  /// Whether it clears the environment, as it can since 0.5; it is started with an empty one
  /// anyway.
  var clearsEnvironment = false

  /// Parses the output of `bwrap --help`.
  init(help: String) {
    func knows(_ option: String) -> Bool {
      help.split(whereSeparator: \.isWhitespace).contains { $0 == option }
    }
    disablesNamespaces = knows("--disable-userns")
    limitsScratch = knows("--size")
    clearsEnvironment = knows("--clearenv")
  }

  /// Queries a program.
  init(of program: URL) {
    let help = try? Subprocess([program.path, "--help"], timeLimit: 10).run()
    self.init(help: help?.text ?? "")
  }
}
