/// The command lines that compile a learner's module and link a worker with it as `swift build`
/// does, but without the package manager and the compiler driver.
///
/// Every path is as seen by the program that is started.
public struct DirectBuild: Sendable {
  /// The folder with the interfaces of the course's own modules.
  private let modules: String
  /// The map of the C module that `Tensors` is built on.
  private let moduleMap: String
  /// The folder of that module's headers.
  private let headers: String
  /// The folder of the compiler's module cache.
  private let cache: String

  /// Creates a build from what a module is compiled against.
  public init(modules: String, moduleMap: String, headers: String, cache: String) {
    self.modules = modules
    self.moduleMap = moduleMap
    self.headers = headers
    self.cache = cache
  }

  /// The arguments of `swift-frontend` for one object of all sources of a module.
  ///
  /// - Parameters:
  ///   - module: the name of the module.
  ///   - sources: the source files.
  ///   - output: the object file.
  /// - Returns: the arguments after the compiler's path.
  public func compiling(_ module: String, _ sources: [String], to output: String) -> [String] {
    ["-frontend", "-c"] + (sources.count == 1 ? ["-primary-file"] : []) + sources + [
      "-module-name", module, "-parse-as-library",
      "-target", "\(Self.architecture)-unknown-linux-gnu", "-disable-objc-interop",
      "-swift-version", "6", "-package-name", "course", "-D", "SWIFT_PACKAGE", "-D", "DEBUG",
      "-g", "-debug-info-format=dwarf", "-dwarf-version=4",
      "-no-color-diagnostics", "-Xcc", "-fno-color-diagnostics",
      "-module-cache-path", cache, "-I", modules,
      "-Xcc", "-fmodule-map-file=\(moduleMap)", "-Xcc", "-I", "-Xcc", headers,
      "-empty-abi-descriptor", "-enable-anonymous-context-mangled-names", "-Onone",
      // The compiler's checks of its own work take a seventh of its instructions.
      "-sil-verify-none",
      "-o", output,
    ]
  }

  /// The additional options for a learner's own module.
  public static let learners = ["-enable-testing", "-Werror", "DeprecatedDeclaration"]

  /// The arguments of `clang` that link a program, or a library.
  ///
  /// - Parameters:
  ///   - objects: the object files, and libraries of the course's own.
  ///   - libraries: the system libraries that the objects need, such as `-lFoundation`.
  ///   - runtime: the folder of the libraries that every Swift program loads.
  ///   - options: additional linker options.
  ///   - output: the program or library to write.
  /// - Returns: the arguments after the linker's path.
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
