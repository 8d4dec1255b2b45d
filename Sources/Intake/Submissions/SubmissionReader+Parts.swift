import Coursework
import Foundation
import Releases
import Text

extension SubmissionReader {
  struct Taken {
    var sources: [String: Data]
    var refusedWeeks: Set<String>
    var submitted: Date?
    var refusals: [Refusal]
    /// The releases whose own file was handed in with the sources.
    var releases: Set<ReleaseMarker.Name>
  }

  /// The most refusals that are told one by one.
  private static let mostRefusals = 20

  /// Reads the parts of one attempt.
  static func read(
    _ parts: [ListedSubmission.Part], from container: any Container, weeks: [Week],
    limits: IntakeLimits,
    language: Language
  ) throws -> Taken {
    var collector = SourceCollector(weeks: weeks, limits: limits)
    var dates: [Date] = []
    for part in parts {
      switch part.entry.kind {
      case .folder:
        try addFolder(part, to: &collector, from: container, &dates)
      default:
        let entry = part.entry
        if entry.kind == .file, let date = entry.modified { dates.append(date) }
        try collector.add(entry, [part.file], part.file, from: container, isNested: false)
      }
    }
    let taken = try collector.take(limits: limits)
    if dates.isEmpty, let date = taken.modified { dates.append(date) }
    return Taken(
      sources: taken.sources, refusedWeeks: taken.refusedWeeks, submitted: dates.max(),
      refusals: refusals(collector, language), releases: taken.releases)
  }

  private static func addFolder(
    _ part: ListedSubmission.Part, to collector: inout SourceCollector,
    from container: any Container,
    _ dates: inout [Date]
  ) throws {
    do {
      var entries = try container.entries(below: part.entry.path)
      if part.isClone, let clone = container.clone(part.entry.path).flatMap(GitClone.init(at:)) {
        if let date = clone.date { dates.append(date) }
        // What lies in the clone and was never committed was not handed in.
        let folder = part.entry.path + "/"
        entries.removeAll { entry in
          clone.paths?.contains(String(entry.path.dropFirst(folder.count))) == false
        }
      }
      try collector.add(entries, from: container, dropping: part.entry.parts.count)
    } catch {
      collector.refuse(part.entry.path, try RefusalReason(error))
    }
  }

  private static func refusals(_ collector: SourceCollector, _ language: Language) -> [Refusal] {
    let all = collector.refused.map {
      Refusal(name: printable($0.name), reason: $0.reason.phrase(language))
    }
    guard all.count > mostRefusals else { return all }
    let rest = RefusalReason.furtherRefusals(all.count - mostRefusals)
    return all.prefix(mostRefusals) + [Refusal(name: "…", reason: rest.phrase(language))]
  }
}
