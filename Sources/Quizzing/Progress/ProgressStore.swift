import Files
import Foundation
import Text

/// The progress file, read, changed and written under a lock so that two runners lose nothing.
struct ProgressStore: Sendable {
  let path: String

  /// Locates `$XDG_DATA_HOME/deep-learning-course/quiz.json`, by default below `~/.local/share`.
  init(variables: [String: String]) {
    let home = variables["HOME"] ?? NSHomeDirectory()
    let data = variables["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    path = (data ?? home + "/.local/share") + "/deep-learning-course/quiz.json"
  }

  init(path: String) { self.path = path }

  enum Failure: PhrasedError, Equatable {
    case newerVersion(path: String, version: Int)
    case cannotWrite(path: String, reason: Phrase)

    var phrase: Phrase {
      switch self {
      case .newerVersion(let path, let version):
        Phrase(
          "\(path): the progress has version \(version), this program knows up to "
            + "\(Progress.currentVersion): update the course, or move the file away",
          zh: "\(path): 进度文件的版本为 \(version)，本程序只支持到 "
            + "\(Progress.currentVersion)：请更新课程，或把该文件移走")
      case .cannotWrite(let path, let reason):
        Phrase(
          "\(path): the progress cannot be saved: \(reason(.english))",
          zh: "\(path): 进度无法保存：\(reason(.chinese))")
      }
    }
  }

  /// A damaged file that was moved out of the way.
  struct SetAside: Equatable, Sendable {
    var path: String
    var reason: Phrase
  }

  /// Reads the progress; a damaged file is set aside, never overwritten.
  func load(now: Date) throws(Failure) -> (progress: Progress, setAside: SetAside?) {
    try locked { () throws(Failure) in try read(now: now) }
  }

  /// Reads the progress without a lock, for a folder that cannot be written; nil without a sound file.
  func peek() -> Progress? {
    FileManager.default.contents(atPath: path).flatMap { try? Self.decode($0) }
  }

  /// Changes the progress on disk, beginning with what other runners wrote meanwhile.
  @discardableResult
  func update(now: Date, _ change: (inout Progress) -> Void) throws(Failure) -> SetAside? {
    try locked { () throws(Failure) in
      var (progress, setAside) = try read(now: now)
      change(&progress)
      try write(progress)
      return setAside
    }
  }

  // MARK: The file

  static func decode(_ data: Data) throws -> Progress {
    try JSONDecoder.dated.decode(Progress.self, from: data)
  }

  private struct VersionOnly: Decodable { var version: Int }

  private func read(now: Date) throws(Failure) -> (progress: Progress, setAside: SetAside?) {
    guard let data = FileManager.default.contents(atPath: path) else { return (Progress(), nil) }
    if let version = try? JSONDecoder().decode(VersionOnly.self, from: data).version,
      version > Progress.currentVersion
    {
      throw .newerVersion(path: path, version: version)
    }
    do {
      return (try Self.decode(data), nil)
    } catch {
      let reason = jsonReason(error, in: data)
      let stem = "\(path).damaged-\(Int(now.timeIntervalSince1970))"
      let place = FileManager.default.firstFree { $0 == 1 ? stem : "\(stem)-\($0)" }
      do {
        try FileManager.default.moveItem(atPath: path, toPath: place)
      } catch {
        throw .cannotWrite(
          path: path,
          reason: Phrase(
            "it is damaged (\(reason(.english))) and cannot be moved away",
            zh: "文件已损坏（\(reason(.chinese))），又无法移走"))
      }
      return (Progress(), SetAside(path: place, reason: reason))
    }
  }

  private func write(_ progress: Progress) throws(Failure) {
    let encoder = JSONEncoder.ordered(.prettyPrinted)
    encoder.dateEncodingStrategy = .iso8601
    do {
      try writeFile(encoder.encode(progress), to: path)
    } catch {
      throw .cannotWrite(
        path: path, reason: Phrase("the folder or the file is not writable", zh: "文件夹或文件不可写"))
    }
  }

  private func locked<Result>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard let lock = FileLock(path: path + ".lock", waits: true) else {
      throw .cannotWrite(path: path, reason: Phrase("the folder is not writable", zh: "文件夹不可写"))
    }
    defer { lock.release() }
    return try body()
  }
}
