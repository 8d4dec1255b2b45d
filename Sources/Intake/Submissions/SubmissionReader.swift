public import Coursework
import Files
public import Foundation
import Releases
public import Text

/// Reads the hand-ins of a class, one student at a time.
///
/// A class is a folder or archive (zip, tar, tar.gz) with a folder, an archive or loose files for
/// each student, the bulk download of Canvas, Moodle, Blackboard, Brightspace, Gradescope or ILIAS,
/// or the clones of a GitHub Classroom; students may be grouped in sections. Only the files that
/// the syllabus lists and the learner's own beside them are read; nothing is unpacked to disk.
///
/// ```swift
/// let reader = try SubmissionReader(
///   URL(fileURLWithPath: "submissions.zip"), weeks: Course.weeks, roster: roster)
/// for student in reader.students {
///   for submission in try reader.submissions(of: student) { … }
/// }
/// ```
public struct SubmissionReader: Sendable {
  /// The students who handed in anything, in order.
  public let students: [Student]
  /// The students on the roster who handed in nothing, as far as is known.
  public let missing: [Student]
  /// Those of them for whom the platform's worksheet has the time of a hand-in all the same.
  public let expected: [Student]
  /// The hand-ins that match no student of the roster.
  public let unmatched: [UnmatchedHandIn]
  /// The remarks on what was found.
  public let remarks: [IntakeRemark]
  private let containers: [any Container]
  private let listed: [Student: [ListedSubmission]]
  /// The time zone of the class, where known.
  public var zone: TimeZone? { settings.zone }
  let settings: IntakeSettings
  let weeks: [Week]
  let worksheet: TimeTable?

  /// Lists the submissions of a class.
  ///
  /// - Parameters:
  ///   - path: the folder or the archive.
  ///   - weeks: the weeks whose files are sought.
  ///   - roster: the students of the class, where known.
  ///   - limits: the limits on the sizes of files and archives.
  ///   - language: the language of messages about rejected parts.
  /// - Throws: `IntakeError` when the class as a whole cannot be read.
  public init(
    _ path: URL, weeks: [Week], roster: Roster? = nil, limits: IntakeLimits = IntakeLimits(),
    language: Language = .current
  ) throws {
    try self.init(
      [path], weeks: weeks, roster: roster,
      settings: IntakeSettings(limits: limits, language: language))
  }

  /// Lists the submissions of a class in several places, such as its sections.
  ///
  /// - Parameters:
  ///   - paths: the folders and archives.
  ///   - weeks: the weeks whose files are sought.
  ///   - roster: the students of the class, where known.
  ///   - settings: the instructor's further information.
  /// - Throws: `IntakeError` when one of them cannot be read.
  public init(
    _ paths: [URL], weeks: [Week], roster: Roster? = nil, settings: IntakeSettings
  ) throws {
    var settings = settings
    let shared = roster.flatMap { settings.times?.naming(severalOf: $0) } ?? []
    if let roster { settings.times = settings.times?.naming(roster) }
    self.settings = settings
    self.weeks = weeks
    worksheet = roster.flatMap { TimeTable(worksheet: $0, zone: settings.zone) }
    let matching = roster.map { OwnerMatching($0, groups: settings.groups) }
    var listing = ClassListing(weeks: weeks, matching: matching, settings: settings)
    for path in paths {
      let container = try Self.container(path, weeks, settings, matching)
      let before = listing.submissions.count
      try listing.add(container, path: path, roster: roster)
      guard listing.submissions.count > before else { throw IntakeError.empty(path.path) }
    }
    listing.match(roster, owners: settings.owners)
    containers = listing.containers
    remarks =
      listing.remarks + Self.unused(settings.times, listing, roster)
      + shared.map { .timesOfSeveral(printable($0)) } + Self.unknownWeeks(settings.times, weeks)
      + Self.unknownZone(listing, worksheet, settings)
      + Self.states(in: roster, of: listing.byStudent.keys, weeks, settings)
    unmatched = listing.unmatched
    listed = listing.byStudent
    students = listed.keys.sorted()
    missing = (roster?.students ?? []).filter { listing.byStudent[$0] == nil }
    let worksheet = worksheet
    expected = missing.filter { worksheet?.date(ofAny: [$0.id], weeks: []) != nil }
  }

  /// Returns a remark for each row of the table of times that names neither somebody of the roster nor
  /// a hand-in.
  private static func unused(
    _ times: TimeTable?, _ listing: ClassListing, _ roster: Roster?
  ) -> [IntakeRemark] {
    guard let times else { return [] }
    let submissions = listing.byStudent.values.joined()
    let known =
      ((roster?.students ?? []) + listing.byStudent.keys).flatMap { [$0.id, $0.name] }
      + submissions.flatMap { [$0.label, $0.name] + $0.ids }
    return times.naming(noneOf: known)
      .filter { roster?.students(named: $0).isEmpty ?? true }
      .map { .timesOfNobody(printable($0)) }
  }

