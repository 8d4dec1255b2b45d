import Coursework
import Files
import Foundation
import Releases
import Text

extension SourceCollector {
  /// The accepted parts of a submission.
  struct Taken {
    var sources: [String: Data] = [:]
    var helpers: [String: [String: Data]] = [:]
    /// The weeks whose file was found but rejected.
    var refusedWeeks: Set<String> = []
    /// Whether a week's file may be among what was not accepted.
    var isOpen = false
    /// The remarks on accepted files that are not as the course requires.
    var notes: [(name: String, note: TakingNote)] = []
    var left: [String] = []
    /// The facts about the accepted file of each week.
    var files: [String: File] = [:]
    /// The releases of the packages that were handed in.
    var releases: Set<ReleaseMarker.Name> = []

    /// The facts about the accepted file of a week.
    struct File {
      /// The index of the part that it is from.
      let part: Int
      let modified: Date?
      /// The folders that contain it, from the top.
      let folders: [Substring]
      /// The time in its name, as written.
      let moment: String?
      /// Whether its name says that it was late; nil if it says nothing.
      let isLate: Bool?
    }
  }

  /// A candidate whose content was read.
  private struct Read {
    let candidate: Candidate
    let bytes: Data
    let encoding: String?
    let isUntouched: Bool

    /// The rank of a candidate: the lower, the more likely it is the requested file.
    var rank: Int {
      candidate.isInPlace ? 0 : 1 + candidate.name.likeness.rawValue
    }
    var folder: Substring { candidate.file.folder }
    /// Whether there is no text, as after an upload that broke off.
    var isEmpty: Bool { bytes.allSatisfy { $0 <= 0x20 } }
  }

  /// Reads one file for each week.
  ///
  /// Handed-out files, the stubs by week id, never take precedence over work.
  mutating func take(stubs: [String: Data]) throws -> Taken {
    var taken = Taken()
    var used: Set<String> = []
    var mains: [(week: Week, candidate: Candidate)] = []
    for week in weeks {
      guard let found = candidates[week.id] else { continue }
      guard let chosen = try choose(week, among: found, stub: stubs[week.id], &taken, &used) else {
        taken.refusedWeeks.insert(week.id)
        continue
      }
      taken.sources[week.id] = chosen.bytes
      mains.append((week, chosen.candidate))
      taken.files[week.id] = Taken.File(
        part: chosen.candidate.file.part, modified: chosen.candidate.file.entry.modified,
        folders: chosen.candidate.file.entry.parts.dropLast(),
        moment: chosen.candidate.name.moment, isLate: chosen.candidate.name.isLate)
    }
    for (week, main) in mains { try addHelpers(of: week, beside: main, to: &taken, &used) }
    finish(&taken, used)
    taken.releases = releases
    return taken
  }

  /// The releases named by the first few release files; a damaged one is ignored.
  private var releases: Set<ReleaseMarker.Name> {
    Set(
      releaseFiles.prefix(4).flatMap { file -> Set<ReleaseMarker.Name> in
        guard
          let bytes = try? file.source.content(of: file.entry, atMost: ReleaseMarker.largestFile)
        else { return [] }
        return ReleaseMarker.find(inFile: Data(bytes))
      })
  }

  // MARK: The file of a week

  /// Chooses the one obvious candidate; nil, with a remark, where there is none.
  private mutating func choose(
    _ week: Week, among candidates: [Candidate], stub: Data?, _ taken: inout Taken,
    _ used: inout Set<String>
  ) throws -> Read? {
    var read: [Read] = []
    var lost: [Candidate] = []
    for candidate in candidates {
      do {
        read.append(try self.read(candidate, week, stub))
      } catch {
        refuse(candidate.file.path, try RefusalReason(error))
        lost.append(candidate)
        used.insert(candidate.file.path)
      }
    }
    // An untouched file is not work, wherever it is.
    let touched = read.filter { !$0.isUntouched && !$0.isEmpty }
    let pool = touched.isEmpty ? read : touched
    guard let best = pool.map(\.rank).min() else { return nil }
    // A file that cannot be read may be the better candidate.
    let lostRank = lost.map { $0.isInPlace ? 0 : 1 + $0.name.likeness.rawValue }.min()
    if let lostRank, lostRank <= best { return nil }
    let first = pool.filter { $0.rank == best }
    let isNamed = first.contains { $0.candidate.name.likeness <= .spelling }
    // With `LogisticRegression (1).swift` or `LogisticRegression_final.swift` beside the file itself,
    // nothing says which is newer.
    let beside = pool.filter { other in
      isNamed && other.candidate.name.likeness > .spelling && !other.candidate.name.isOlder
        && first.contains { $0.folder == other.folder }
    }
    let rivals = first + beside
    guard let chosen = first.first, Set(rivals.map(\.bytes)).count == 1 else {
      for rival in rivals { used.insert(rival.candidate.file.path) }
      refuse(
        week.file, .severalCandidates(rivals.map { printable($0.candidate.file.path) }.sorted()))
      return nil
    }
    guard !chosen.isEmpty else {
      used.insert(chosen.candidate.file.path)
      refuse(chosen.candidate.file.path, .empty)
      return nil
    }
    for same in read where same.bytes == chosen.bytes || same.isUntouched || same.isEmpty {
      used.insert(same.candidate.file.path)
    }
    let path = chosen.candidate.file.path
    if !chosen.candidate.name.isPlatforms { taken.notes.append((path, .takenAs(week.file))) }
    if let encoding = chosen.encoding { taken.notes.append((path, .readAs(encoding))) }
    if !chosen.isUntouched {
      for stub in read where stub.isUntouched && stub.rank < chosen.rank {
        taken.notes.append((stub.candidate.file.path, .untouchedBeside(printable(path))))
      }
    }
    return chosen
  }

