import Basics
import Coursework
import Foundation
import Syllabus

/// The place inside the walls where one submission at a time is compiled and linked.
struct Workshop: Sendable {
  /// Seconds that the compiler may take for one file.
  static let timeLimit = 60.0
  /// Bytes of what the compiler says.
  static let outputLimit = 1 << 20
  /// The complaints that are kept of one week.
  static let mostComplaints = 10

  enum Compilation: Sendable {
    case compiled(URL)
    case refused([PackageBuild.Complaint])
  }

  let kit: Kit
  /// Belongs to this workshop alone.
  let folder: URL
  /// Of what is said of a file beside the compiler's own words.
  let language: Language
  let group: ControlGroup?

  private var walls: Walls { kit.walls }

  /// Compiles a learner's file as `swift build` does.
  func compile(
    _ source: Data, of week: Week, to object: URL, fillsCache: Bool = false,
    interface: URL? = nil
  ) throws -> Compilation {
    let path = Self.path(of: week)
    let sources = folder.appending(path: "sources")
    let file = sources.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Self.write(source, to: file)
    let made = try emptied("made")
    let room = room(made: made, sources: sources, fillsCache: fillsCache)
    let name = "\(week.module).swift.o"
    var words =
      frontend(room, module: week.module, source: file)
      + [
        "-Onone", "-enable-testing", "-Werror", "DeprecatedDeclaration",
        "-o", walls.seen(made.appending(path: name).path, in: room),
      ]
    if interface != nil {
      let place = made.appending(path: "\(week.module).swiftmodule")
      words += ["-emit-module-path", walls.seen(place.path, in: room)]
    }
    let outcome = try run(words, in: room)
    let product = made.appending(path: name)
    guard outcome.succeeded, Self.isFile(product) else {
      return .refused(complaints(of: outcome, file: path, seen: walls.seen(file.path, in: room)))
    }
    try Self.move(product, to: object)
    if let interface {
      try Self.move(made.appending(path: "\(week.module).swiftmodule"), to: interface)
    }
    return .compiled(object)
  }

  /// Compiles the list of a week's functions against a learner's own interface, which shows whether
  /// a changed signature still fits.
  func compileServing(of week: Week, judge: Judge, interface: URL, to object: URL) throws
    -> Compilation
  {
    let name = "\(week.module)+Serving.swift"
    let sources = try emptied("serving")
    let file = sources.appending(path: name)
    try FileManager.default.copyItem(
      at: judge.package.appending(path: "Sources/worker/Serving/\(name)"), to: file)
    try FileManager.default.copyItem(
      at: interface, to: sources.appending(path: "\(week.module).swiftmodule"))
    let made = try emptied("made")
    let room = room(made: made, sources: sources, fillsCache: false)
    let words =
      frontend(room, module: "worker", source: file)
      + [
        "-Onone", "-I", walls.seen(sources.path, in: room),
        "-enable-upcoming-feature", "ExistentialAny",
        "-enable-upcoming-feature", "InternalImportsByDefault",
        "-enable-upcoming-feature", "MemberImportVisibility",
        "-o", walls.seen(made.appending(path: "serving.o").path, in: room),
      ]
    let outcome = try run(words, in: room)
    let product = made.appending(path: "serving.o")
    guard outcome.succeeded, Self.isFile(product) else {
      let own = complaints(of: outcome, file: name, seen: walls.seen(file.path, in: room))
      return .refused(
        own.map {
          CompilationProblem.otherSignature(said: $0.message)
            .complaint(of: Self.path(of: week), language)
        })
    }
    try Self.move(product, to: object)
    return .compiled(object)
  }

  /// Links a worker from the course's own objects and those of the weeks.
  ///
  /// - Returns: nil when it is made, else what the linker said.
  func link(_ objects: [URL], to program: URL) throws -> String? {
    let made = try emptied("made")
    var room = room(made: made, sources: nil, fillsCache: false)
    room.openings += objects.filter { !$0.path.hasPrefix(kit.folder.path) }.map {
      Room.Opening(outside: $0.path, inside: "/objects/\($0.lastPathComponent)")
    }
    let runtime = walls.toolchain.runtime
    let product = made.appending(path: "worker")
    func seen(_ file: URL) -> String { walls.seen(file.path, in: room) }
    let words =
      [
        walls.toolchain.program("clang"), "-fuse-ld=lld", "-pie", "-Wl,--no-dependent-libraries",
        "-Wl,--defsym,main=worker_main", "-Wl,--build-id", "-Wl,-rpath,\(runtime)",
        "\(runtime)/\(Self.architecture)/swiftrt.o",
        seen(kit.folder.appending(path: "objects/course.o")),
      ] + objects.map(seen) + ["-L", runtime] + kit.libraries + [
        "-lswiftCore", "-o", seen(product),
      ]
    let outcome = try run(words, in: room)
    guard outcome.succeeded, Self.isFile(product) else {
      return outcome.text.isEmpty ? "\(outcome.end)" : outcome.text
    }
    try Self.move(product, to: program)
    return nil
  }
}

// MARK: The parts of a command

extension Workshop {
  /// `Exercises/C1W2-LogisticRegression/LogisticRegression.swift`.
  static func path(of week: Week) -> String { "Exercises/\(week.folder)/\(week.module).swift" }

  private static var architecture: String {
    #if arch(arm64)
      "aarch64"
    #else
      "x86_64"
    #endif
  }

