public import Foundation

/// The program with the solutions, built before it is timed.
public enum ReferenceBuild {
  /// Builds `reference` in the configuration of the programs in a folder, so that no old one runs.
  ///
  /// Programs that lie elsewhere than in the package's `.build` are taken as they are.
  ///
  /// - Parameters:
  ///   - package: the folder of the manifest.
  ///   - programs: the folder of the running program, such as `.build/release`.
  /// - Throws: `BenchmarkError.notBuilt`.
  public static func run(package: URL, programs: URL) throws {
    guard let words = words(package: package, programs: programs) else { return }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = package
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
      throw BenchmarkError.notBuilt(lines.suffix(20).joined(separator: "\n"))
    }
  }

  /// The command that builds it, or nil if the programs are not the package's own.
  static func words(package: URL, programs: URL) -> [String]? {
    let folder = programs.resolvingSymlinksInPath().path
    let scratch = package.appending(path: ".build").resolvingSymlinksInPath().path
    guard folder.hasPrefix(scratch + "/") else { return nil }
    let configuration = folder.hasSuffix("/release") ? "release" : "debug"
    return ["swift", "build", "-c", configuration, "--product", "reference"]
  }
}
