import Basics
import Coursework
import Foundation

extension SubmissionReader {
  struct Taken {
    var sources: [String: Data]
    var refusedWeeks: Set<String>
    var submitted: Date?
    var refusals: [Refusal]
    /// The releases whose own file was handed in with the sources.
    var releases: Set<String>
  }

  /// The most refusals that are told one by one.
  private static let mostRefusals = 20

  /// Reads the parts of one attempt.
  static func read(
    _ parts: [HandIn.Part], from container: any Container, limits: IntakeLimits,
    language: Language
  ) throws -> Taken {
    var gathering = Gathering(limits: limits)
    var dates: [Date] = []
    for part in parts {
      switch part.item.kind {
      case .folder:
        try addFolder(part, to: &gathering, from: container, &dates)
      default:
        let item = part.item
        if item.kind == .file, let date = item.modified { dates.append(date) }
        try gathering.add(item, [part.file], part.file, from: container, isNested: false)
      }
    }
    let taken = try gathering.take(limits: limits)
    if dates.isEmpty, let date = taken.modified { dates.append(date) }
    return Taken(
      sources: taken.sources, refusedWeeks: taken.refusedWeeks, submitted: dates.max(),
      refusals: refusals(gathering, language), releases: taken.releases)
  }

  private static func addFolder(
    _ part: HandIn.Part, to gathering: inout Gathering, from container: any Container,
    _ dates: inout [Date]
  ) throws {
    do {
      var items = try container.items(below: part.item.path)
      if part.isClone, let clone = container.clone(part.item.path).flatMap(GitClone.init(at:)) {
        if let date = clone.date { dates.append(date) }
        // What lies in the clone and was never committed was not handed in.
        let folder = part.item.path + "/"
        items.removeAll { item in
          clone.paths?.contains(String(item.path.dropFirst(folder.count))) == false
        }
      }
      try gathering.add(items, from: container, dropping: part.item.parts.count)
    } catch let reason as RefusalReason {
      gathering.refuse(part.item.path, reason)
    }
  }

  private static func refusals(_ gathering: Gathering, _ language: Language) -> [Refusal] {
    let all = gathering.refused.map {
      Refusal(name: printable($0.name), reason: $0.reason.phrase(language))
    }
    guard all.count > mostRefusals else { return all }
    let rest = RefusalReason.furtherRefusals(all.count - mostRefusals)
    return all.prefix(mostRefusals) + [Refusal(name: "…", reason: rest.phrase(language))]
  }
}