  private func room(made: URL, sources: URL?, fillsCache: Bool) -> Room {
    var openings = [
      Room.Opening(outside: kit.folder.path, inside: "/kit"),
      Room.Opening(outside: made.path, inside: "/made", isWritable: true),
    ]
    if let sources { openings.append(Room.Opening(outside: sources.path, inside: "/course")) }
    if fillsCache {
      openings.append(
        Room.Opening(
          outside: kit.folder.appending(path: "cache").path, inside: "/kit/cache",
          isWritable: true))
    }
    return Room(openings: openings, hasCompiler: true)
  }

  /// The compiler itself, without the driver and without a path to any plugin.
  private func frontend(_ room: Room, module: String, source: URL) -> [String] {
    func kit(_ name: String) -> String {
      walls.seen(self.kit.folder.appending(path: name).path, in: room)
    }
    return [
      walls.toolchain.program("swift-frontend"), "-frontend", "-c", "-primary-file",
      walls.seen(source.path, in: room), "-module-name", module, "-parse-as-library",
      "-target", "\(Self.architecture)-unknown-linux-gnu", "-disable-objc-interop",
      "-swift-version", "6", "-package-name", "course", "-D", "SWIFT_PACKAGE", "-D", "DEBUG",
      "-g", "-debug-info-format=dwarf", "-dwarf-version=4", "-file-compilation-dir", "/course",
      "-no-color-diagnostics", "-Xcc", "-fno-color-diagnostics",
      "-module-cache-path", kit("cache"), "-I", kit("modules"),
      "-Xcc", "-fmodule-map-file=\(kit("CKernels/module.modulemap"))",
      "-Xcc", "-I", "-Xcc", kit("CKernels"),
      "-empty-abi-descriptor", "-enable-anonymous-context-mangled-names",
    ]
  }

  /// - Throws: `GradingError.compilerDoesNotStart` when it has not even begun, which is not the fault
  ///   of what it was to compile.
  private func run(_ words: [String], in room: Room) throws -> Command.Outcome {
    let announced = WorkerLaunch.announced(words, on: STDOUT_FILENO)
    let command = walls.command(announced, in: room, limits: .compiler, group: group)
    let outcome = try Command(
      command, environment: walls.exist ? [:] : nil, timeLimit: Self.timeLimit,
      outputLimit: Self.outputLimit
    ).run()
    let isBegun = outcome.output.first == UInt8(ascii: ".")
    // With 126 and 127 a shell says that it cannot start the program.
    if !isBegun || outcome.end == .exited(126) || outcome.end == .exited(127) {
      let said = outcome.text.drop { $0 == "." }.suffix(500)
      let reason = said.trimmingCharacters(in: .whitespacesAndNewlines)
      throw GradingError.compilerDoesNotStart(reason: reason.isEmpty ? "\(outcome.end)" : reason)
    }
    return Command.Outcome(
      end: outcome.end, output: outcome.output.dropFirst(), seconds: outcome.seconds)
  }

  /// A folder of the workshop with nothing in it.
  private func emptied(_ name: String) throws -> URL {
    let place = folder.appending(path: name)
    try FileManager.default.makeEmptyFolder(place)
    return place
  }

  private static func isFile(_ url: URL) -> Bool {
    let type = (try? FileManager.default.attributesOfItem(atPath: url.path))?[.type]
    return type as? FileAttributeType == .typeRegular
  }

  private static func move(_ file: URL, to place: URL) throws {
    guard rename(file.path, place.path) == 0 else {
      throw GradingError.cannotWrite(file: place.path, reason: SystemError().description)
    }
  }

  private static func write(_ data: Data, to file: URL) throws {
    do {
      try data.write(to: file)
    } catch {
      throw GradingError.cannotWrite(file: file.path, reason: "\(error.localizedDescription)")
    }
  }

  /// What the compiler says of the learner's file, or why it says nothing.
  private func complaints(
    of outcome: Command.Outcome, file: String, seen: String
  ) -> [PackageBuild.Complaint] {
    func sole(_ problem: CompilationProblem) -> [PackageBuild.Complaint] {
      [problem.complaint(of: file, language)]
    }
    switch outcome.end {
    case .timedOut:
      return sole(.compilerStopped(seconds: Int(Self.timeLimit)))
    case .flooded: return sole(.compilerFlooded)
    case .signalled, .interrupted, .exited(128...): break
    case .exited: break
    }
    let all = PackageBuild(succeeded: false, output: outcome.text).complaints
    // A file may claim in `#sourceLocation` to be another.
    let own = all.prefix(Self.mostComplaints).map { complaint in
      PackageBuild.Complaint(
        file: file, line: complaint.line, column: complaint.column,
        message: complaint.message.harmless)
    }
    guard own.isEmpty else { return Array(own) }
    switch outcome.end {
    case .signalled, .exited(128...):
      return sole(.compilerCrashed(gigabytes: WallLimits.compiler.memory >> 30))
    default:
      return sole(.compilerRefuses(output: String(outcome.text.suffix(500))))
    }
  }
}

extension String {
  /// The text without characters that steer a terminal, cut to what somebody reads.
  var harmless: String {
    let scalars = unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar.isSteering && scalar != "\n" && scalar != "\t" ? "\u{FFFD}" : scalar
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.prefix(2000))
    return String(text)
  }
}