  private func read(_ candidate: Candidate, _ week: Week, _ stub: Data?) throws -> Read {
    let (bytes, encoding) = try source(candidate.file)
    return Read(
      candidate: candidate, bytes: bytes, encoding: encoding,
      isUntouched: Self.isUntouched(bytes, week, stub))
  }

  /// Returns whether a file is as it was handed out, by this release or another.
  private static func isUntouched(_ bytes: Data, _ week: Week, _ stub: Data?) -> Bool {
    func lines(_ data: Data) -> [Substring] {
      String(decoding: ReleaseMarker.pristine(data), as: UTF8.self)
        .split { $0.isNewline }.filter { !$0.allSatisfy(\.isWhitespace) }
    }
    if let stub, lines(bytes) == lines(stub) { return true }
    let text = String(decoding: bytes, as: UTF8.self)
    let left = text.ranges(of: "throw NotImplemented()").count
    return !week.exercises.isEmpty && left >= week.exercises.count
  }

  /// Returns a file's content in UTF-8, if it is source text.
  private func source(_ file: Found) throws -> (bytes: Data, encoding: String?) {
    var bytes = try file.source.content(of: file.entry, atMost: limits.source)
    if bytes.starts(with: [0x1f, 0x8b]) {
      var stream = try GzipStream(MemoryBytes(bytes: bytes), limits: limits.ofStudent)
      bytes = try stream.read(limits.source + 1)
    } else if file.entry.size > limits.source {
      throw RefusalReason.sourceTooLarge(bytes: file.entry.size, limit: limits.source)
    }
    guard bytes.count <= limits.source else {
      throw RefusalReason.sourceTooLarge(bytes: bytes.count, limit: limits.source)
    }
    let text = SourceText(bytes)
    if text.encoding != "UTF-16", let nul = bytes.firstIndex(of: 0) {
      throw RefusalReason.holdsNUL(line: bytes[..<nul].count { $0 == 0x0a } + 1)
    }
    let isAsItStands = text.encoding == nil && !bytes.starts(with: SourceText.mark)
    return (isAsItStands ? Data(bytes) : Data(text.text.utf8), text.encoding)
  }

  // MARK: What is beside

  /// Adds the learner's own files that belong to a week's module.
  ///
  /// At home, a module is its folder of the package with everything below; if the week's file was
  /// handed in alone, it is the files beside it.
  private mutating func addHelpers(
    of week: Week, beside main: Candidate, to taken: inout Taken, _ used: inout Set<String>
  ) throws {
    let folder = main.file.folder
    let found = swiftFiles.filter { file in
      let isInside = main.isInPlace && file.folder.hasPrefix(folder + "/")
      return (file.folder == folder || isInside) && !file.path.hasSuffix("main.swift")
    }
    guard !found.isEmpty else { return }
    var helpers: [String: Data] = [:]
    var size = 0
    for file in found {
      used.insert(file.path)
      let name = String(file.path.dropFirst(folder.isEmpty ? 0 : folder.count + 1))
      do {
        guard found.count <= limits.helpers else {
          throw RefusalReason.tooManyHelpers(limit: limits.helpers)
        }
        let (bytes, encoding) = try source(file)
        size += bytes.count
        guard size <= limits.helperBytes, name.utf8.count <= 200 else {
          throw RefusalReason.helpersTooLarge(limit: limits.helperBytes)
        }
        helpers[name] = bytes
        if let encoding { taken.notes.append((file.path, .readAs(encoding))) }
      } catch {
        refuse(file.path, try RefusalReason(error))
      }
    }
    if !helpers.isEmpty { taken.helpers[week.id] = helpers }
  }

  /// Lists the files that were ignored, and determines whether work may be among them.
  private func finish(_ taken: inout Taken, _ used: Set<String>) {
    let all = candidates.values.flatMap { $0.map(\.file) } + swiftFiles
    let isInPackage = { (path: String) in
      packages.contains { $0.isEmpty || path.hasPrefix($0 + "/") }
    }
    let leftSources = all.map(\.path).filter { !used.contains($0) && !isInPackage($0) }
    taken.left = (leftSources + otherPaths.filter { !isInPackage($0) }).map(printable).sorted()
    taken.isOpen = !leftSources.isEmpty || !refused.isEmpty
  }
}

/// A remark on an accepted file that is not as the course requires.
enum TakingNote: Equatable {
  case takenAs(String)
  case readAs(String)
  case untouchedBeside(String)

  func phrase(_ language: Language) -> String {
    switch self {
    case .takenAs(let file):
      Phrase("taken as \(file)", zh: "当作 \(file) 采用")(language)
    case .readAs(let encoding):
      Phrase(
        "read as \(encoding); save files as UTF-8", zh: "按 \(encoding) 读取；请把文件存成 UTF-8")(language)
    case .untouchedBeside(let other):
      Phrase(
        "as it was given out; \(other) was taken instead", zh: "与发下来的一样；改用 \(other)")(language)
    }
  }
}
