import Coursework
import Foundation
import Releases
import Text

/// The list of who handed in what, from the names in a class.
struct ClassListing {
  private(set) var submissions: [ListedSubmission] = []
  private(set) var byStudent: [Student: [ListedSubmission]] = [:]
  private(set) var unmatched: [UnmatchedHandIn] = []
  private(set) var remarks: [IntakeRemark] = []
  /// The folders and archives, in the order of the numbers by which parts refer to them.
  private(set) var containers: [any Container] = []
  private var places: [ExactName: Int] = [:]
  private let weeks: [Week]
  private let matching: OwnerMatching?
  private let settings: IntakeSettings
  private var roster: Roster?
  private var language: Language { settings.language }

  init(weeks: [Week], matching: OwnerMatching?, settings: IntakeSettings) {
    self.weeks = weeks
    self.matching = matching
    self.settings = settings
  }

  private func isCourses(_ word: String) -> Bool { CourseWords.contains(word, weeks: weeks) }

  // MARK: Listing

  /// Adds the contents of a container.
  mutating func add(_ container: any Container, path: URL, roster: Roster?) throws {
    let layout = try ClassLayout(container, weeks: weeks, matching: matching)
    if layout.isOneSubmission {
      addOne(layout, named: path)
    } else {
      addClass(layout, container, groups: [], path: path, roster: roster)
    }
    containers.append(container)
    for index in submissions.indices { submissions[index].countAttempts(in: .gmt) }
  }

  private mutating func addOne(_ layout: ClassLayout, named path: URL) {
    let name = ArchiveFormat(name: path.lastPathComponent).map { _ in
      ArchiveFormat.stem(of: path.lastPathComponent)
    }
    let label = name ?? path.standardizedFileURL.lastPathComponent
    let parts = layout.units.map {
      ListedSubmission.Part(
        entry: $0.entry, container: containers.count, file: $0.entry.name, attempt: 1,
        isInside: true)
    }
    submissions.append(
      ListedSubmission(label: label, layout: .plain, ids: [], name: label, parts: parts))
  }

  private mutating func addClass(
    _ layout: ClassLayout, _ container: any Container, groups: [String], path: URL, roster: Roster?
  ) {
    remarks += layout.strays.map { entry in
      entry.nameFault.map { .refused(printable(entry.path), reason: $0.phrase(language)) }
        ?? .stray(printable(entry.path))
    }
    let nested = nested(in: layout, container)
    for (archive, inner, unit) in nested {
      addClass(inner, archive, groups: groups + unit.groups, path: path, roster: roster)
      containers.append(archive)
    }
    // The container is appended after those that it contains.
    let number = containers.count
    let clones = Self.clones(layout.units, container)
    let prefix = CloneNames.prefix(
      of: clones.sorted(), folder: path.standardizedFileURL.lastPathComponent, roster: roster)
    let metadata = Self.metadata(layout.levels, container)
    let users = SubmissionName.blackboardUsers(
      in: Set(
        layout.units.compactMap { SubmissionName(platform: $0.entry.name) }
          .filter { $0.layout == .blackboard }.map(\.key)))
    for unit in layout.units {
      let entry = unit.entry
      if nested.contains(where: { $0.unit.entry.path == entry.path }) { continue }
      if let fault = entry.nameFault {
        remarks.append(.refused(printable(entry.path), reason: fault.phrase(language)))
        continue
      }
      let isClone = clones.contains(entry.name)
      var name =
        isClone
        ? SubmissionName(plain: String(entry.name.dropFirst(prefix.count)), file: "")
        : self.name(of: entry)
      if name.layout == .blackboard, let readings = users[name.key] {
        (name.ids, name.student) = (readings, readings[0])
      }
      let place = ClassLayout.Unit(entry: entry, groups: groups + unit.groups)
      add(place, name, number, isClone: isClone, metadata)
    }
  }

  /// The number of sibling archives above which they are taken for students'.
  private static let mostSections = 12

  /// Finds the archives among the students that contain a class themselves, such as a section's
  /// download.
  private func nested(
    in layout: ClassLayout, _ container: any Container
  ) -> [(container: any Container, layout: ClassLayout, unit: ClassLayout.Unit)] {
    let archives = layout.units.filter { unit in
      unit.entry.kind == .file && unit.entry.nameFault == nil
        && ArchiveFormat(name: unit.entry.name) != nil
        && SubmissionName(platform: unit.entry.name) == nil
    }
    guard archives.count <= Self.mostSections else { return [] }
    return archives.compactMap { unit in
      guard let bytes = try? container.bytes(of: unit.entry, atMost: settings.limits.archive),
        let format = try? ArchiveFormat(of: bytes),
        let archive = try? ClassArchive(
          bytes, format, weeks: weeks, limits: settings.limits, zone: settings.zone,
          matching: matching, spool: { try FileSpool() }),
        let inner = try? ClassLayout(archive, weeks: weeks, matching: matching),
        inner.isClass(
          named: ArchiveFormat.stem(of: unit.entry.name), isSole: layout.units.count == 1)
      else { return nil }
      return (archive, inner, unit)
    }
  }

