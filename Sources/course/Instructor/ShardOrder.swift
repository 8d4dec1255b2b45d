import Commands
import Coursework
import Foundation
import Grading

/// The command with which the shards of a class are graded, kept so that a merge needs no words.
struct ShardOrder: Codable {
  /// Where it was called: its paths may be relative.
  let folder: String
  let invocation: Invocation
  /// The number of shards.
  let count: Int

  init(_ invocation: Invocation, of count: Int) {
    folder = FileManager.default.currentDirectoryPath
    self.invocation = invocation
    self.count = count
  }

  /// The program that runs, by its full path.
  static var program: String { RunEnvironment.current.programs.appending(path: "course").path }

  /// The command line that grades a shard.
  func command(_ shard: Shard) -> String {
    let words = invocation.without(["--shard", "--retry", "--slurm"]).words
    return ([Self.program] + words + ["--shard", "\(shard)"]).map(\.quotedForShell)
      .joined(separator: " ")
  }
}

extension String {
  /// As one word of a shell's command line.
  var quotedForShell: String {
    let plain = allSatisfy { $0.isLetter || $0.isNumber || "-_./=,+:@".contains($0) }
    return plain && !isEmpty ? self : "'\(replacing("'", with: "'\\''"))'"
  }
}
