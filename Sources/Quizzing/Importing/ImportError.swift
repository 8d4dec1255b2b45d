import Files
import Text

/// The reasons why a file cannot be imported at all.
enum ImportError: PhrasedError, Equatable {
  case tooLarge
  case notUTF8(line: Int)
  case notXML(line: Int)
  case entities(line: Int)
  case unknownFormat
  case otherXML(String)
  case archive(Phrase)
  case noQuestions
  case notKept(question: String)

  var phrase: Phrase {
    switch self {
    case .tooLarge:
      Phrase(
        "is too large to import: at most 20 MB are read", zh: "文件过大，无法导入：最多读取 20 MB")
    case .notUTF8(let line):
      Phrase(
        "line \(line) is not UTF-8: save the file as UTF-8",
        zh: "第 \(line) 行不是 UTF-8：请把文件存为 UTF-8")
    case .notXML(let line):
      Phrase(
        "is damaged: near line \(line) it is no XML", zh: "文件已损坏：第 \(line) 行附近不是 XML")
    case .entities(let line):
      Phrase(
        "declares entities of its own on line \(line), which are not read: export it anew",
        zh: "第 \(line) 行定义了实体，这里不读取：请重新导出")
    case .unknownFormat:
      Phrase(
        "is in none of the formats that are read: GIFT, Moodle XML, QTI 1.2 or 2.1",
        zh: "不是可读取的格式：支持 GIFT、Moodle XML、QTI 1.2 和 2.1")
    case .otherXML(let name):
      Phrase(
        "is XML of another kind (<\(name)>): Moodle XML, QTI 1.2 and 2.1 are read",
        zh: "是另一种 XML（<\(name)>）：可读取 Moodle XML、QTI 1.2 和 2.1")
    case .archive(let why):
      Phrase("cannot be unpacked: \(why(.english))", zh: "无法解压：\(why(.chinese))")
    case .noQuestions:
      Phrase("contains no question that a bank can represent", zh: "里面没有题库能表示的题目")
    case .notKept(let question):
      Phrase(
        "the question “\(question)” would not read back as it was: write it by hand",
        zh: "题目“\(question)”写入题库后与原来不一致：请手工录入")
    }
  }
}
