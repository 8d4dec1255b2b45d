import Coursework
import Foundation
import Releases
import Text

extension SubmissionReader {
  struct Taken {
    var sources: [String: Data]
    var helpers: [String: [String: Data]]
    var refusedWeeks: Set<String>
    var isOpen: Bool
    var notes: [Refusal]
    var left: [String]
    /// The facts about the accepted file of each week.
    var files: [String: SourceCollector.Taken.File]
    /// The modification times of the parts that are files themselves.
    var dates: [Date]
    /// The times of the commits, by the index of the part.
    var commits: [Int: Date]
    /// The reason to doubt that time, if there is one.
    var doubt: CommitDoubt?
    var refusals: [Refusal]
    /// The releases whose own file was handed in with the sources.
    var releases: Set<ReleaseMarker.Name>
  }

  /// The largest number of refusals, and of ignored files, that are listed individually.
  private static let mostTold = 20

  /// Reads the parts of one attempt.
  func read(_ parts: [ListedSubmission.Part], from containers: [any Container]) throws -> Taken {
    var collector = SourceCollector(weeks: weeks, limits: settings.limits, zone: settings.zone)
    var dates: [Date] = []
    var commits: [Int: Date] = [:]
    var doubts: [CommitDoubt] = []
    for (index, part) in parts.enumerated() {
      collector.part = index
      let container = containers[part.container]
      switch part.entry.kind {
      case .folder:
        try addFolder(part, to: &collector, from: container, &commits, &doubts)
      default:
        let entry = part.entry
        if entry.kind == .file, let date = entry.modified { dates.append(date) }
        try collector.add(entry, [part.file], part.file, from: container, depth: 0)
      }
    }
    let taken = try collector.take(stubs: settings.stubs)
    if dates.isEmpty { dates = taken.files.values.compactMap(\.modified) }
    return Taken(
      sources: taken.sources, helpers: taken.helpers, refusedWeeks: taken.refusedWeeks,
      isOpen: taken.isOpen,
      notes: taken.notes.map {
        Refusal(name: printable($0.name), reason: $0.note.phrase(settings.language))
      },
      left: Self.told(taken.left, settings.language), files: taken.files, dates: dates,
      commits: commits, doubt: doubts.first, refusals: refusals(collector),
      releases: taken.releases)
  }

  private func addFolder(
    _ part: ListedSubmission.Part, to collector: inout SourceCollector,
    from container: any Container, _ commits: inout [Int: Date], _ doubts: inout [CommitDoubt]
  ) throws {
    do {
      var entries = try container.entries(below: part.entry.path)
      if part.isClone, let clone = container.clone(part.entry.path).flatMap(GitClone.init(at:)) {
        if let date = clone.date { commits[collector.part] = date }
        if let doubt = clone.doubt { doubts.append(doubt) }
        // A file in the clone that was never committed was not handed in.
        let folder = part.entry.path + "/"
        entries.removeAll { entry in
          clone.paths?.contains(String(entry.path.dropFirst(folder.count))) == false
        }
      }
      try collector.add(
        entries, from: container, dropping: part.isInside ? 0 : part.entry.parts.count)
    } catch {
      collector.refuse(part.entry.path, try RefusalReason(error))
    }
  }

  private static func told(_ names: [String], _ language: Language) -> [String] {
    guard names.count > mostTold else { return names }
    let rest = names.count - mostTold
    return names.prefix(mostTold)
      + [Phrase("and \(rest) more", zh: "等共 \(names.count) 个")(language)]
  }

  private func refusals(_ collector: SourceCollector) -> [Refusal] {
    let all = collector.refused.map {
      Refusal(name: printable($0.name), reason: $0.reason.phrase(settings.language))
    }
    guard all.count > Self.mostTold else { return all }
    let rest = RefusalReason.furtherRefusals(all.count - Self.mostTold)
    return all.prefix(Self.mostTold)
      + [Refusal(name: "…", reason: rest.phrase(settings.language))]
  }
}
