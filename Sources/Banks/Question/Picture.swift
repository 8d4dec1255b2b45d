public import Foundation
import Text

/// A picture beside a bank, and the block with its text, which begins with “```text relu.svg”.
public struct Picture: Equatable, Sendable {
  /// The file's name.
  public let name: String
  /// The line within the text on which the block begins, from 0.
  let line: Int

  /// A reason why a file is unsuitable.
  enum Trouble: Equatable, Sendable {
    case notBeside, notSVG, active, tooLarge
  }

  /// Finds the pictures of a text.
  static func found(in text: String) -> [Picture] {
    var fences = FencedLines()
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      index, line in
      guard fences.place(of: line, index: index) == .opening else { return nil }
      let words = words(FencedLines.information(line)[...])
      guard words.count > 1, words[0] == "text" else { return nil }
      return Picture(name: words.dropFirst().joined(separator: " "), line: index)
    }
  }

  /// Returns the reason why the picture cannot be used; nil when it can.
  func fault(besides bank: String) -> BankFault.Reason? {
    guard !name.contains("/"), !name.hasPrefix("."), name.lowercased().hasSuffix(".svg") else {
      return .badPicture(name, .notBeside)
    }
    let folder = URL(fileURLWithPath: bank).deletingLastPathComponent()
    guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)) else {
      return .missingPicture(name)
    }
    return Self.trouble(with: data).map { .badPicture(name, $0) }
  }

  /// Returns whether another program's file is a plain drawing, which may be placed beside a bank.
  public static func isDrawing(_ data: Data) -> Bool { trouble(with: data) == nil }

  private static func trouble(with data: Data) -> Trouble? {
    guard data.count <= 500_000 else { return .tooLarge }
    let text = String(decoding: data, as: UTF8.self).lowercased()
    guard text.contains("<svg"), text.contains("</svg>") else { return .notSVG }
    let isActive =
      text.contains("<script") || text.contains("<foreignobject") || text.contains("javascript:")
      || text.contains("<!entity") || text.firstMatch(of: /\son[a-z]+\s*=/) != nil
      || text.firstMatch(of: /(href|src)\s*=\s*["'](?!#|data:image)/) != nil
    return isActive ? .active : nil
  }
}

extension Bank {
  /// The pictures of the questions by name, without those that `quiz check` rejects.
  public var pictures: [String: Data] {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    var pictures: [String: Data] = [:]
    for picture in questions.flatMap(\.pictures) where pictures[picture.name] == nil {
      guard picture.fault(besides: file) == nil else { continue }
      pictures[picture.name] = try? Data(contentsOf: folder.appendingPathComponent(picture.name))
    }
    return pictures
  }
}

extension Question {
  /// The pictures that the question shows, each a file beside the bank.
  public var pictures: [Picture] { texts.flatMap { Picture.found(in: $0.text) } }
}

extension Picture.Trouble {
  var phrase: Phrase {
    switch self {
    case .notBeside:
      Phrase(
        "is not the name of a picture: use an SVG file beside the bank, such as “relu.svg”",
        zh: "不是图片的文件名：应是题库旁边的 SVG 文件，例如“relu.svg”")
    case .notSVG: Phrase("is no SVG file", zh: "不是 SVG 文件")
    case .active:
      Phrase(
        "holds scripts or loads other files: save it as a plain drawing",
        zh: "含有脚本或引用了其他文件：请另存为普通图形")
    case .tooLarge: Phrase("is larger than 500 kB: simplify it", zh: "超过 500 kB：请简化")
    }
  }
}
