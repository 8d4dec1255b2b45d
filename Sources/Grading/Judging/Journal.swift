public import Coursework
import Files
public import Foundation
import Intake
public import Sandboxes
public import Text

/// The record of a class that is being graded: one line for each finished submission, written
/// before the next is begun.
///
/// ```json
/// {"header":{"digest":"9f…","language":"en","seed":5,"sandbox":["…"],"weeks":["C1W2"]}}
/// {"result":{…}}
/// {"retry":"FAILED"}
/// {"finished":true}
/// ```
///
/// A header with another digest, other weeks, another seed or language voids the results before it,
/// and `retry` voids those it names. A line that was torn because the grader was killed while
/// writing it is set aside, and its submission is graded again. Only one grader at a time holds a
/// journal.
public final class Journal: @unchecked Sendable {
  // Only `ClassRun` shares it between threads, and accesses it under a lock.

  /// The conditions under which marks are comparable, and the sandbox in force.
  public struct Header: Codable, Sendable, Equatable {
    /// The digest of the judge.
    public let digest: String
    /// The ids of the weeks that are graded.
    public let weeks: [String]
    /// The fingerprint of the secret from which the seeds of fresh inputs are derived.
    public let seed: UInt32
    /// The language of the results.
    public let language: Language
    /// The sandbox in force, one line per item.
    public let sandbox: [String]

    /// Creates the header of a journal.
    public init(
      digest: String, weeks: [String], seed: UInt32, language: Language, sandbox: [String]
    ) {
      self.digest = digest
      self.weeks = weeks
      self.seed = seed
      self.language = language
      self.sandbox = sandbox
    }

    /// Creates the header of a run that grades these weeks with a judge.
    public init(
      _ judge: Judge, weeks: [Week], secret: ClassSecret, language: Language,
      sandbox: SandboxReport
    ) {
      self.init(
        digest: judge.digest(of: weeks), weeks: weeks.map(\.id), seed: secret.fingerprint,
        language: language, sandbox: sandbox.inForce)
    }

    /// Whether a submission gets the same marks under both headers.
    func grades(as other: Header) -> Bool {
      digest == other.digest && weeks == other.weeks && seed == other.seed
        && language == other.language
    }
  }

  /// One attempt of one student.
  struct Key: Hashable, Sendable {
    let student: Student
    let attempt: Int
  }

  struct Entry: Sendable {
    let offset: UInt64
    let length: Int
    let digest: String
    let hasFault: Bool
    let submitted: Date?
  }

  let file: URL
  private(set) var header: Header
  /// The lock; nil for a journal that is only read.
  private let lock: FileLock?
  private let descriptor: Int32
  private(set) var end: UInt64 = 0
  var entries: [Key: Entry] = [:]
  /// The results of runs of other weeks, the latest last.
  var parts: [Part] = []
  /// The attempts present in the last run that finished.
  var present: Present?
  /// The selection of a retry that was begun and not finished.
  var openRetry: String?
  /// The offset in each shard's journal up to which it was merged into this one, by the shard's
  /// folder.
  var taken: [String: UInt64] = [:]
  /// Whether the journal contains results of an earlier grading by another state of the course.
  public internal(set) var isRegrade = false

  /// Opens the journal of a folder, creating it if necessary.
  ///
  /// - Throws: `GradingError.locked` when another grader holds it, `noJournalLine` for an invalid
  ///   line before the last, `cannotRead`, `cannotWrite`.
  public init(folder: URL, header: Header) throws {
    try Self.makePrivate(folder)
    file = folder.appending(path: "journal.jsonl")
    self.header = header
    guard let lock = FileLock(path: folder.appending(path: "lock").path, waits: false) else {
      throw GradingError.locked(folder: folder.path)
    }
    self.lock = lock
    descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      lock.release()
      throw GradingError.cannotWrite(file: file.path, reason: SystemError().description)
    }
    let last = try read()
    if last != header { try append(Line(header: header)) }
    if let last, !last.grades(as: header) { isRegrade = turn(from: last, to: header) }
  }

  /// Reads the journal of a folder while another process may write to it; nil where there is none.
  ///
  /// - Throws: `GradingError.noJournalLine`, `cannotRead`.
  init?(reading folder: URL) throws {
    file = folder.appending(path: "journal.jsonl")
    header = Header(digest: "", weeks: [], seed: 0, language: .english, sandbox: [])
    lock = nil
    descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, let last = try read() else { return nil }
    header = last
  }

  /// Creates a folder for its owner alone, or denies others access to an existing one.
  ///
  /// A group that may write to an existing folder keeps its access: somebody granted it on purpose,
  /// whereas most systems let everybody read a new folder.
  static func makePrivate(_ folder: URL) throws {
    let isThere = FileManager.default.fileExists(atPath: folder.path)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let isShared = isThere && isShared(folder)
    var status = stat()
    guard stat(folder.path, &status) == 0 else { return }
    chmod(folder.path, isShared ? status.st_mode & 0o2770 : 0o700)
  }

  /// Returns whether a folder's group may write to it.
  public static func isShared(_ folder: URL) -> Bool {
    var status = stat()
    return stat(folder.path, &status) == 0 && status.st_mode & S_IWGRP != 0
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    lock?.release()
  }
}

