/// The command lines that compile a learner's module and link a worker with it as `swift build` does, without
/// the package manager and without the compiler's driver.
///
/// Every path is as the program that is started sees it.
public struct DirectBuild: Sendable {
  /// The folder with the interfaces of the course's own modules.
  private let modules: String
  /// The map of the C module that `Tensors` is built on.
  private let moduleMap: String
  /// The folder of that module's headers.
  private let headers: String
  /// Where the compiler keeps what it has read of the system's modules.
  private let cache: String

  /// Names what a module is compiled against.
  public init(modules: String, moduleMap: String, headers: String, cache: String) {
    self.modules = modules
    self.moduleMap = moduleMap
    self.headers = headers
    self.cache = cache
  }

  /// The arguments of `swift-frontend` for one object of all sources of a module.
  ///
  /// - Parameters:
  ///   - module: its name.
  ///   - sources: one file or several.
  ///   - output: the object file.
  /// - Returns: what follows the compiler's path.
  public func compiling(_ module: String, _ sources: [String], to output: String) -> [String] {
    ["-frontend", "-c"] + (sources.count == 1 ? ["-primary-file"] : []) + sources + [
      "-module-name", module, "-parse-as-library",
      "-target", "\(Self.architecture)-unknown-linux-gnu", "-disable-objc-interop",
      "-swift-version", "6", "-package-name", "course", "-D", "SWIFT_PACKAGE", "-D", "DEBUG",
      "-g", "-debug-info-format=dwarf", "-dwarf-version=4",
      "-no-color-diagnostics", "-Xcc", "-fno-color-diagnostics",
      "-module-cache-path", cache, "-I", modules,
      "-Xcc", "-fmodule-map-file=\(moduleMap)", "-Xcc", "-I", "-Xcc", headers,
      "-empty-abi-descriptor", "-enable-anonymous-context-mangled-names", "-Onone", "-o", output,
    ]
  }

  /// What a learner's own module is compiled with besides.
  public static let learners = ["-enable-testing", "-Werror", "DeprecatedDeclaration"]

  /// The arguments of `clang` that link a program, or a library.
  ///
  /// - Parameters:
  ///   - objects: what it is made of, libraries of the course's own among them.
  ///   - libraries: those of the system that the objects ask for, as `-lFoundation`.
  ///   - runtime: the folder of the libraries that every Swift program loads.
  ///   - options: what it is linked with besides.
  ///   - output: the program.
  /// - Returns: what follows the linker's path.
  public static func linking(
    _ objects: [String], libraries: [String], runtime: String, options: [String], to output: String
  ) -> [String] {
    [
      "-fuse-ld=lld", "-Wl,--no-dependent-libraries", "-Wl,-rpath,\(runtime)",
      "\(runtime)/\(architecture)/swiftrt.o",
    ] + options + objects + ["-L", runtime] + libraries + ["-lswiftCore", "-o", output]
  }

  private static var architecture: String {
    #if arch(arm64)
      "aarch64"
    #else
      "x86_64"
    #endif
  }
}
