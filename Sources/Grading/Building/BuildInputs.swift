import Coursework
import Files
import Foundation
import Processes
import Sandboxes
import Syllabus
import Text

/// The files visible inside the sandbox when a submission is compiled and linked: the interfaces
/// that a learner's file imports, and the objects of a worker that are not the learner's.
///
/// Nothing in them comes from a solution.
struct BuildInputs: Sendable {
  let folder: URL
  let sandbox: Sandbox
  private let products: URL
  /// The course's own modules that make up a worker.
  let modules: Set<String>
  /// What was found out while they were prepared, kept beside them.
  private struct Findings: Codable {
    var libraries: [String] = []
    var linker: LinkerCommand?
    var names: [String: [String]] = [:]
  }

  private var findings: Findings

  /// The libraries that the worker built from the stubs loads.
  var libraries: [String] { findings.libraries }
  /// The command that links a worker of objects in which nothing is missing.
  var linker: LinkerCommand? { findings.linker }

  /// Returns the inputs of a judge, prepared once and kept beside it.
  static func shared(by judge: Judge, sandbox: Sandbox, language: Language) throws -> BuildInputs {
    let cache = sandbox.isUser ? try sharedFolder() : judge.cache
    try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
    let name =
      "inputs-\(judge.sources.withoutHidden.hex().prefix(16))-\(sandbox.exists ? "sandboxed" : "open")"
    let lock = FileLock(path: cache.appending(path: "\(name).lock").path, waits: true)
    defer { lock?.release() }
    return try BuildInputs(
      judge: judge, sandbox: sandbox,
      folder: cache.resolvingSymlinksInPath().appending(path: name), language: language)
  }

  /// Returns a folder that a submission's own user can read and only root can write to, since the
  /// judge's folder is closed to that user.
  private static func sharedFolder() throws -> URL {
    let folder = URL(fileURLWithPath: "/var/tmp/course-inputs")
    var status = stat()
    if mkdir(folder.path, 0o755) != 0,
      lstat(folder.path, &status) != 0 || status.st_uid != 0
        || status.st_mode & S_IFMT != S_IFDIR || status.st_mode & 0o022 != 0
    {
      throw GradingError.cannotWrite(file: folder.path, reason: "it is not root's alone")
    }
    return folder
  }

