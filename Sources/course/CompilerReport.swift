import Coursework
import Foundation
import Text

/// What the compiler says, in the learner's own line numbers.
struct CompilerReport {
  private let build: PackageBuild
  private let package: String
  /// The weeks that were asked for.
  private let weeks: [Week]
  private static let most = 5

  init(_ build: PackageBuild, package: URL, weeks: [Week]) {
    self.build = build
    self.package = package.path + "/"
    self.weeks = weeks
  }

  func lines(_ language: Language) -> [String] {
    let diagnostics = build.diagnostics
    if diagnostics.isEmpty { return [String(build.output.suffix(2000))] }
    var lines = diagnostics.prefix(Self.most).flatMap { diagnostic in
      [
        "  \(path(of: diagnostic)):\(diagnostic.line):\(diagnostic.column)",
        "    \(diagnostic.message)",
      ]
    }
    let more = diagnostics.count - Self.most
    if more > 0 {
      lines.append(Phrase("  and \(more) more", zh: "  还有 \(more) 个错误")(language))
    }
    let folders = weeks.map { "Exercises/\($0.folder)/" }
    let isElsewhere = !diagnostics.contains { diagnostic in
      folders.contains { path(of: diagnostic).hasPrefix($0) }
    }
    if isElsewhere, weeks.count == 1 {
      lines.append(
        Phrase(
          "None of these errors is in \(folders[0]), but Swift builds all weeks together: mend them, or put a stub back with course reset.",
          zh: "这些错误都不在 \(folders[0]) 里，但 Swift 会一起构建所有周：请先改好，或用 course reset 恢复空函数。")(
            language))
    }
    return lines
  }

  private func path(of diagnostic: PackageBuild.Diagnostic) -> String {
    diagnostic.file.hasPrefix(package)
      ? String(diagnostic.file.dropFirst(package.count)) : diagnostic.file
  }
}
