import Coursework
import Foundation
import Releases
import Text

extension SourceCollector {
  /// What was taken of a submission.
  struct Taken {
    var sources: [String: Data] = [:]
    /// The weeks whose file is there and was refused.
    var refusedWeeks: Set<String> = []
    var modified: Date?
    /// The releases that were handed in as packages.
    var releases: Set<ReleaseMarker.Name> = []
  }

  /// Reads one file for each week.
  mutating func take(limits: IntakeLimits) throws -> Taken {
    var taken = Taken()
    refuseNearlyNamed()
    for week in weeks {
      guard let found = candidates[week.id] else { continue }
      // The file of the package itself, where a learner packed copies too.
      let inPlace = found.filter(\.isInPlace)
      if let source = try source(of: week, among: inPlace.isEmpty ? found : inPlace, limits) {
        taken.sources[week.id] = Data(source.bytes)
        taken.modified = [taken.modified, source.modified].compactMap { $0 }.max()
      } else {
        taken.refusedWeeks.insert(week.id)
      }
    }
    taken.releases = releases
    return taken
  }

  /// What the first few release files name; one that is damaged names nothing and costs nothing.
  private var releases: Set<ReleaseMarker.Name> {
    Set(
      releaseFiles.prefix(4).flatMap { file -> Set<ReleaseMarker.Name> in
        guard
          let bytes = try? file.source.content(of: file.entry, atMost: ReleaseMarker.largestFile)
        else { return [] }
        return ReleaseMarker.find(inFile: Data(bytes))
      })
  }

  private mutating func source(
    of week: Week, among candidates: [Candidate], _ limits: IntakeLimits
  ) throws -> (bytes: [UInt8], modified: Date?)? {
    var chosen: (bytes: [UInt8], modified: Date?)?
    for candidate in candidates {
      let bytes: [UInt8]
      do {
        bytes = try Self.source(candidate, limits)
      } catch {
        refuse(candidate.path, try RefusalReason(error))
        return nil
      }
      guard chosen == nil || chosen?.bytes == bytes else {
        refuse(week.file, .severalCandidates(candidates.map { printable($0.path) }.sorted()))
        return nil
      }
      chosen = chosen ?? (bytes, candidate.entry.modified)
    }
    return chosen
  }

  /// A file's content, if it is the text of a program.
  private static func source(_ candidate: Candidate, _ limits: IntakeLimits) throws -> [UInt8] {
    let entry = candidate.entry
    guard entry.size <= limits.source else {
      throw RefusalReason.sourceTooLarge(bytes: entry.size, limit: limits.source)
    }
    let bytes = try candidate.source.content(of: entry, atMost: limits.source)
    guard bytes.count <= limits.source else {
      throw RefusalReason.sourceTooLarge(bytes: bytes.count, limit: limits.source)
    }
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
      throw RefusalReason.utf16
    }
    if let nul = bytes.firstIndex(of: 0) {
      throw RefusalReason.holdsNUL(line: line(of: nul, in: bytes))
    }
    if String(validating: bytes, as: UTF8.self) == nil {
      throw RefusalReason.notUTF8(line: firstBadLine(of: bytes))
    }
    return bytes
  }

  private static func line(of index: Int, in bytes: [UInt8]) -> Int {
    bytes[..<index].count { $0 == 0x0a } + 1
  }

  /// UTF-8 never holds a line feed within a character, so that each line is valid by itself.
  private static func firstBadLine(of bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }
}
