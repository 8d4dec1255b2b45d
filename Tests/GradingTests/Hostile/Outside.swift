import Coursework
import Foundation
import GradedTesting
import XCTest

/// The things that a hostile submission must not reach: processes, files and ports of the machine
/// that grades.
final class Outside: Sendable {
  /// The TCP port of this machine that hostile submissions try to reach.
  let port: UInt16
  private let listener: Int32

  init() throws {
    #if os(Linux)
      listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      listener = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let isOpen = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 16) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard isOpen else { throw POSIXError(.ENOTSOCK) }
    port = UInt16(bigEndian: address.sin_port)
    _ = fcntl(listener, F_SETFL, O_NONBLOCK)
  }

  deinit { close(listener) }

  /// Whether somebody has connected to the port.
  var wasReached: Bool {
    let visitor = accept(listener, nil, nil)
    if visitor >= 0 { close(visitor) }
    return visitor >= 0
  }

  var marks: [String: String] {
    [
      "__PID__": "\(getpid())", "__PORT__": "\(port)",
      "__PACKAGE__": RunEnvironment.current.package.path,
      "__OPEN__": String(repeating: "(", count: 4000),
      "__CLOSE__": String(repeating: ")", count: 4000),
      "__NAME__": String(repeating: "a", count: 20_000),
    ]
  }

  /// The files with a hostile name in the places where the corpus tries to leave some.
  var files: [String] {
    let package = RunEnvironment.current.package.path
    let places = [
      "/", "/usr", "/usr/lib", "/etc", "/tmp", "/var/tmp", "/dev", "/dev/shm", "/home", "/root",
      "/proc", "/run", "/work", package, package + "/.build", NSHomeDirectory(),
    ]
    return places.flatMap { place in
      ((try? FileManager.default.contentsOfDirectory(atPath: place)) ?? [])
        .filter { $0.hasPrefix("hostile-") }.map { "\(place)/\($0)" }
    }
  }

  /// The processes that work for a grader and do not end, wherever they have hidden.
  ///
  /// The grader's folder stands in the command line of the sandbox, and among the mounts of all that
  /// runs inside it. What was killed has half a minute to end.
  ///
  /// - Parameters:
  ///   - folder: the grader's folder.
  ///   - counts: whether a process counts, by its program; all do by default.
  /// - Returns: the number, the program and the end of the command line of each.
  static func processesLeft(
    by folder: URL, where counts: (_ program: String) -> Bool = { _ in true }
  ) -> [String] {
    waitUntil(seconds: 30) { processes(naming: folder.path, where: counts).isEmpty }
    return processes(naming: folder.path, where: counts)
  }

  private static func processes(
    naming path: String, where counts: (_ program: String) -> Bool
  ) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.filter { Int($0) != nil && $0 != "\(getpid())" }.compactMap { number in
      func text(_ file: String) -> String {
        String(
          decoding: FileManager.default.contents(atPath: "/proc/\(number)/\(file)") ?? Data(),
          as: UTF8.self)
      }
      guard text("cmdline").contains(path) || text("mountinfo").contains(path) else { return nil }
      let program =
        (try? FileManager.default.destinationOfSymbolicLink(
          atPath: "/proc/\(number)/exe")) ?? ""
      guard counts(program) else { return nil }
      return "\(number): \(program): \(text("cmdline").replacing("\0", with: " ").suffix(100))"
    }
  }
}
