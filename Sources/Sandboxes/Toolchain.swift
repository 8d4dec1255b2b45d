public import Foundation

/// The location of the Swift toolchain.
public struct Toolchain: Sendable {
  /// The folder that holds `bin` and `lib`.
  public let root: URL

  /// Finds the toolchain whose `swiftc` comes first in `PATH`.
  ///
  /// - Throws: `SandboxError.noToolchain` when there is none, `.needsLinux` on another system.
  public init(path: String = ProcessInfo.processInfo.environment["PATH"] ?? "") throws {
    #if !os(Linux)
      throw SandboxError.needsLinux
    #endif
    guard let program = Self.program("swiftc", path: path) else {
      throw SandboxError.noToolchain(path: path)
    }
    root = program.resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  /// Returns the path of a program of the toolchain.
  package func program(_ name: String) -> String { root.appending(path: "bin/\(name)").path }

  /// The folder of the libraries that every Swift program loads.
  package var runtime: String { root.appending(path: "lib/swift/linux").path }

  /// Finds the first program of this name in the folders of `PATH`.
  static func program(
    _ name: String, path: String = ProcessInfo.processInfo.environment["PATH"] ?? ""
  ) -> URL? {
    path.split(separator: ":").lazy
      .map { URL(fileURLWithPath: String($0)).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
