import Banks
import Files
import Foundation
import Text

/// Reads a QTI package of a quiz: a ZIP archive with a manifest.
enum PackageReader {
  private static let mostEntries = 5000
  private static let mostBytes = 50_000_000

  /// - Throws: `ImportError`.
  static func read(_ data: Data) throws(ImportError) -> ForeignBank {
    let (files, paths) = try files(in: data)
    var bank = ForeignBank()
    var items: [Item] = []
    var tests: [MarkupElement] = []
    var keywords: [String: [String]] = [:]
    for file in files where !file.name.hasSuffix(".xml") { bank.drawings[file.name] = file.content }
    let drawings = Set(bank.drawings.keys)
    for file in files where file.name.hasSuffix(".xml") {
      let root = try MarkupReader.read(try ForeignFile.text(file.content))
      switch root.name {
      case "questestinterop":
        let other = QTIReader.read(root, drawings: drawings).named(file.name)
        bank.title = other.title ?? bank.title
        bank.losses += other.losses
        bank.questions += other.questions
      case "quiz":
        // The quiz settings of Canvas.
        bank.title = bank.title ?? root.first("title")?.trimmedText
        let description = root.first("description")?.text ?? ""
        bank.introduction = ForeignTextFormat.html.markdown(description).text
      case "assessmentItem": items.append(Item(file: file, root: root))
      case "assessmentTest":
        tests.append(root)
        bank.noteMissing(
          root.descendants("assessmentItemRef"), of: file.path, among: paths)
      case "manifest":
        bank.noteMissing(root.descendants("file"), of: file.path, among: paths)
        keywords.merge(self.keywords(in: root, of: file.path)) { $0 + $1 }
      default: break
      }
    }
    order(&items, by: tests, &bank)
    for item in items {
      var read = QTI21Reader.read(item.root, drawings: drawings).named(item.file.name).questions
      for place in read.indices { read[place].tags = keywords[item.file.path] ?? [] }
      bank.questions += read
    }
    if bank.title == nil { bank.title = tests.first?["title"] }
    guard !bank.questions.isEmpty else { throw .noQuestions }
    return bank
  }

  private struct Item {
    var file: File
    var root: MarkupElement
  }

  /// Returns the keywords that a manifest gives the files of its resources, by path.
  private static func keywords(
    in manifest: MarkupElement, of path: String
  ) -> [String: [String]] {
    var keywords: [String: [String]] = [:]
    for resource in manifest.descendants("resource") {
      guard let target = self.path(resource["href"], from: path) else { continue }
      // A keyword may be there in several languages.
      keywords[target, default: []] += resource.descendants("keyword").map {
        singleSpaced(($0.elements.first ?? $0).trimmedText[...])
      }
    }
    return keywords
  }

  /// Returns the path to which an address in a file leads; nil if it leads out of the package.
  fileprivate static func path(_ address: String?, from file: String) -> String? {
    let address = String((address ?? "").prefix { $0 != "#" && $0 != "?" })
    guard !address.isEmpty, !address.contains(":") else { return nil }
    var folders = file.split(separator: "/").dropLast().map(String.init)
    for part in (address.removingPercentEncoding ?? address).split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = folders.popLast()
      default: folders.append(String(part))
      }
    }
    return folders.joined(separator: "/")
  }

  /// Orders the items as the tests ask them, with the remaining ones last.
  private static func order(
    _ items: inout [Item], by tests: [MarkupElement], _ bank: inout ForeignBank
  ) {
    var places: [String: Int] = [:]
    for reference in tests.flatMap({ $0.descendants("assessmentItemRef") }) {
      places[reference["identifier"] ?? ""] = places.count
    }
    items = items.enumerated().sorted { a, b in
      let (x, y) = (
        places[a.element.root["identifier"] ?? ""], places[b.element.root["identifier"] ?? ""]
      )
      return (x ?? .max, a.offset) < (y ?? .max, b.offset)
    }.map(\.element)
    for section in tests.flatMap({ $0.descendants("assessmentSection") })
    where section.first("selection") != nil {
      let name = section["title"] ?? section["identifier"] ?? ""
      bank.losses.append(ImportLoss(line: section.line, question: nil, reason: .pool(name)))
    }
  }

  private struct File {
    var path: String
    var name: String
    var content: Data
  }

  /// Returns the files to read, and the paths of all that the archive holds.
  private static func files(
    in data: Data
  ) throws(ImportError) -> (files: [File], paths: Set<String>) {
    do {
      let source = DataBytes(data)
      var files: [File] = []
      var paths: Set<String> = []
      var (entries, bytes) = (0, 0)
      try ZipDirectory(of: source).readEntries { entry in
        entries += 1
        // Folders are named by long numbers that mean nothing to people.
        let name = entry.path.split(separator: "/").last.map(String.init) ?? entry.path
        if entries <= mostEntries { paths.insert(entry.path) }
        guard entry.kind == .file, !entry.path.hasPrefix("__MACOSX"),
          name.hasSuffix(".xml") || ImportedBank.isDrawingName(name)
        else { return }
        guard entries <= mostEntries else { throw ImportError.tooLarge }
        let content = try entry.content(in: source, atMost: ForeignFile.mostBytes)
        bytes += content.count
        guard content.count <= ForeignFile.mostBytes, bytes <= mostBytes else {
          throw ImportError.tooLarge
        }
        guard name.hasSuffix(".xml") || Picture.isDrawing(Data(content)) else { return }
        files.append(File(path: entry.path, name: name, content: Data(content)))
      }
      return (files, paths)
    } catch let error as ImportError {
      throw error
    } catch {
      throw .archive(Phrase(of: error))
    }
  }
}

extension ForeignBank {
  /// Names the files to which elements refer, and which the package lacks.
  ///
  /// - Parameters:
  ///   - references: elements with an `href`.
  ///   - file: the path of the file that holds them, from which theirs begin.
  ///   - paths: the paths of the package's files.
  fileprivate mutating func noteMissing(
    _ references: [MarkupElement], of file: String, among paths: Set<String>
  ) {
    for reference in references {
      guard let path = PackageReader.path(reference["href"], from: file) else { continue }
      let reason = ImportLoss.Reason.missingFile(path)
      guard !paths.contains(path), !losses.contains(where: { $0.reason == reason }) else {
        continue
      }
      let name = file.split(separator: "/").last.map(String.init)
      losses.append(ImportLoss(file: name, line: reference.line, question: nil, reason: reason))
    }
  }
}
