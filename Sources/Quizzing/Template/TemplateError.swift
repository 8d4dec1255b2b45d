/// What can be wrong with a template's variables, conditions and `{{ expressions }}`.
enum TemplateError: Error, Equatable, Sendable, CustomStringConvertible {
  case badDeclaration(String)
  case badNumber(String)
  case emptyRange(String)
  case tooManyValues(String)
  case repeatedName(String)
  case reservedName(String)
  case unknownName(String)
  case unknownFunction(String)
  case wrongArity(function: String, expected: Int, got: Int)
  case unexpected(found: String, expected: String)
  case tooLong
  case tooDeep
  case unclosedBraces
  case badFormat(String)
  case notFinite(String)
  case unmetRequirements

  var description: String {
    switch self {
    case .badDeclaration(let line):
      "cannot read “\(line)” in `where`: write `name = choose 1 2 3`, `name = range 1..9`, "
        + "`name = expression` or `require condition`"
    case .badNumber(let word): "“\(word)” is not a number"
    case .emptyRange(let range): "the range “\(range)” holds no number"
    case .tooManyValues(let range): "“\(range)” holds more than 100,000 numbers: use a larger step"
    case .repeatedName(let name): "the variable “\(name)” is defined twice"
    case .reservedName(let name): "“\(name)” cannot name a variable, it has a meaning of its own"
    case .unknownName(let name):
      "unknown variable “\(name)”: define it in `where`, above the line that uses it"
    case .unknownFunction(let name):
      "unknown function “\(name)”: there are "
        + Expression.Function.allCases.map(\.rawValue).joined(separator: ", ")
    case .wrongArity(let function, let expected, let got):
      "\(function) takes \(expected) argument\(expected == 1 ? "" : "s"), not \(got)"
    case .unexpected(let found, let expected): "expected \(expected), found \(found)"
    case .tooLong: "the expression is longer than 500 characters"
    case .tooDeep: "the expression is nested more than 50 levels deep"
    case .unclosedBraces: "“{{” is not closed by “}}”; for two literal braces write “\\{{”"
    case .badFormat(let format):
      "unknown format “\(format)”: write `| .2` for two decimals or `| 3g` for three digits"
    case .notFinite(let expression): "“\(expression)” has no finite value"
    case .unmetRequirements: "1000 draws did not meet the requirements: loosen a `require`"
    }
  }
}
