/// What a program inside a sandbox sees of this machine's files, besides the system's own.
struct Mounts: Sendable {
  /// A file or folder and where it is seen.
  struct Mount: Sendable {
    let outside: String
    let inside: String
    var isWritable = false
  }

  var list: [Mount] = []
  /// Whether the whole toolchain is there, or only the libraries that every program loads.
  var hasCompiler = false
  var environment: [String: String] = [:]
}
