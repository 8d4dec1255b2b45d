public import Foundation

/// The location of the Swift toolchain.
public struct Toolchain: Sendable {
  /// The folder that contains `bin` and `lib`.
  public let root: URL

  /// Finds the toolchain whose `swiftc` comes first in a list of folders, as in `PATH`; nil where there
  /// is none.
  public init?(searching path: String) {
    guard let program = Self.program("swiftc", path: path) else { return nil }
    root = program.resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  /// Returns the path of a program of the toolchain.
  package func program(_ name: String) -> String { root.appending(path: "bin/\(name)").path }

  /// The folder of the libraries that every Swift program on Linux loads.
  package var runtime: String { root.appending(path: "lib/swift/linux").path }

  /// Returns the first program of this name in the folders of `PATH`.
  package static func program(
    _ name: String, path: String = ProcessInfo.processInfo.environment["PATH"] ?? ""
  ) -> URL? {
    path.split(separator: ":").lazy
      .map { URL(fileURLWithPath: String($0)).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
