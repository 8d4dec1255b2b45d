public import Text

/// The reasons why a week or an exercise cannot be begun.
public enum SkeletonError: PhrasedError, Equatable {
  case badWeek(String)
  case badModule(String)
  case badExercise(String)
  case taken(String)
  /// A file lacks the line at which something was to be added.
  case noPlace(file: String, line: String)

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .badWeek(let id):
      Phrase(
        "a week is called like C1W5 or C2W1a (course, week, part), got “\(id)”",
        zh: "周的编号形如 C1W5 或 C2W1a（课程、周、部分），而这里是“\(id)”")
    case .badModule(let name):
      Phrase(
        "the module of a week is a type's name such as LogisticRegression, got “\(name)”",
        zh: "周的模块名写法与类型名相同，如 LogisticRegression，而这里是“\(name)”")
    case .badExercise(let name):
      Phrase(
        "an exercise is a function's name such as sigmoid, got “\(name)”",
        zh: "练习名就是函数名，如 sigmoid，而这里是“\(name)”")
    case .taken(let name):
      Phrase("\(name) is there already; nothing was changed", zh: "\(name) 已经存在；没有改动任何文件")
    case .noPlace(let file, let line):
      Phrase(
        "\(file) has no line “\(line)”, where the new entry belongs: add it by hand",
        zh: "\(file) 里没有“\(line)”这一行，不知道该加在哪里：请手工添加")
    }
  }
}