// MARK: Lines

extension Journal {
  struct Line: Codable {
    var header: Header?
    var result: SubmissionResult?
    var retry: String?
    var finished: Bool?
    var present: Present?
    var taken: [String: UInt64]?

    /// Encodes the line with its newline.
    func data() throws -> Data {
      try JSONEncoder.ordered().line(self)
    }
  }

  /// The fields of a line that are needed to find it again.
  private struct Sketch: Decodable {
    struct Result: Decodable {
      let student: Student
      let attempt: Int
      let digest: String
      let submitted: Date?
      let fault: String?
    }

    let header: Header?
    let result: Result?
    let retry: String?
    let finished: Bool?
    let present: Present?
    let taken: [String: UInt64]?
  }

  /// Reads the existing lines.
  ///
  /// - Returns: the last header.
  private func read() throws -> Header? {
    var last: Header?
    var number = 0
    var lines = JournalLines(descriptor: descriptor, of: file)
    while let (offset, line) = try lines.next() {
      number += 1
      let sketch: Sketch
      do {
        sketch = try JSONDecoder().decode(Sketch.self, from: line)
      } catch {
        throw GradingError.noJournalLine(file: file.path, line: number)
      }
      if let header = sketch.header {
        if let last, !last.grades(as: header) { _ = turn(from: last, to: header) }
        last = header
      }
      if let result = sketch.result {
        entries[Key(student: result.student, attempt: result.attempt)] = Entry(
          offset: offset, length: line.count, digest: result.digest,
          hasFault: result.fault != nil, submitted: result.submitted)
      }
      if let selection = sketch.retry {
        void(selection)
        openRetry = selection
      }
      if sketch.finished == true { openRetry = nil }
      if let present = sketch.present { self.present = present }
      if let taken = sketch.taken { self.taken = taken }
    }
    end = lines.end
    if lock != nil { try setAside(lines.rest) }
    return last
  }

  /// Saves a torn line in a file of its own.
  private func setAside(_ torn: Data) throws {
    guard !torn.isEmpty else { return }
    try torn.write(to: file.deletingPathExtension().appendingPathExtension("torn"))
    guard ftruncate(descriptor, off_t(end)) == 0 else { throw failure() }
  }

  private func void(_ selection: String) {
    switch selection {
    case "ALL": entries = [:]
    case "FAILED": entries = entries.filter { !$0.value.hasFault }
    default:
      let ids = Set(selection.split(separator: ",").map(String.init))
      entries = entries.filter { !ids.contains($0.key.student.id) }
    }
  }

  /// Writes a line to the disk, whole or not at all.
  func append(_ line: Line) throws {
    let data = try line.data()
    var written = 0
    while written < data.count {
      let count = data.withUnsafeBytes {
        pwrite(
          descriptor, $0.baseAddress.map { $0 + written }, data.count - written,
          off_t(end) + off_t(written))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let error = failure()
        ftruncate(descriptor, off_t(end))
        throw error
      }
      written += count
    }
    guard fsync(descriptor) == 0 else { throw failure() }
    end += UInt64(data.count)
  }

  private func failure() -> GradingError {
    .cannotWrite(file: file.path, reason: SystemError().description)
  }
}

// MARK: Keeping results

extension Journal {
  /// Whether this attempt has been graded with exactly these sources.
  func holds(_ submission: Submission) -> Bool {
    entries[Key(student: submission.student, attempt: submission.attempt)]?.digest
      == submission.digest
  }

  /// Stores a result.
  public func add(_ result: SubmissionResult) throws {
    let offset = end
    try append(Line(result: result))
    entries[Key(student: result.student, attempt: result.attempt)] = Entry(
      offset: offset, length: Int(end - offset) - 1, digest: result.digest,
      hasFault: result.fault != nil, submitted: result.submitted)
  }

  /// Voids results so that they are graded again; an unfinished retry with the same selection is
  /// continued instead.
  ///
  /// - Parameter selection: `FAILED` or `ALL` in any case, or student ids separated by commas.
  /// - Throws: `GradingError` for an unknown id, or when the journal cannot be written.
  public func retry(_ selection: String) throws {
    let upper = selection.uppercased()
    let selection = ["ALL", "FAILED"].contains(upper) ? upper : selection
    guard openRetry != selection else { return }
    if !["ALL", "FAILED"].contains(selection) {
      let known = Set(entries.keys.map(\.student.id))
      for id in selection.split(separator: ",").map(String.init) where !known.contains(id) {
        throw GradingError.unknownSubmission(id)
      }
    }
    try append(Line(retry: selection))
    void(selection)
    openRetry = selection
    isRegrade = true
  }

  /// Records that the run is finished, and which attempts were present.
  func finish(_ keys: Set<Key>, ungraded: Set<Student>, unmatched: [UnmatchedHandIn]) throws {
    let now = Present(keys, ungraded: ungraded, unmatched: unmatched)
    if now != present { try append(Line(present: now)) }
    present = now
    try finish()
  }

  /// Records that the run is finished.
  public func finish() throws {
    guard openRetry != nil else { return }
    try append(Line(finished: true))
    openRetry = nil
  }
}
