import Foundation
import Processes

/// What a bubblewrap can do beside what all can, since 0.4.
struct BubblewrapAbilities: Sendable, Equatable {
  /// It keeps what is inside from making user namespaces, since 0.8; the filter of system calls does so
  /// as well.
  var disablesNamespaces = false
  /// It limits the size of a scratch folder, since 0.7.
  ///
  /// With one that does not, there is none.
  var limitsScratch = false
  /// It empties the environment, since 0.5; it is started with an empty one as it is.
  var clearsEnvironment = false

  /// Reads what `bwrap --help` says.
  init(help: String) {
    func knows(_ option: String) -> Bool {
      help.split(whereSeparator: \.isWhitespace).contains { $0 == option }
    }
    disablesNamespaces = knows("--disable-userns")
    limitsScratch = knows("--size")
    clearsEnvironment = knows("--clearenv")
  }

  /// Asks a program.
  init(of program: URL) {
    let help = try? Subprocess([program.path, "--help"], timeLimit: 10).run()
    self.init(help: help?.text ?? "")
  }
}