  /// Prepares the inputs in a folder, reusing what is already there.
  init(judge: Judge, sandbox: Sandbox, folder: URL, language: Language) throws {
    self.folder = folder
    self.sandbox = sandbox
    products = judge.products
    modules = Set(try Self.modules(products: products))
    let mark = folder.appending(path: Self.markName)
    if let data = try? Data(contentsOf: mark),
      let kept = try? JSONDecoder().decode(Findings.self, from: data)
    {
      findings = kept
      return
    }
    var findings = Findings()
    let manager = FileManager.default
    try? manager.removeItem(at: folder)
    for name in ["modules", "cache", "objects", "stubs"] {
      try manager.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    // All modules that make up the worker except learners', so that none that a week needs is
    // forgotten.
    for module in modules.sorted() {
      let file = "\(module).swiftmodule"
      let source = products.appending(path: "Modules/\(file)")
      guard manager.fileExists(atPath: source.path) else { continue }
      try manager.copyItem(at: source, to: folder.appending(path: "modules/\(file)"))
    }
    try manager.copyItem(
      at: judge.package.appending(path: "Sources/CKernels/include"),
      to: folder.appending(path: "CKernels"))
    try Data("module CKernels {\n  umbrella header \"CKernels.h\"\n  export *\n}\n".utf8)
      .write(to: folder.appending(path: "CKernels/module.modulemap"))
    findings.libraries = try Self.gather(
      products: products, into: folder, toolchain: sandbox.toolchain)
    self.findings = findings
    try warm(judge, language)
    try stripDebugInformation()
    findings.linker = try LinkerCommand(placeholder: entryObject, sandbox.toolchain)
    for week in Course.weeks { findings.names[week.id] = try names(of: week) }
    self.findings = findings
    // A later submission may be given the user id under which all this was made.
    try sandbox.end()
    sandbox.reclaim(folder)
    try JSONEncoder().encode(findings).write(to: mark, options: .atomic)
  }

  /// Returns the objects from which the worker of the stubs is linked.
  private static func objects(products: URL) throws -> [URL] {
    let list = products.appending(path: "worker.product/Objects.LinkFileList")
    return try String(contentsOf: list, encoding: .utf8).split(separator: "\n").map {
      URL(fileURLWithPath: $0.trimmingCharacters(in: ["'", "\""]))
    }
  }

  /// Returns the module of an object: `Text` for `Text.build/Padding.swift.o`.
  private static func target(of object: URL) -> String {
    object.deletingLastPathComponent().deletingPathExtension().lastPathComponent
  }

  /// Returns the modules that make up the worker, without those that learners write.
  private static func modules(products: URL) throws -> [String] {
    Set(try objects(products: products).map(target)).subtracting(Course.weeks.map(\.module))
      .subtracting(["worker"]).sorted()
  }

  /// Links the worker's own objects into a library and copies the objects that refer to a learner's
  /// module.
  ///
  /// - Returns: the libraries that the objects need.
  private static func gather(products: URL, into folder: URL, toolchain: Toolchain) throws
    -> [String]
  {
    let learned = Set(Course.weeks.map(\.module))
    var own: [String] = []
    for path in try objects(products: products) {
      let target = target(of: path)
      if learned.contains(target) || path.lastPathComponent.hasSuffix(".swiftmodule.o") { continue }
      if target == "worker", path.lastPathComponent.hasSuffix("+Serving.swift.o") {
        try FileManager.default.copyItem(
          at: path, to: folder.appending(path: "objects/\(path.lastPathComponent)"))
      } else {
        own.append(path.path)
      }
    }
    let extracted = folder.appending(path: "autolink")
    try run([toolchain.program("swift-autolink-extract")] + own + ["-o", extracted.path])
    let libraries = try String(contentsOf: extracted, encoding: .utf8)
      .split(whereSeparator: \.isWhitespace).map(String.init).filter { $0.hasPrefix("-l") }
    try linkLibrary(own, libraries, in: folder, toolchain)
    let all = folder.appending(path: "objects/course.o").path
    try run([toolchain.program("ld.lld"), "-r", "-o", all] + own)
    return libraries
  }

  /// Links the course's own part of a worker once, which makes linking a submission five times as
  /// fast, and compiles the entry point of a program that loads it.
  ///
  /// The library binds calls of its own functions internally, whatever functions a submission
  /// defines.
  private static func linkLibrary(
    _ objects: [String], _ libraries: [String], in folder: URL, _ toolchain: Toolchain
  ) throws {
    let place = folder.appending(path: "objects")
    let clang = toolchain.program("clang")
    try run(
      [clang]
        + DirectBuild.linking(
          objects, libraries: libraries, runtime: toolchain.runtime,
          options: ["-shared", "-Wl,-Bsymbolic", "-Wl,-soname,\(libraryName)", "-Wl,--strip-all"],
          to: place.appending(path: libraryName).path))
    let source = place.appending(path: "main.c")
    try Data(
      """
      int worker_main(int, char **);
      int main(int count, char **words) { return worker_main(count, words); }

      """.utf8
    ).write(to: source)
    try run([clang, "-c", "-fPIE", source.path, "-o", place.appending(path: "main.o").path])
  }

  /// Strips line information from the weeks' given objects: only lines of learners' files are
  /// looked up, and smaller objects link faster.
  private func stripDebugInformation() throws {
    for object in [courseObject] + Course.weeks.flatMap({ [stubObject($0), servingObject($0)] }) {
      try Self.run([sandbox.toolchain.program("llvm-objcopy"), "--strip-debug", object.path])
    }
  }

  @discardableResult
  private static func run(_ arguments: [String]) throws -> String {
    let outcome = try Subprocess(arguments, timeLimit: 120).run()
    guard outcome.succeeded else {
      throw GradingError.buildInputsFailed(what: arguments[0], output: outcome.text)
    }
    return outcome.text
  }

  /// Returns the names of the functions that a week's list calls: those that the list needs and the
  /// stub defines.
  private func names(of week: Week) throws -> [String] {
    func symbols(_ kind: String, _ object: URL) throws -> Set<Substring> {
      let text = try Self.run([
        sandbox.toolchain.program("llvm-nm"), kind, "--format=just-symbols", object.path,
      ])
      return Set(text.split(separator: "\n"))
    }
    return try symbols("--undefined-only", servingObject(week))
      .intersection(symbols("--defined-only", stubObject(week))).map(String.init).sorted()
  }

  /// Whether an object has the names of all functions of a week, as its list calls them.
  func hasAllNames(of week: Week, _ object: URL) throws -> Bool {
    guard var missing = findings.names[week.id].map(Set.init) else { return false }
    // Swift's names for the functions of a module begin with it.
    let prefix = Array("$s\(week.module.utf8.count)\(week.module)".utf8)
    try Data(contentsOf: object, options: .alwaysMapped).withUnsafeBytes { bytes in
      guard var place = bytes.baseAddress else { return }
      let end = place + bytes.count
      while !missing.isEmpty, let found = memchr(place, Int32(prefix[0]), end - place) {
        place = UnsafeRawPointer(found) + 1
        // Every name in an object's table ends with a zero.
        guard end - UnsafeRawPointer(found) > prefix.count,
          memcmp(found, prefix, prefix.count) == 0, let zero = memchr(place, 0, end - place)
        else { continue }
        let name = UnsafeRawBufferPointer(start: found, count: zero - found)
        missing.remove(String(decoding: name, as: UTF8.self))
      }
    }
    return missing.isEmpty
  }

  /// Compiles every stub, which fills the compiler's cache of system modules for later
  /// compilations.
  private func warm(_ judge: Judge, _ language: Language) throws {
    let compiler = SubmissionCompiler(
      inputs: self, folder: folder.appending(path: "warm"), language: language, group: nil)
    for week in Course.weeks {
      let result = try compiler.compile(
        judge.stubs[week.id] ?? Data(), of: week,
        to: folder.appending(path: "stubs/\(week.module).swift.o"), fillsCache: true)
      guard case .compiled = result else {
        throw GradingError.stubFailed(week: week.id, output: "\(result)")
      }
    }
    // Learners may import modules that no stub imports.
    let imports = "import Dispatch\nimport Foundation\nimport Glibc\nimport Synchronization\n"
    for week in Course.weeks.prefix(1) {
      _ = try compiler.compile(
        Data(imports.utf8), of: week, to: folder.appending(path: "warm.o"), fillsCache: true)
    }
    try? FileManager.default.removeItem(at: folder.appending(path: "warm"))
    try? FileManager.default.removeItem(at: folder.appending(path: "warm.o"))
  }

  static let libraryName = "libcourse.so"
  static let markName = "findings.json"

  /// The library with all parts of a worker besides the weeks.
  var courseLibrary: URL { folder.appending(path: "objects/\(Self.libraryName)") }

  /// The same as one object, against which a name that is taken twice shows.
  var courseObject: URL { folder.appending(path: "objects/course.o") }

  /// The object with the entry point, so that a submission's own `main` is never used.
  var entryObject: URL { folder.appending(path: "objects/main.o") }

  func stubObject(_ week: Week) -> URL {
    folder.appending(path: "stubs/\(week.module).swift.o")
  }

  /// The object that lists a week's functions, compiled against the stub.
  func servingObject(_ week: Week) -> URL {
    folder.appending(path: "objects/\(week.module)+Serving.swift.o")
  }
}
