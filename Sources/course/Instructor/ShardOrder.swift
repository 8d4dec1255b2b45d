import Commands
import Coursework
import Foundation
import Grading

/// The command with which the shards of a class are graded, stored so that a merge needs no
/// options.
struct ShardOrder: Codable {
  /// The folder in which it was called, since its paths may be relative.
  let folder: String
  let invocation: Invocation
  /// The number of shards.
  let count: Int

  init(_ invocation: Invocation, of count: Int) {
    folder = FileManager.default.currentDirectoryPath
    self.invocation = invocation
    self.count = count
  }

  /// The full path of the running program.
  static var program: String { RunEnvironment.current.programs.appending(path: "course").path }

  /// Returns the command line that grades a shard.
  func command(_ shard: Shard) -> String {
    let words = invocation.without(["--shard", "--retry", "--slurm"]).words
    return ([Self.program] + words + ["--shard", "\(shard)"]).map(\.quotedForShell)
      .joined(separator: " ")
  }
}

extension String {
  /// The text quoted as a single word for a shell.
  var quotedForShell: String {
    let plain = allSatisfy { $0.isLetter || $0.isNumber || "-_./=,+:@".contains($0) }
    return plain && !isEmpty ? self : "'\(replacing("'", with: "'\\''"))'"
  }
}