  private mutating func add(
    _ unit: ClassLayout.Unit, _ name: SubmissionName, _ number: Int, isClone: Bool,
    _ metadata: [String: GradescopeMetadata.Submission]
  ) {
    let entry = unit.entry
    let own = metadata[entry.path]
    var part = ListedSubmission.Part(
      entry: entry, container: number, file: name.file, attempt: name.attempt, isClone: isClone)
    part.moment = own?.created ?? name.moment
    part.isLate = name.isLate
    part.isPlatforms = name.isPlatforms
    // Sections may have students of the same name; folders of weeks contain the same students.
    let sections = unit.groups.filter { group in
      !weeks.contains { [$0.id, $0.folder, $0.module].contains(group) }
    }
    let key = ExactName(
      "\(number) \(name.layout) \(sections.joined(separator: "/"))/\(name.key)")
    if let place = places[key] {
      submissions[place].parts.append(part)
      return
    }
    places[key] = submissions.count
    let label =
      switch name.layout {
      case .plain: isClone ? name.student : name.file.isEmpty ? entry.name : name.student
      case .gradescope: entry.name
      default:
        name.ids.first.map {
          name.student.isEmpty || name.student == $0 ? $0 : "\(name.student) (\($0))"
        }
          ?? (name.student.isEmpty ? name.key : name.student)
      }
    var listed = ListedSubmission(
      label: label, layout: name.layout, ids: name.ids,
      name: name.student.isEmpty ? name.key : name.student, groups: sections, parts: [part])
    listed.submitters = own?.submitters ?? []
    submissions.append(listed)
  }

  private func name(of entry: Entry) -> SubmissionName {
    let name = entry.name
    if let found = SubmissionName(platform: name) { return found }
    if entry.kind == .folder { return SubmissionName(plain: name, file: "") }
    if let loose = SubmissionName(loose: name, listed: weeks.map(\.file)) { return loose }
    let student = ArchiveFormat(name: name).map { _ in ArchiveFormat.stem(of: name) }
    return SubmissionName(plain: student ?? name, file: name)
  }

  /// Finds the clones of a class; none if only some students happened to pack a .git folder.
  private static func clones(
    _ units: [ClassLayout.Unit], _ container: any Container
  ) -> Set<String> {
    let folders = units.map(\.entry).filter { $0.kind == .folder }
    let clones = folders.filter { container.clone($0.path) != nil }.map(\.name)
    return 2 * clones.count > folders.count ? Set(clones) : []
  }

  /// Reads Gradescope's own files about the folders beside them, by the folder's path.
  private static func metadata(
    _ levels: [ClassLevel], _ container: any Container
  ) -> [String: GradescopeMetadata.Submission] {
    var found: [String: GradescopeMetadata.Submission] = [:]
    for level in levels {
      guard let file = level.files.first(where: { $0.name == GradescopeMetadata.fileName }),
        let bytes = try? container.content(of: file, atMost: GradescopeMetadata.largestFile)
      else { continue }
      let place = level.folder.isEmpty ? "" : level.folder + "/"
      for (name, own) in GradescopeMetadata(String(decoding: bytes, as: UTF8.self)).submissions {
        found[place + name] = own
      }
    }
    return found
  }

  // MARK: Students

  /// Assigns every submission to its students.
  ///
  /// The policy's owners take precedence: an id, or nil for nobody in the class, by the hand-in's
  /// label.
  mutating func match(_ roster: Roster?, owners: [String: String?]) {
    self.roster = roster
    tellApart()
    var byID: [String: Student] = [:]
    for student in roster?.students ?? [] { byID[student.id] = student }
    var unused = Set(owners.keys)
    for submission in submissions {
      var submission = submission
      let keys = [submission.label, submission.student.id, submission.name]
      if let key = keys.first(where: { owners[$0] != nil }), let decided = owners[key] {
        unused.remove(key)
        guard let id = decided else { continue }
        if let student = byID[id] ?? named(id) ?? (roster == nil ? Student(id: id, name: id) : nil)
        {
          submission.owner = .found(.policy)
          give(submission, to: student, &byID)
          continue
        }
        // A wrong id decides nothing.
        remarks.append(.ownerUnknown(printable(key), id: printable(id)))
      }
      let matches = self.matches(submission)
      guard !matches.isEmpty else {
        give(submission, to: submission.student, &byID)
        continue
      }
      for match in matches { give(submission, match, &byID) }
    }
    remarks += unused.sorted().map { .namesNobody(printable($0)) }
    noteDoubled()
  }

  private mutating func give(
    _ submission: ListedSubmission, _ match: OwnerMatching.Match, _ byID: inout [String: Student]
  ) {
    var submission = submission
    switch match {
    case .one(let student, let evidence):
      submission.owner = .found(evidence)
      submission.clue = clue(submission, student, evidence)
      if evidence == .nearName {
        remarks.append(
          .nearName(printable(submission.label), student: "\(student.name), \(student.id)"))
      }
      give(submission, to: student, &byID)
    case .several(let students):
      submission.owner = .ambiguous(students)
      remarks.append(
        .ambiguous(printable(submission.label), students: students.map { "\($0.name), \($0.id)" }))
      giveToNobody(submission, students, &byID)
    case .none:
      submission.owner = .unknown
      remarks.append(.unknown(printable(submission.label)))
      giveToNobody(submission, [], &byID)
    }
  }

