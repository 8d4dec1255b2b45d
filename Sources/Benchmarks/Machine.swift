public import Foundation
import Tensors

/// Facts about the computer that is timed.
public enum Machine {
  /// The processor's name, as it gives it, and the width of the vectors that the kernels use.
  public static var processor: String { "\(name), vectors of \(Tensor.vectorWidth) doubles" }

  #if os(macOS)
    private static var name: String {
      var size = 0
      sysctlbyname("machdep.cpu.brand_string", nil, &size, nil, 0)
      var bytes = [UInt8](repeating: 0, count: size)
      sysctlbyname("machdep.cpu.brand_string", &bytes, &size, nil, 0)
      return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  #else
    private static var name: String {
      let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
      return self.name(in: text) ?? "unknown processor"
    }
  #endif

  /// The name that the text of /proc/cpuinfo gives to the first processor.
  static func name(in text: String) -> String? {
    text.split(separator: "\n")
      .first { $0.hasPrefix("model name") }?
      .split(separator: ":", maxSplits: 1).last
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// The short name of the commit that is checked out in a package, with `+` where files differ.
  public static func commit(of package: URL) -> String {
    let name = git(["rev-parse", "--short", "HEAD"], package)
    let isClean = git(["status", "--porcelain"], package).isEmpty
    return name.isEmpty ? "unknown" : name + (isClean ? "" : "+")
  }

  private static func git(_ words: [String], _ package: URL) -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", package.path] + words
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return "" }
    let output = try? pipe.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    return String(decoding: output ?? Data(), as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
