/// The files of this machine that a program inside a sandbox sees, besides the system's own.
package struct Mounts: Sendable {
  /// A file or folder, and the path at which it appears.
  package struct Mount: Sendable {
    let outside: String
    let inside: String
    let isWritable: Bool

    package init(outside: String, inside: String, isWritable: Bool = false) {
      self.outside = outside
      self.inside = inside
      self.isWritable = isWritable
    }
  }

  package var list: [Mount]
  /// Whether the whole toolchain is visible, or only the libraries that every program loads.
  let hasCompiler: Bool
  let environment: [String: String]

  package init(
    list: [Mount] = [], hasCompiler: Bool = false, environment: [String: String] = [:]
  ) {
    self.list = list
    self.hasCompiler = hasCompiler
    self.environment = environment
  }
}
