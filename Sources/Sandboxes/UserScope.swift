import Foundation
import Processes

/// The scopes of a user's own systemd, in which an ordinary user can limit what he starts.
struct UserScope: Sendable, Equatable {
  private let program: String

  /// That of this machine; nil where no systemd serves the user.
  static let ofMachine = getuid() == 0 ? nil : UserScope()

  /// Starts a program that does nothing in a scope, which shows whether one can be had.
  init?(path: String = ProcessInfo.processInfo.environment["PATH"] ?? "") {
    guard let program = Toolchain.program("systemd-run", path: path)?.path else { return nil }
    self.program = program
    let trial = command(["/usr/bin/true"], limits: .probe)
    guard let outcome = try? Subprocess(trial, timeLimit: 5).run(), outcome.succeeded else {
      return nil
    }
  }

  /// The command, run in a scope whose memory and tasks are limited together (`man 1 systemd-run`,
  /// `man 5 systemd.resource-control`).
  ///
  /// It ends with the command; whatever is left of that ends with its namespace of processes.
  func command(_ command: [String], limits: SandboxLimits) -> [String] {
    [
      "/usr/bin/env", "XDG_RUNTIME_DIR=/run/user/\(getuid())", program, "--user", "--scope",
      "--quiet", "--collect", "--property=MemoryMax=\(limits.memory)",
      "--property=MemorySwapMax=0", "--property=TasksMax=\(limits.tasks)", "--",
    ] + command
  }
}