  /// Returns a remark where the platform's times are read in this machine's time zone.
  private static func unknownZone(
    _ listing: ClassListing, _ worksheet: TimeTable?, _ settings: IntakeSettings
  ) -> [IntakeRemark] {
    let isNamed = listing.submissions.contains { submission in
      [.blackboard, .brightspace].contains(submission.layout)
        && submission.parts.contains { $0.moment != nil }
    }
    guard settings.zone == nil, isNamed || worksheet != nil else { return [] }
    return [.timesWithoutZone(TimeZone.current.identifier)]
  }

  private static func unknownWeeks(_ times: TimeTable?, _ weeks: [Week]) -> [IntakeRemark] {
    let known = Set(weeks.map { $0.id.lowercased() })
    return (times?.weeks ?? []).subtracting(known).sorted().map { .timesOfNoWeek(printable($0)) }
  }

  private static func container(
    _ path: URL, _ weeks: [Week], _ settings: IntakeSettings, _ matching: OwnerMatching?
  ) throws -> any Container {
    guard FileManager.default.fileExists(atPath: path.path) else {
      throw IntakeError.notFound(path.path)
    }
    return FileManager.default.isFolder(path.path)
      ? FolderContainer(
        root: path, limits: settings.limits, isKnown: { matching?.knows($0) ?? false })
      : try ClassArchive(
        path, weeks: weeks, limits: settings.limits, zone: settings.zone, matching: matching)
  }

  /// Returns every attempt of a student, the earliest first.
  ///
  /// Safe to call from several threads.
  ///
  /// Problems with a submission are in its refusals. Nothing is cached: the memory needed is that
  /// of one student.
  ///
  /// - Throws: `IntakeError.unreadable` when the disk is at fault, which is worth retrying.
  public func submissions(of student: Student) throws -> [Submission] {
    let own = listed[student] ?? []
    var attempts = try own.flatMap { try self.attempts(of: $0, by: student) }
    guard own.count > 1 else { return attempts }
    // Without a time of each, or with the same, their order is a guess.
    let times = attempts.map(\.submitted)
    let isUnordered = times.contains(nil) || Set(times).count < times.count
    // Several submissions of one student are numbered on as attempts, in order of time.
    attempts = attempts.enumerated().sorted { left, right in
      let times = (left.element.submitted ?? .distantPast, right.element.submitted ?? .distantPast)
      return times.0 == times.1 ? left.offset < right.offset : times.0 < times.1
    }.map(\.element)
    return attempts.enumerated().map { index, attempt in
      var handIn = attempt.handIn
      handIn.isUnordered = isUnordered ? true : nil
      return Submission(
        student: student, attempt: index + 1, submitted: attempt.submitted,
        sources: attempt.sources, helpers: attempt.helpers, refusals: attempt.refusals,
        release: attempt.release, handIn: handIn)
    }
  }

  private func attempts(of submission: ListedSubmission, by student: Student) throws -> [Submission]
  {
    var submissions: [Submission] = []
    var sources: [String: Data] = [:]
    var helpers: [String: [String: Data]] = [:]
    var times: [String: [HandIn.Time]] = [:]
    var releases: Set<ReleaseMarker.Name> = []
    for number in Set(submission.parts.map(\.attempt)).sorted() {
      let parts = submission.parts.filter { $0.attempt == number && !$0.isPlatforms }
      let taken = try read(parts, from: containers)
      // Canvas keeps the newest upload of each file name: a file that was not uploaded again still
      // counts.
      if submission.layout != .canvas { (sources, helpers) = ([:], [:]) }
      for week in taken.refusedWeeks { (sources[week], helpers[week]) = (nil, nil) }
      for week in taken.sources.keys { helpers[week] = taken.helpers[week] }
      sources.merge(taken.sources) { _, newer in newer }
      releases.formUnion(taken.releases)
      if submission.layout != .canvas { times = [:] }
      for week in taken.sources.keys {
        times[week] = self.times(of: submission, by: student, week, parts, taken)
      }
      for week in times.keys where sources[week] == nil { times[week] = nil }
      let found = AttemptTimes(
        times, otherwise: self.times(of: submission, by: student, nil, parts, taken))
      let time = found.all.first ?? .unknown
      let isByCommit = if case .moment(_, .commit) = time { true } else { false }
      let handIn = HandIn(
        owner: submission.owner, clue: submission.clue, time: time,
        otherTimes: Array(found.all.dropFirst()), weekTimes: found.weeks, taken: taken.notes,
        left: taken.left,
        weeks: weeks.map(\.id).filter { sources[$0] != nil },
        unreadWeeks: weeks.map(\.id).filter {
          (taken.isOpen || sources.isEmpty) && sources[$0] == nil
        }, doubt: isByCommit ? taken.doubt : nil)
      submissions.append(
        Submission(
          student: student, attempt: number, submitted: time.date, sources: sources,
          helpers: helpers, refusals: taken.refusals,
          release: ReleaseMarker.release(of: sources, packages: releases), handIn: handIn))
    }
    return submissions
  }
}

extension SubmissionReader {
  /// The hand-ins of each student, by their labels in the class.
  public var handIns: [String: [String]] {
    Dictionary(
      listed.map { ($0.key.id, $0.value.flatMap { $0.parts.map(\.entry.name) }) }
    ) { $0 + $1 }
  }
}
