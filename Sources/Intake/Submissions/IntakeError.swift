public import Text

/// The reasons why a class, or one student's hand-in, cannot be read.
public enum IntakeError: PhrasedError, Equatable {
  case notFound(String)
  case unreadable(String, reason: Phrase)
  case noArchive(String)
  case archive(String, reason: Phrase)
  case empty(String)
  case resultsInside(results: String, submissions: String)
  case noTemporaryFile(String, reason: Phrase)

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .notFound(let path):
      Phrase("there is no \(path)", zh: "找不到 \(path)")
    case .unreadable(let path, let reason):
      Phrase(
        "\(path) cannot be read: \(reason.english)", zh: "无法读取 \(path)：\(reason.chinese)")
    case .noArchive(let path):
      Phrase(
        "\(path) is neither a folder nor a zip, tar or tar.gz archive",
        zh: "\(path) 既不是文件夹，也不是 zip、tar 或 tar.gz 压缩包")
    case .archive(let path, let reason):
      Phrase("\(path): \(reason(.english))", zh: "\(path)：\(reason(.chinese))")
    case .empty(let path):
      Phrase("\(path) contains no submission", zh: "\(path) 里没有提交")
    case .resultsInside(let results, let submissions):
      Phrase(
        "the results \(results) would lie in the submissions \(submissions), and be a student of the "
          + "next run; name a folder outside of it by --out",
        zh: "成绩文件夹 \(results) 在提交文件夹 \(submissions) 里，下次会被当成一名学生；请用 --out 指定它之外的文件夹")
    case .noTemporaryFile(let folder, let reason):
      Phrase(
        "no temporary file can be written in \(folder): \(reason.english)",
        zh: "无法在 \(folder) 写临时文件：\(reason.chinese)")
    }
  }
}
