public import Coursework
import Files
public import Foundation
import Releases
import Syllabus
import Text

/// A check of the course without building it: whether everything that a week needs is in place, and
/// whether the lists are up to date.
public struct PackageCheck: Sendable {
  private let weeks: [Week]
  private let package: URL
  private let demos: Set<String>

  /// Creates the check of a package.
  ///
  /// - Parameters:
  ///   - weeks: the weeks to check; the lists are checked for all weeks.
  ///   - package: the folder of the manifest.
  ///   - demos: the ids of the weeks that have a demo.
  public init(weeks: [Week], package: URL, demos: Set<String>) {
    self.weeks = weeks
    self.package = package
    self.demos = demos
  }

  /// Returns what is missing or different, one problem each.
  public func problems() -> [VerificationProblem] {
    listProblems() + declarationProblems() + weeks.flatMap(problems)
  }

  private func problems(of week: Week) -> [VerificationProblem] {
    stubProblems(of: week) + listedProblems(of: week) + hintProblems(of: week)
      + lessonProblems(of: week) + unwrittenProblems(of: week)
  }

  private func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: package.appending(path: path).path)
  }
}

// MARK: Lists

extension PackageCheck {
  private func listProblems() -> [VerificationProblem] {
    do {
      return try Registry(weeks: Course.weeks).differences(in: package).keys.sorted()
        .map { .outdated(path: $0) }
    } catch {
      return [.error(Phrase(of: error), place: nil)]
    }
  }

  /// Finds declarations in the files of the syllabus that no list names.
  private func declarationProblems() -> [VerificationProblem] {
    let listed = Set(Course.exercises.map(\.info.id))
    let known = Set(Course.weeks.map(\.id))
    let folder = package.appending(path: "Sources/Syllabus")
    let files = ((try? FileTree(folder).files) ?? []).filter { $0.hasSuffix(".swift") }
    return files.flatMap { file -> [VerificationProblem] in
      let place = "Sources/Syllabus/\(file)"
      let text =
        (try? String(contentsOf: folder.appending(path: file), encoding: .utf8)) ?? ""
      let unlistedWeeks = text.matches(of: #/\bWeek\(\s*"(\w+)"/#).map { String($0.1) }
        .filter { !known.contains($0) }
        .map { VerificationProblem.weekNotListed($0, file: place) }
      let unlisted = text.matches(of: #/\(\s*"(\w+)",\s*week:\s*"(\w+)"/#)
        .filter { known.contains(String($0.2)) }.map { "\($0.2).\($0.1)" }
        .filter { !listed.contains($0) }
        .map { VerificationProblem.exerciseNotListed($0, file: place) }
      let misnamed = text.matches(of: #/static let (\w+) = Exercise<[^>]*>\(\s*"(\w+)"/#)
        .filter { $0.1 != $0.2 }
        .map { VerificationProblem.otherName("\($0.2)", handle: "\($0.1)", file: place) }
      return unlistedWeeks + unlisted + misnamed
    }
  }

  private func listedProblems(of week: Week) -> [VerificationProblem] {
    guard !week.exercises.isEmpty else { return [.noExercises(week: week.id)] }
    return week.exercises.map(\.info).filter { $0.week != week.id }
      .map { .otherWeek($0.id, week: week.id) }
  }
}

// MARK: A week's files

extension PackageCheck {
  private func stubProblems(of week: Week) -> [VerificationProblem] {
    do {
      let assigning = Assigning(package: package)
      let text = try? String(contentsOf: assigning.exerciseFile(week), encoding: .utf8)
      return try text == assigning.stub(week) ? [] : [.otherStub(folder: week.folder)]
    } catch {
      return [.error(Phrase(of: error), place: nil)]
    }
  }

  private func hintProblems(of week: Week) -> [VerificationProblem] {
    Language.allCases.flatMap { language -> [VerificationProblem] in
      do {
        let hints = try Hints(of: week, in: package, language)
        let file = Hints.path(of: week.id, language)
        return week.exercises.map(\.info.name).filter { !hints.exercises.contains($0) }
          .map { .error(HintsError(file: file, line: nil, .noLadder($0)).phrase, place: nil) }
      } catch {
        return [.error(Phrase(of: error), place: nil)]
      }
    }
  }

  private func lessonProblems(of week: Week) -> [VerificationProblem] {
    let folder = "Exercises/\(week.folder)"
    var problems: [VerificationProblem] = []
    var pictures = 0
    for lesson in ["\(folder)/README.md", "\(folder)/README.zh.md"] {
      let file = package.appending(path: lesson)
      guard let text = try? String(contentsOf: file, encoding: .utf8) else {
        problems.append(.noLesson(path: lesson))
        continue
      }
      for picture in text.matches(of: #/\]\((Pictures\/[^)\s]+)/#).map({ "\(folder)/\($0.1)" }) {
        pictures += 1
        if !exists(picture) { problems.append(.noPicture(path: picture, lesson: lesson)) }
      }
    }
    if problems.isEmpty, pictures == 0 { problems.append(.noPictures(week: week.id)) }
    if !demos.contains(week.id) {
      problems.append(.noDemo(week: week.id, path: "Sources/Demos/Demo+\(week.module).swift"))
    }
    return problems
  }
}

// MARK: What is still to be written

extension PackageCheck {
  private func unwrittenProblems(of week: Week) -> [VerificationProblem] {
    let folders = [
      "Sources/Syllabus/\(week.module)", "Solutions/\(week.folder)", "Tests/\(week.module)Tests",
    ]
    let files =
      folders.flatMap { folder in
        ((try? FileTree(package.appending(path: folder)).files) ?? []).map { "\(folder)/\($0)" }
      } + Language.allCases.map { Hints.path(of: week.id, $0) } + [
        "Exercises/\(week.folder)/README.md", "Exercises/\(week.folder)/README.zh.md",
        "Sources/Demos/Demo+\(week.module).swift",
      ]
    return files.flatMap { file -> [VerificationProblem] in
      let text = (try? String(contentsOf: package.appending(path: file), encoding: .utf8)) ?? ""
      return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .filter { $0.element.contains(Skeleton.mark) }
        .map { .unwritten(file: file, line: $0.offset + 1) }
    }
  }
}
