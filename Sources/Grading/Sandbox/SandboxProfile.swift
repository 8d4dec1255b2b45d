/// The rules of `sandbox-exec` for the mounts.
///
/// Later rules win: everything is denied, then reading the system and the list is allowed.
struct SandboxProfile {
  let text: String

  init(_ mounts: Mounts, runtime: String) {
    var lines = [
      "(version 1)", "(deny default)", "(allow process-fork)", "(allow process-exec)",
      "(allow sysctl-read)", "(allow mach-lookup (global-name \"com.apple.system.logger\"))",
      "(allow file-read-metadata)",
    ]
    let system = ["/usr/lib", "/usr/share", "/usr/bin", "/System/Library", "/dev", runtime]
    lines += system.map { "(allow file-read* (subpath \(Self.quoted($0))))" }
    for mount in mounts.list {
      let path = Self.quoted(mount.outside)
      lines.append("(allow file-read* (subpath \(path)))")
      if mount.isWritable { lines.append("(allow file-write* (subpath \(path)))") }
    }
    lines.append("(allow file-write* (literal \"/dev/null\"))")
    text = lines.joined(separator: "\n")
  }

  private static func quoted(_ path: String) -> String {
    let escaped = path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}
