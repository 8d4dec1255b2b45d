public import Foundation

extension FileManager {
  /// Whether a folder stands there, or a link to one.
  public func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// Makes a folder with nothing in it, whatever stood there.
  public func makeEmptyFolder(_ folder: URL) throws {
    try? removeItem(at: folder)
    try createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// The first path of a series, numbered from 1, at which nothing stands.
  public func firstFree(_ path: (Int) -> String) -> String {
    var number = 1
    while fileExists(atPath: path(number)) { number += 1 }
    return path(number)
  }

  /// The first file of a series, numbered from 1, that is not there.
  public func firstFreeFile(_ file: (Int) -> URL) -> URL {
    URL(fileURLWithPath: firstFree { file($0).path })
  }
}
