public import Coursework
public import Foundation
import Tensors

/// An invented class: submissions made from the course's solutions and a seed, for measuring and
/// testing the grader.
///
/// Of 100 students about 55 are right (a quarter of them with functions written differently), 20
/// are half done, 15 contain known misconceptions, 7 do not compile and 3 are hostile. The same
/// seed produces the same files.
///
/// ```swift
/// let folder = try SyntheticSubmissions(students: 300, seed: 1, package: package).write(to: place)
/// ```
public struct SyntheticSubmissions {
  /// The way in which the files are arranged in the class's folder.
  public enum Layout: String, CaseIterable, Sendable {
    /// One folder for each student, as in the package.
    case folders
    /// Canvas's bulk download: `name_id_upload_File.swift`, with -1 after the name of a second
    /// upload.
    case canvas
    /// Moodle's download: a folder `Name_ID_assignsubmission_file_` for each student.
    case moodle
  }

  /// A kind of student, by the state of the submission.
  public enum Kind: String, CaseIterable, Sendable {
    case right, half, wrong, broken, hostile
  }

  private let count: Int
  private let seed: UInt32
  private let weeks: [Week]
  private let layout: Layout
  private let package: URL
  private let solved: [SolvedWeek]
  private let hostile: [(week: String, text: String)]

  /// Generates a class.
  ///
  /// - Parameters:
  ///   - count: the number of students.
  ///   - seed: decides who submits what.
  ///   - weeks: the weeks that every student submits.
  ///   - layout: the arrangement of the files.
  ///   - package: the package whose Solutions/ and Tests/HostileSubmissions are read.
  /// - Throws: Foundation's error when they cannot be read.
  public init(
    students count: Int, seed: UInt32, weeks: [Week], layout: Layout = .folders, package: URL
  ) throws {
    self.count = count
    self.seed = seed
    self.weeks = weeks
    self.layout = layout
    self.package = package
    solved = try weeks.map { try SolvedWeek($0, package: package) }
    let corpus = package.appending(path: "Tests/HostileSubmissions")
    let names = Self.hostileNames
    hostile = try weeks.flatMap { week in
      try names.compactMap { name in
        let file = corpus.appending(path: "\(name)/\(week.module).swift")
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        return (week.id, try String(contentsOf: file, encoding: .utf8))
      }
    }
  }

  /// Only those that end soon: endless loops would dominate the time of a class.
  private static let hostileNames = [
    "abort", "close-descriptors", "endless-output", "exit-zero", "forged-frame", "forged-records",
    "huge-error", "kill-the-judge", "markup", "nan-everywhere", "read-proc", "stack-overflow",
    "thread-bomb", "trap", "write-anywhere",
  ]

  /// Writes the class into a folder, creating it if necessary.
  public func write(to folder: URL) throws {
    for number in 0..<count {
      for (week, text) in zip(weeks, sources(of: number)) {
        let file = folder.appending(path: path(of: number, week))
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
    }
  }

  /// The kind of a student's submission.
  public func kind(of number: Int) -> Kind {
    var random = RandomState(seed: seed &+ UInt32(number))
    switch random.rand() {
    case ..<0.55: return .right
    case ..<0.75: return .half
    case ..<0.9: return .wrong
    case ..<0.97: return .broken
    default: return .hostile
    }
  }

  /// The files of a student, in the order of the weeks.
  func sources(of number: Int) -> [String] {
    let kind = kind(of: number)
    var random = RandomState(seed: (seed &+ UInt32(number)) ^ 0x5eed)
    func below(_ limit: Int) -> Int { Swift.min(limit - 1, Int(random.rand() * Double(limit))) }
    func isLikely(_ probability: Double) -> Bool { random.rand() < probability }
    // A submission that is wrong is wrong in at least one week.
    let chosen = below(weeks.count)
    // A student who writes loops or fuses formulas does so in every week.
    let hasOwnWays = isLikely(0.25)
    return solved.enumerated().map { place, solved in
      let isChosen = place == chosen || isLikely(0.5)
      switch kind {
      case .right:
        let own = solved.alternatives.filter { _ in hasOwnWays && isLikely(0.3) }
        return solved.file(with: distinct(own))
      case .half:
        let regions = (1...max(1, solved.regionCount)).filter { _ in isChosen && isLikely(0.5) }
        return solved.file(withoutRegions: Set(regions))
      case .wrong:
        guard isChosen, !solved.mistakes.isEmpty else { return solved.right }
        let picked = (0...below(3)).map { _ in solved.mistakes[below(solved.mistakes.count)] }
        return solved.file(with: distinct(picked))
      case .broken:
        return isChosen ? Self.broken(solved.right, by: below(4)) : solved.right
      case .hostile:
        let own = hostile.filter { $0.week == solved.week.id }
        guard isChosen, !own.isEmpty else { return solved.right }
        return solved.right(besides: own[below(own.count)].text)
      }
    }
  }

  /// At most one variant of each function.
  private func distinct(_ variants: [Variant]) -> [Variant] {
    var seen: Set<String> = []
    return variants.filter { seen.insert($0.function).inserted }
  }

  private static func broken(_ text: String, by way: Int) -> String {
    switch way {
    case 0: text + "\nlet count: Int = \"many\"\n"
    case 1: String(text.trimmingCharacters(in: .whitespacesAndNewlines).dropLast())
    case 2: text.replacing(" throws -> ", with: " throw -> ", maxReplacements: 1)
    default: text.replacing("  return ", with: "  retrun ", maxReplacements: 1)
    }
  }

  private func path(of number: Int, _ week: Week) -> String {
    let file = "\(week.module).swift"
    let id = "\(10_000 + number)"
    switch layout {
    case .folders: return "student-\(id)/Exercises/\(week.folder)/\(file)"
    case .canvas:
      let name = "doe\(number)" + (number.isMultiple(of: 7) ? "_LATE" : "")
      let isSecond = number.isMultiple(of: 5)
      return "\(name)_\(id)_\(900_000 + number)_\(week.module)\(isSecond ? "-1" : "").swift"
    case .moodle: return "Doe \(number)_\(id)_assignsubmission_file_/\(file)"
    }
  }
}
