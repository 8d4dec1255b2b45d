/// What a program behind walls sees of this machine's files, besides the system's own.
struct Room: Sendable {
  /// A file or folder and where it is seen.
  struct Opening: Sendable {
    let outside: String
    let inside: String
    var isWritable = false
  }

  var openings: [Opening] = []
  /// Whether the whole toolchain is there, or only the libraries that every program loads.
  var hasCompiler = false
  var environment: [String: String] = [:]
}
