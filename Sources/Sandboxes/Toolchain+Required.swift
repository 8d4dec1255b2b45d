public import Foundation
public import Processes

extension Toolchain {
  /// Finds the toolchain that a sandbox needs: the one whose `swiftc` comes first in `PATH`.
  ///
  /// - Throws: `SandboxError.noToolchain` when there is none, `.needsLinux` on another system.
  public init(path: String = ProcessInfo.processInfo.environment["PATH"] ?? "") throws {
    #if !os(Linux)
      throw SandboxError.needsLinux
    #endif
    guard let found = Toolchain(searching: path) else {
      throw SandboxError.noToolchain(path: path)
    }
    self = found
  }
}
