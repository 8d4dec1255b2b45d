import Foundation
public import Text

extension RunEnvironment {
  /// Reads the course's environment variables.
  ///
  /// - Parameters:
  ///   - variables: the process's environment, by name.
  ///   - folders: where the package and its programs are.
  /// - Throws: `RunEnvironmentError` when a variable of the course has an invalid value,
  ///   `ReleaseError` when the release's own file is damaged.
  public init(variables: [String: String], folders: PackageFolders) throws {
    let read = VariableReader(variables: variables)
    let release = try Release(package: folders.package)
    self.init(
      package: folders.package, programs: folders.programs,
      seed: try Self.seed(of: release, read))
    self.release = release
    let file = Phrase("a file", zh: "文件")
    code = try Self.code(isRelease: release != nil, read)
    inProcess =
      try read("COURSE_IN_PROCESS", Phrase("0 or 1", zh: "0 或 1")) {
        ["0": false, "1": true][$0]
      } ?? false
    records = try read("COURSE_RECORDS", file) { URL(fileURLWithPath: $0) }
    answers =
      try read("COURSE_ANSWERS", file) { URL(fileURLWithPath: $0) }
      ?? (release == nil ? nil : package.appending(path: Release.answersName))
    recording = try read("COURSE_RECORDING", file) { URL(fileURLWithPath: $0) }
    sharedAnswers = try read("COURSE_SHARED_ANSWERS", Phrase("a folder", zh: "文件夹")) {
      URL(fileURLWithPath: $0)
    }
    mutations = try Self.mutations(isRelease: release != nil, read)
    only =
      try read(
        "COURSE_ONLY",
        Phrase(
          "exercises such as C1W2.sigmoid,C1W2.softmax",
          zh: "练习的名称，如 C1W2.sigmoid,C1W2.softmax")
      ) { Set($0.split(separator: ",").map(String.init)) }
      ?? (mutations.isEmpty ? nil : Set(mutations.map(\.exercise)))
    freshCases = try read(
      "COURSE_FRESH", Phrase("a whole number from 1 to 1000", zh: "1 到 1000 之间的整数")
    ) { text in Int(text).flatMap { (1...1000).contains($0) ? $0 : nil } }
    launch = try read(
      "COURSE_WORKER", Phrase("a file that says how the worker is started", zh: "说明如何启动 worker 的文件")
    ) { try? WorkerLaunch(file: URL(fileURLWithPath: $0)) }
  }

  private static func code(isRelease: Bool, _ read: VariableReader) throws -> Code {
    let expected =
      isRelease
      ? Phrase("exercises (a release contains no solutions)", zh: "exercises（发给学生的版本里没有参考答案）")
      : Phrase("exercises or solutions", zh: "exercises 或 solutions")
    return try read("COURSE_CODE", expected) { text in
      Code(rawValue: text).flatMap { isRelease && $0 == .solutions ? nil : $0 }
    } ?? .exercises
  }

  private static func mutations(isRelease: Bool, _ read: VariableReader) throws -> [Mutation] {
    let expected =
      isRelease
      ? Phrase("nothing (a release contains no solutions)", zh: "空值（发给学生的版本里没有参考答案）")
      : Phrase(
        "C1W2.sigmoid=VARIANT or C1W2.sigmoid~SLIP", zh: "C1W2.sigmoid=VARIANT 或 C1W2.sigmoid~SLIP")
    return try read("COURSE_MUTATION", expected) { text in
      let names = text.split(separator: ",").map(String.init)
      let mutations = names.compactMap(Mutation.init)
      return isRelease || mutations.count < names.count ? nil : mutations
    } ?? []
  }

  /// The requested seed, or a random one; in a release, one for which answers were recorded.
  private static func seed(of release: Release?, _ read: VariableReader) throws -> UInt32 {
    guard let release else {
      let whole = Phrase(
        "a whole number from 0 to 4294967295", zh: "0 到 4294967295 之间的整数")
      return try read("COURSE_SEED", whole) { UInt32($0) } ?? UInt32.random(in: 1...999_999)
    }
    let list = release.seeds.map(String.init).joined(separator: ", ")
    let expected = Phrase(
      "one of the seeds of this release (\(list))", zh: "这个版本的种子之一（\(list)）")
    return try read("COURSE_SEED", expected) { text in
      UInt32(text).flatMap { release.seeds.contains($0) ? $0 : nil }
    } ?? release.seeds.randomElement() ?? 0
  }
}

/// Reads environment variables one at a time, treating an empty one as unset.
private struct VariableReader {
  let variables: [String: String]

  func callAsFunction<Value>(
    _ name: String, _ expected: Phrase, _ parse: (String) -> Value?
  ) throws -> Value? {
    guard let text = variables[name], !text.isEmpty else { return nil }
    guard let value = parse(text) else {
      throw RunEnvironmentError(variable: name, value: text, expected: expected)
    }
    return value
  }
}

/// An environment variable whose value the course cannot read.
public struct RunEnvironmentError: PhrasedError, Equatable {
  let variable: String
  let value: String
  let expected: Phrase

  /// Creates the error for a variable with an invalid value.
  public init(variable: String, value: String, expected: Phrase) {
    self.variable = variable
    self.value = value
    self.expected = expected
  }

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    let space = expected.chinese.first?.isASCII == true ? " " : ""
    return Phrase(
      "\(variable) expects \(expected.english), got “\(printable(value))”",
      zh: "\(variable) 应为\(space)\(expected.chinese)，收到的是“\(printable(value))”")
  }
}
