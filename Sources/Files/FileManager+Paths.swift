public import Foundation

extension FileManager {
  /// Returns whether the path is a folder or a link to one.
  public func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// Creates an empty folder, replacing whatever is at its path.
  public func makeEmptyFolder(_ folder: URL) throws {
    try? removeItem(at: folder)
    try createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Returns the first path of a series numbered from 1 at which nothing exists.
  public func firstFree(_ path: (Int) -> String) -> String {
    var number = 1
    while fileExists(atPath: path(number)) { number += 1 }
    return path(number)
  }

  /// Returns the first file of a series numbered from 1 that does not exist.
  public func firstFreeFile(_ file: (Int) -> URL) -> URL {
    URL(fileURLWithPath: firstFree { file($0).path })
  }
}
