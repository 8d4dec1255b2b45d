public import Foundation

/// The files below a folder.
public struct FileTree {
  /// The paths of the files, in order; those that begin with a point are left out.
  public let files: [String]

  /// Lists a folder.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - hidden: whether names that begin with a point count.
  /// - Throws: what keeps a folder from being listed.
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
