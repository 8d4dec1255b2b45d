import Coursework
import Text

/// The reasons why a learner's file cannot become part of a worker, beyond the compiler's own
/// messages.
enum CompilationProblem: Equatable {
  case compilerStopped(seconds: Int)
  case compilerFlooded
  case compilerCrashed(gigabytes: Int)
  case compilerRefuses(output: String)
  /// A function can no longer be called with the signature that was handed out.
  case otherSignature(said: String)
  /// A module of the course that learners must not import.
  case closedModule(String)
  /// A helper that is given only to other weeks.
  case givenElsewhere(String)
  case nameTaken(String)
  case nameMissing(String)
  /// A module of Swift that is not in the sandbox.
  case moduleMissing(String)
  case notLinked(output: String)

  var phrase: Phrase {
    switch self {
    case .compilerStopped(let seconds):
      Phrase(
        "the compiler was stopped after \(seconds) s: simplify the longest formulas",
        zh: "编译超过 \(seconds) 秒，已被中止：请简化最长的公式")
    case .compilerFlooded:
      Phrase(
        "the compiler said more than anybody reads and was stopped",
        zh: "编译器输出的内容太多，已被中止")
    case .compilerCrashed(let gigabytes):
      Phrase(
        "the compiler crashed or used more than \(gigabytes) GB on this file",
        zh: "编译这个文件时，编译器崩溃了，或者用了超过 \(gigabytes) GB 内存")
    case .compilerRefuses(let output):
      Phrase("the compiler refuses this file: \(output)", zh: "编译器不接受这个文件：\(output)")
    case .otherSignature(let said):
      Phrase(
        "a function no longer has the signature that was given: \(said)",
        zh: "有函数的签名与给出的不一致：\(said)")
    case .closedModule(let name):
      Phrase(
        "\(name) is a part of the course that exercises cannot import; what they need is in "
          + "Syllabus and Tensors",
        zh: "\(name) 是课程的内部模块，练习不能导入；需要的内容都在 Syllabus 和 Tensors 里")
    case .givenElsewhere(let name):
      Phrase(
        "\(name) is given to other weeks; here it would be the answer: write what it does yourself",
        zh: "\(name) 是给其他周用的，在这一周里它就是答案：请自己写出它的内容")
    case .nameTaken(let name):
      Phrase(
        "it defines a name that the course's own program has already: \(name)",
        zh: "它定义的名称与课程自身的程序重复：\(name)")
    case .nameMissing(let name):
      Phrase(
        "it uses a name that nothing defines here: \(name)", zh: "它用到的名称在这里没有定义：\(name)")
    case .moduleMissing(let name):
      Phrase(
        "it uses \(name), which is not there when a class is graded, and which no exercise needs",
        zh: "它用到了 \(name)：给全班评分时没有这个模块，练习也都用不到它")
    case .notLinked(let output):
      Phrase("it cannot be linked: \(output)", zh: "无法链接：\(output)")
    }
  }

  /// The problem as a diagnostic of a file, at its beginning unless a line is known.
  func diagnostic(of file: String, line: Int = 1, _ language: Language) -> PackageBuild.Diagnostic {
    PackageBuild.Diagnostic(file: file, line: line, column: 1, message: phrase(language).sanitized)
  }
}
