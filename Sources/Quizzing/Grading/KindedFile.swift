import Files
import Foundation
import Text

/// A JSON file that declares its own kind.
protocol KindedFile: Codable {
  static var kind: String { get }
  static var currentVersion: Int { get }
  /// The version in which the file is written, by default the current one.
  var version: Int { get }
  /// The name of this kind of file: `answer file`.
  static var noun: Phrase { get }
  /// The advice when a file of another kind was given.
  static var advice: Phrase { get }
}

/// The reasons why a file of a kind cannot be used.
enum KindedFileFailure: PhrasedError, Equatable {
  case unreadable(path: String)
  case folder(path: String)
  case damaged(path: String, reason: Phrase)
  case wrongKind(path: String, kind: String, expected: String, noun: Phrase, advice: Phrase)
  case newerVersion(path: String, version: Int, known: Int)

  var phrase: Phrase {
    switch self {
    case .unreadable(let path): Phrase("\(path): cannot be read", zh: "\(path): 无法读取")
    case .folder(let path):
      Phrase(
        "\(path): is a folder: name the files in it, as in \(path)/*.json",
        zh: "\(path): 是文件夹：请写出其中的文件，例如 \(path)/*.json")
    case .damaged(let path, let reason):
      Phrase(
        "\(path): is damaged: \(reason(.english))", zh: "\(path): 文件已损坏：\(reason(.chinese))")
    case .wrongKind(let path, let kind, let expected, let noun, let advice):
      Phrase(
        "\(path): is no \(noun.english): its kind is “\(printable(kind))”, expected “\(expected)”"
          + advice.english,
        zh: "\(path): 不是\(noun.chinese)：kind 是“\(printable(kind))”，应为“\(expected)”"
          + advice.chinese)
    case .newerVersion(let path, let version, let known):
      Phrase(
        "\(path): has version \(version), this program knows up to \(known)",
        zh: "\(path): 版本为 \(version)，本程序只支持到 \(known)")
    }
  }
}

extension KindedFile {
  typealias Failure = KindedFileFailure

  static var advice: Phrase { Phrase("", zh: "") }
  var version: Int { Self.currentVersion }

  static func read(_ path: String) throws(Failure) -> Self {
    if FileManager.default.isFolder(path) {
      throw .folder(path: path.hasSuffix("/") ? String(path.dropLast()) : path)
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path)
    }
    return try decode(data, path: path)
  }

  static func decode(_ data: Data, path: String) throws(Failure) -> Self {
    let decoder = JSONDecoder.dated
    do {
      let head = try decoder.decode(Head.self, from: data)
      if head.kind != kind {
        throw Failure.wrongKind(
          path: path, kind: head.kind, expected: kind, noun: noun, advice: advice)
      }
      if head.version > currentVersion {
        throw Failure.newerVersion(path: path, version: head.version, known: currentVersion)
      }
      return try decoder.decode(Self.self, from: data)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw .damaged(path: path, reason: jsonReason(error, in: data))
    }
  }

  /// Encodes the file with its kind and version.
  func data() -> Data {
    let encoder = JSONEncoder.ordered(.prettyPrinted)
    encoder.dateEncodingStrategy = .iso8601
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return (try? encoder.encode(Headed(file: self))) ?? Data()
  }
}

private struct Head: Codable {
  var kind: String
  var version: Int
}

private struct Headed<File: KindedFile>: Encodable {
  var file: File

  func encode(to encoder: any Encoder) throws {
    try Head(kind: File.kind, version: file.version).encode(to: encoder)
    try file.encode(to: encoder)
  }
}
