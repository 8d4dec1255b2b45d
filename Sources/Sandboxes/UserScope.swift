import Foundation
import Processes

/// The scopes of a user's systemd, in which an ordinary user can limit processes.
struct UserScope: Sendable, Equatable {
  private let program: String

  /// The scopes on this machine; nil where no systemd serves the user.
  static let ofMachine = getuid() == 0 ? nil : UserScope()

  /// Starts a program that does nothing in a scope, to test whether scopes are available.
  init?(path: String = ProcessInfo.processInfo.environment["PATH"] ?? "") {
    guard let program = Toolchain.program("systemd-run", path: path)?.path else { return nil }
    self.program = program
    let trial = command(["/usr/bin/true"], limits: .probe)
    guard let outcome = try? Subprocess(trial, timeLimit: 5).run(), outcome.succeeded else {
      return nil
    }
  }

  /// Returns the command line that runs a command in a scope limiting its total memory and tasks
  /// (`man 1 systemd-run`, `man 5 systemd.resource-control`).
  ///
  /// The scope ends with the command; remaining processes end with their process namespace.
  func command(_ command: [String], limits: SandboxLimits) -> [String] {
    [
      "/usr/bin/env", "XDG_RUNTIME_DIR=/run/user/\(getuid())", program, "--user", "--scope",
      "--quiet", "--collect", "--property=MemoryMax=\(limits.memory)",
      "--property=MemorySwapMax=0", "--property=TasksMax=\(limits.tasks)", "--",
    ] + command
  }
}
