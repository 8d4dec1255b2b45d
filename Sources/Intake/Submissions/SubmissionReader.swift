public import Coursework
import Files
public import Foundation
import Releases
public import Text

/// Reads what a class handed in, a student at a time.
///
/// A folder or an archive (zip, tar, tar.gz) holds a folder, an archive or loose files a student, or
/// is the bulk download of Canvas or Moodle, or the clones of a GitHub Classroom. Only the files that
/// the syllabus lists are taken, found by their names; nothing is unpacked to disk.
///
/// ```swift
/// let reader = try SubmissionReader(
///   URL(fileURLWithPath: "submissions.zip"), weeks: Course.weeks, roster: roster)
/// for student in reader.students {
///   for submission in try reader.submissions(of: student) { … }
/// }
/// ```
public struct SubmissionReader: Sendable {
  /// Who handed in anything, sorted.
  public let students: [Student]
  /// Who is on the roster and handed in nothing.
  public let missing: [Student]
  /// The remarks on what was found.
  public let remarks: [IntakeRemark]
  private let container: any Container
  private let listed: [Student: [ListedSubmission]]
  private let limits: IntakeLimits
  private let weeks: [Week]
  private let language: Language

  /// Lists the submissions of a class.
  ///
  /// - Parameters:
  ///   - path: the folder or the archive.
  ///   - weeks: whose files are looked for.
  ///   - roster: who is in the class, where it is known.
  ///   - limits: how large files and archives may be.
  ///   - language: of what is said of parts that are not taken.
  /// - Throws: `IntakeError` when the class as a whole cannot be read.
  public init(
    _ path: URL, weeks: [Week], roster: Roster? = nil, limits: IntakeLimits = IntakeLimits(),
    language: Language = .current
  ) throws {
    self.limits = limits
    self.weeks = weeks
    self.language = language
    let files = weeks.map(\.file)
    container = try Self.container(path, files: files, limits: limits)
    var listing = try ClassListing(
      container, path: path, files: files, roster: roster, language: language)
    guard !listing.submissions.isEmpty else { throw IntakeError.empty(path.path) }
    listing.match(with: roster)
    remarks = listing.remarks
    listed = listing.byStudent
    students = listed.keys.sorted()
    missing = (roster?.students ?? []).filter { listing.byStudent[$0] == nil }
  }

  /// Every attempt of a student, the first first.
  ///
  /// Safe to call from several threads.
  ///
  /// What is wrong with a submission stands in its refusals. Nothing is kept: the memory is that of
  /// one student.
  ///
  /// - Throws: `IntakeError.unreadable` when the disk is at fault, to be tried again.
  public func submissions(of student: Student) throws -> [Submission] {
    let own = listed[student] ?? []
    var attempts = try own.flatMap { try self.attempts(of: $0, by: student) }
    guard own.count > 1 else { return attempts }
    // Several submissions of one student count their attempts on, in order of time.
    attempts = attempts.enumerated().sorted { left, right in
      let times = (left.element.submitted ?? .distantPast, right.element.submitted ?? .distantPast)
      return times.0 == times.1 ? left.offset < right.offset : times.0 < times.1
    }.map(\.element)
    return attempts.enumerated().map { index, attempt in
      Submission(
        student: student, attempt: index + 1, submitted: attempt.submitted,
        sources: attempt.sources, refusals: attempt.refusals, release: attempt.release)
    }
  }

  private static func container(
    _ path: URL, files: [String], limits: IntakeLimits
  ) throws -> any Container {
    guard FileManager.default.fileExists(atPath: path.path) else {
      throw IntakeError.notFound(path.path)
    }
    return FileManager.default.isFolder(path.path)
      ? FolderContainer(root: path, limits: limits)
      : try ClassArchive(path, files: files, limits: limits)
  }

  private func attempts(of submission: ListedSubmission, by student: Student) throws -> [Submission]
  {
    var submissions: [Submission] = []
    var sources: [String: Data] = [:]
    var releases: Set<ReleaseMarker.Name> = []
    for number in Set(submission.parts.map(\.attempt)).sorted() {
      let parts = submission.parts.filter { $0.attempt == number }
      let taken = try Self.read(
        parts, from: container, weeks: weeks, limits: limits, language: language)
      // Canvas keeps the newest upload of each file name: what was not uploaded again still counts.
      for week in taken.refusedWeeks { sources[week] = nil }
      sources.merge(taken.sources) { _, newer in newer }
      releases.formUnion(taken.releases)
      submissions.append(
        Submission(
          student: student, attempt: number, submitted: taken.submitted, sources: sources,
          refusals: taken.refusals,
          release: ReleaseMarker.release(of: sources, packages: releases)))
    }
    return submissions
  }
}
