import Text

/// The functions that a program serves, keyed by exercise and variant.
public struct FunctionTable: Sendable {
  private struct Key: Hashable {
    let exercise: String
    let variant: String?
  }

  private let implementations: [Key: Implementation]
  /// The variants that are served besides the functions themselves.
  let variants: Variants

  /// Creates a table of these functions, keyed by their exercises' ids.
  public init(_ implementations: [Implementation]) {
    self.implementations = Dictionary(
      implementations.map { (Key(exercise: $0.exercise, variant: $0.variant), $0) },
      uniquingKeysWith: { first, _ in first })
    variants = Variants(of: implementations)
  }

  /// The exercise name of a request for the variants and their descriptions.
  static let variantsName = "course.variants"

  func implementation(of exercise: String, variant: String?) -> Implementation? {
    implementations[Key(exercise: exercise, variant: variant)]
  }

  /// Answers one request, whatever the function does short of ending the process.
  func answer(_ request: Request) -> (Frame.Kind, Value) {
    if request.exercise == Self.variantsName {
      do {
        return (.returned, try Value(encoding: variants))
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
      return try StandIn.$current.withValue(standIn) {
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
