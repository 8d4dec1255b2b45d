public import Foundation

/// The files below a folder.
public struct FileTree {
  /// The paths of the files, in order, without those whose names begin with a dot unless requested.
  public let files: [String]

  /// Lists a folder.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - hidden: whether to include names that begin with a dot.
  /// - Throws: any error in listing a folder.
  public init(_ folder: URL, hidden: Bool = false) throws {
    var files: [String] = []
    func visit(_ folder: URL, _ prefix: String) throws {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
        if !hidden, name.hasPrefix(".") { continue }
        let url = folder.appending(path: name)
        if FileManager.default.isFolder(url.path) {
          try visit(url, prefix + name + "/")
        } else {
          files.append(prefix + name)
        }
      }
    }
    try visit(folder, "")
    self.files = files
  }
}