  /// Returns what in the roster identified the owner.
  private func clue(
    _ submission: ListedSubmission, _ student: Student, _ evidence: HandIn.Evidence
  ) -> HandIn.OwnerClue? {
    guard evidence == .id, let roster else {
      return HandIn.OwnerClue(printable(submission.name), column: nil)
    }
    let submitter = submission.submitters.first { $0.ids.contains(student.id) }
    let texts =
      (submitter?.ids ?? submission.submitters.flatMap(\.ids)) + submission.ids
      + [submission.name] + OwnerMatching.parts(of: submission.name)
    return roster.clue(to: student, in: texts)
  }

  /// Assigns a submission to a pseudo-student of its own, whose id must not be one of the roster's.
  private mutating func giveToNobody(
    _ submission: ListedSubmission, _ candidates: [Student], _ byID: inout [String: Student]
  ) {
    var student = submission.student
    if byID[student.id] != nil {
      student = Student(id: "? " + printable(submission.label), name: student.name)
    }
    unmatched.append(
      UnmatchedHandIn(
        label: printable(submission.label), student: student, candidates: candidates))
    byStudent[student, default: []].append(submission)
  }

  private mutating func give(
    _ submission: ListedSubmission, to student: Student, _ byID: inout [String: Student]
  ) {
    let known = byID[student.id] ?? student
    byID[student.id] = known
    byStudent[known, default: []].append(submission)
  }

  /// Returns the student of the roster with an id from the policy.
  private func named(_ id: String) -> Student? {
    if case .one(let student, _)? = matching?.match(label: id, ignoring: { _ in false }) {
      student
    } else {
      nil
    }
  }

  /// Matches a submission, once for each submitter; empty without a roster.
  private func matches(_ submission: ListedSubmission) -> [OwnerMatching.Match] {
    guard let matching else {
      // Without a roster, each submitter of a group is a student with the given id.
      return submission.submitters.map { submitter in
        .one(Student(id: submitter.ids.first ?? submitter.name, name: submitter.name), by: .id)
      }
    }
    if !submission.submitters.isEmpty {
      return submission.submitters.map {
        matching.match(ids: $0.ids, name: $0.name, hidesNames: false)
      }
    }
    switch submission.layout {
    case .canvas, .moodle:
      let isHidden = submission.layout == .moodle && MoodleWorksheet.hidesName(submission.name)
      return [matching.match(ids: submission.ids, name: submission.name, hidesNames: isHidden)]
    case .blackboard:
      return [matching.match(readings: submission.ids)]
    case .brightspace: return [matching.match(label: submission.name, ignoring: { _ in false })]
    case .gradescope: return [.none]
    case .plain: return [matching.match(label: submission.name, ignoring: isCourses)]
    }
  }

  /// Adds the section to labels that occur in several sections.
  private mutating func tellApart() {
    guard matching == nil else { return }
    let names = Dictionary(grouping: submissions.indices) { submissions[$0].student.id }
    for (_, indices) in names where Set(indices.map { submissions[$0].groups }).count > 1 {
      for index in indices where !submissions[index].groups.isEmpty {
        let own = submissions[index]
        let section = own.groups.joined(separator: "/")
        var apart = ListedSubmission(
          label: "\(section)/\(own.label)", layout: own.layout,
          ids: ["\(section)/\(own.student.id)"],
          name: own.name, groups: own.groups, parts: own.parts)
        apart.submitters = own.submitters
        submissions[index] = apart
      }
    }
  }

  private mutating func noteDoubled() {
    for (student, own) in byStudent.sorted(by: { $0.key < $1.key }) where own.count > 1 {
      let labels = own.map { printable($0.label) }
      // The download of another assignment has the same students, with files of other weeks.
      if Set(own.flatMap { $0.parts.map(\.container) }).count == own.count, Set(labels).count == 1 {
        let weeks = own.map(weeks(in:))
        if Set(weeks.joined()).count == weeks.reduce(0, { $0 + $1.count }) { continue }
      }
      let isOneName = Set(labels).count == 1 && Set(own.map { ExactName($0.label) }).count > 1
      remarks.append(
        isOneName ? .sameName(student.name) : .doubled(student.name, submissions: labels))
    }
  }

  /// Returns the weeks whose files a submission seems to have, by their names alone.
  private func weeks(in submission: ListedSubmission) -> Set<String> {
    let names = submission.parts.flatMap { part in
      part.entry.kind == .folder
        ? ((try? containers[part.container].entries(below: part.entry.path)) ?? []).map(\.name)
        : [part.file]
    }
    return Set(
      weeks.filter { week in names.contains { WeekFileName($0, of: week) != nil } }.map(\.id))
  }
}
