import Files
public import Foundation

/// What a solutions program serves besides the solutions: known mistakes and alternative solutions.
public struct Variants: Sendable, Equatable, Codable {
  /// The mistakes of each exercise by its id, in order of declaration.
  public let misconceptions: [String: [Misconception]]
  /// The names of the alternative solutions of each exercise, by its id.
  public let alternatives: [String: [String]]

  /// Creates a collection of known variants.
  public init(
    misconceptions: [String: [Misconception]] = [:], alternatives: [String: [String]] = [:]
  ) {
    self.misconceptions = misconceptions
    self.alternatives = alternatives
  }

  init(of implementations: [Implementation]) {
    self.init(
      misconceptions: Dictionary(
        grouping: implementations.filter { $0.misconception != nil }, by: \.exercise
      ).mapValues { $0.compactMap(\.misconception) },
      alternatives: Dictionary(
        grouping: implementations.filter { $0.variant != nil && $0.misconception == nil },
        by: \.exercise
      ).mapValues { $0.compactMap(\.variant) })
  }

  /// The variants of the given exercises.
  public func of(_ exercises: [any AnyExercise]) -> Variants {
    let ids = Set(exercises.map(\.info.id))
    return Variants(
      misconceptions: misconceptions.filter { ids.contains($0.key) },
      alternatives: alternatives.filter { ids.contains($0.key) })
  }
}

// MARK: Beside the recorded answers of a release

extension Variants {
  /// The contents of the file beside the recorded answers, identical for identical variants.
  public var data: Data {
    get throws { try JSONEncoder.ordered(.prettyPrinted).line(self) }
  }

  /// Reads the file beside the recorded answers; without it no mistake has a name.
  ///
  /// - Throws: `ReleaseError` when the file cannot be decoded.
  init(beside answers: URL) throws {
    let file = answers.deletingLastPathComponent().appending(path: Release.variantsName)
    guard FileManager.default.fileExists(atPath: file.path) else {
      self.init()
      return
    }
    do {
      self = try JSONDecoder().decode(Variants.self, from: Data(contentsOf: file))
    } catch {
      throw ReleaseError.unreadable(file.path, .other("\(error)"))
    }
  }
}
