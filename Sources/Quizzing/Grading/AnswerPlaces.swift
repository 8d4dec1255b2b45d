import Commands
import Files
import Foundation
import Text

/// The possible places for an exam's answers.
///
/// They are tested before the first question. At the end no existing file is overwritten, and
/// answers that no place can hold are printed.
struct AnswerPlaces {
  var quiz: String
  /// The requested path, or `-` for the terminal; nil for no preference.
  var wanted: String?
  /// The candidate folders for `C1W2-answers.json`, the best first.
  var folders: [String]
  /// The part of the file's name after the quiz.
  var word = "answers"

  /// The way in which the answers were delivered.
  enum Delivery: Equatable, Sendable {
    /// They are in a file, which differs from the requested one if a reason is given.
    case file(String, reason: Phrase?)
    /// They are to be printed; with a reason, because no place could hold them.
    case print(String, reason: Phrase?)
  }

  static let terminal = "-"

  /// Returns the current folder, the home folder, that of the progress, and that for temporary
  /// files.
  static func folders(variables: [String: String]) -> [String] {
    let home = variables["HOME"] ?? NSHomeDirectory()
    let progress = URL(fileURLWithPath: ProgressStore(variables: variables).path)
    return [
      FileManager.default.currentDirectoryPath, home, progress.deletingLastPathComponent().path,
      FileManager.default.temporaryDirectory.path,
    ]
  }

  // MARK: Before the first question

  /// Returns the place that the answers will go to.
  ///
  /// - Throws: `CommandError.cannotCreate` when the requested place is taken or cannot be written,
  ///   and `CommandError.usage` when none of the folders can.
  func place() throws(CommandError) -> String {
    guard let wanted, wanted != Self.terminal else {
      if let wanted { return wanted }
      for folder in folders where Self.reasonAgainst(folder: folder) == nil {
        return freePath(in: folder)
      }
      throw .usage(
        Phrase(
          "no folder can be written for the answers: name a file with --answers FILE, or print them "
            + "at the end with --answers -",
          zh: "没有可写入答卷的文件夹：请用 --answers 文件 指定位置，或用 --answers - 在结束时打印答卷"))
    }
    let path = Self.absolute(wanted)
    if FileManager.default.isFolder(path) {
      if let reason = Self.reasonAgainst(folder: path) {
        throw .cannotCreate(path: wanted, reason: reason)
      }
      return freePath(in: path)
    }
    if let reason = Self.reasonAgainst(path) { throw .cannotCreate(path: wanted, reason: reason) }
    return path
  }

  static func absolute(_ path: String) -> String {
    path == terminal ? path : URL(fileURLWithPath: path).standardizedFileURL.path
  }

  private static func reasonAgainst(_ path: String) -> Phrase? {
    switch Standing(path) {
    case .device: nil
    case .free: reasonAgainst(folder: URL(fileURLWithPath: path).deletingLastPathComponent().path)
    case .taken:
      Phrase(
        "there is a file already: name another one, or move that one away",
        zh: "文件已存在：请换一个文件名，或先移走该文件")
    }
  }

  /// Returns why a folder cannot hold the answers, after creating and removing a file of their
  /// size.
  private static func reasonAgainst(folder: String) -> Phrase? {
    guard FileManager.default.isFolder(folder) else {
      return Phrase("there is no such folder", zh: "没有这个文件夹")
    }
    let trial = URL(fileURLWithPath: folder + "/.course-quiz-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: trial) }
    do {
      try Data(count: 65_536).write(to: trial, options: .withoutOverwriting)
      return nil
    } catch {
      return Phrase(of: error)
    }
  }

  private func freePath(in folder: String) -> String {
    FileManager.default.firstFree {
      "\(folder)/\(quiz)-\(word)\($0 == 1 ? "" : "-\($0)").json"
    }
  }

  /// The kind of thing that exists at a path.
  private enum Standing {
    case free, taken
    /// A pipe or a device, to which writing loses nothing.
    case device

    init(_ path: String) {
      let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
      guard let found = try? FileManager.default.attributesOfItem(atPath: target) else {
        self = .free
        return
      }
      let type = found[.type] as? FileAttributeType
      if type == .typeRegular {
        self = (found[.size] as? Int) == 0 ? .free : .taken
      } else {
        self = type == .typeDirectory ? .taken : .device
      }
    }
  }

  // MARK: At the end

  /// Writes the answers to the requested place, else beside it, else to the first folder that
  /// accepts them.
  func deliver(_ file: AnswerFile) -> Delivery {
    let data = file.data()
    let text = String(decoding: data, as: UTF8.self)
    if wanted == Self.terminal { return .print(text, reason: nil) }
    var reason: Phrase?
    if let wanted {
      let path = Self.absolute(wanted)
      let stem = path.hasSuffix(".json") ? String(path.dropLast(5)) : path
      let beside = FileManager.default.firstFree { "\(stem)-\($0 + 1).json" }
      for place in Standing(path) == .device ? [path] : [path, beside] {
        guard let found = Self.reasonAgainst(writing: data, to: place) else {
          return .file(place, reason: reason)
        }
        reason = reason ?? found.prefixed("\(wanted): ")
      }
    }
    for folder in folders where FileManager.default.isFolder(folder) {
      let place = freePath(in: folder)
      guard let found = Self.reasonAgainst(writing: data, to: place) else {
        return .file(place, reason: reason)
      }
      reason = reason ?? found.prefixed("\(place): ")
    }
    return .print(
      text, reason: reason ?? Phrase("no folder can be written", zh: "没有可写入的文件夹"))
  }

  /// Writes a file where none exists, and returns the reason if that fails.
  private static func reasonAgainst(writing data: Data, to path: String) -> Phrase? {
    let standing = Standing(path)
    do {
      switch standing {
      case .taken: return Phrase("there is a file already", zh: "文件已存在")
      case .device: try writeFile(data, to: path)
      case .free where FileManager.default.fileExists(atPath: path): try writeFile(data, to: path)
      case .free: try writeNew(data, to: path)
      }
      return nil
    } catch {
      return Phrase(of: error)
    }
  }

  /// Writes a new file, leaving no part of it behind when the disk is full.
  private static func writeNew(_ data: Data, to path: String) throws {
    do {
      try data.write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } catch let error as CocoaError where error.code == .fileWriteFileExists {
      throw error
    } catch {
      try? FileManager.default.removeItem(atPath: path)
      throw error
    }
  }
}
