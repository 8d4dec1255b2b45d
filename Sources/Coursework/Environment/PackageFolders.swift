public import Foundation

/// The folders of the course's package and of its built programs.
public struct PackageFolders: Sendable, Equatable {
  /// The folder of the manifest.
  public let package: URL
  /// The folder of the built programs.
  public let programs: URL

  /// Names the folders.
  public init(package: URL, programs: URL) {
    self.package = package
    self.programs = programs
  }

  /// Searches upward from the running program, or from a test bundle among its arguments.
  public init(near arguments: [String]) {
    let files = FileManager.default
    package = Self.folder(near: arguments) {
      files.fileExists(atPath: $0.appending(path: "Package.swift").path)
    }
    programs = Self.folder(near: arguments) {
      files.isExecutableFile(atPath: $0.appending(path: "worker").path)
    }
  }

  /// The nearest enclosing folder that qualifies, or the program's own folder when none does.
  private static func folder(near arguments: [String], where isWanted: (URL) -> Bool) -> URL {
    let main = Bundle.main.executableURL.map { [$0] } ?? []
    let bundles = arguments.filter { $0.hasSuffix(".xctest") }.map { URL(fileURLWithPath: $0) }
    for start in main + bundles {
      var folder = start.resolvingSymlinksInPath().deletingLastPathComponent()
      while folder.path != "/" {
        if isWanted(folder) { return folder }
        folder.deleteLastPathComponent()
      }
    }
    return (main.first ?? URL(fileURLWithPath: ".")).deletingLastPathComponent()
  }
}
