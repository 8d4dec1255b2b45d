import Synchronization
import Text

/// The functions that a program serves, keyed by exercise and variant.
public struct FunctionTable: Sendable {
  private struct Key: Hashable {
    let exercise: String
    let variant: String?
  }

  /// The lists of the weeks that were asked for.
  private final class Memory: Sendable {
    let lists = Mutex<[String: [Key: Implementation]]>([:])
  }

  private let weeks: [ServedWeek]
  private let others: [Implementation]
  private let byKey: [Key: Implementation]
  private let memory = Memory()

  /// Creates a table of the functions of weeks, and of others.
  public init(_ weeks: [ServedWeek], and others: [Implementation] = []) {
    self.weeks = weeks
    self.others = others
    byKey = Self.byKey(others)
  }

  /// Creates a table of these functions, keyed by their exercises' ids.
  public init(_ implementations: [Implementation]) {
    self.init([], and: implementations)
  }

  private static func byKey(_ implementations: [Implementation]) -> [Key: Implementation] {
    Dictionary(
      implementations.map { (Key(exercise: $0.exercise, variant: $0.variant), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The exercise name of a request for the variants and their descriptions: of the week that is
  /// its argument, or of all weeks.
  static let variantsName = "course.variants"

  func implementation(of exercise: String, variant: String?) -> Implementation? {
    let key = Key(exercise: exercise, variant: variant)
    if let other = byKey[key] { return other }
    guard let id = exercise.split(separator: ".").first.map(String.init),
      let week = weeks.first(where: { $0.id == id })
    else { return nil }
    return memory.lists.withLock { lists in
      let list = lists[id] ?? Self.byKey(week.implementations())
      lists[id] = list
      return list[key]
    }
  }

  /// Returns the variants that are served besides the functions themselves: of one week, or of all.
  func variants(of week: String? = nil) -> Variants {
    let asked = week.map { id in weeks.filter { $0.id == id } } ?? weeks
    return Variants(of: asked.flatMap { $0.implementations() } + others)
  }

  /// Answers one request, whatever the function does short of ending the process.
  func answer(_ request: Request) -> (Frame.Kind, Value) {
    if request.exercise == Self.variantsName {
      do {
        let week: String? = if case .text(let id)? = request.arguments.first { id } else { nil }
        return (.returned, try Value(encoding: variants(of: week)))
      } catch {
        return (.threw, .text(String(describing: error)))
      }
    }
    guard let implementation = implementation(of: request.exercise, variant: request.variant)
    else {
      let name = request.exercise + (request.variant.map { " (\($0))" } ?? "")
      let sentence = Phrase("this program does not serve \(name)", zh: "这个程序不提供 \(name)")
      return (.threw, .text(sentence(.current)))
    }
    ThrowSite.forget()
    do {
      let standIn = request.standIn.flatMap {
        self.implementation(of: $0.exercise, variant: $0.variant)
      }
      return try StandIn.with(standIn) {
        (.returned, try implementation.answer(request.arguments))
      }
    } catch let error as NotImplemented {
      return (.notImplemented, .text(error.function))
    } catch CallFailure.notImplemented(let function) {
      return (.notImplemented, .text(function))
    } catch {
      return (
        .threw,
        .list([.text(String(describing: error)), .list(ThrowSite.offsets.map { .integer($0) })])
      )
    }
  }
}
