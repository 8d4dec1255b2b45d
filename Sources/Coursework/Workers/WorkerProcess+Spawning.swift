import Foundation
import Processes

extension WorkerProcess {
  /// Starts the program with the connection in place and all its output redirected to a pipe.
  ///
  /// - Returns: the id of its process, which is also that of its group, and this side's ends.
  static func start(
    _ command: [String]
  ) throws -> (pid: pid_t, connection: Int32, output: Int32) {
    let (connection, workersConnection) = try Spawning.socketPair()
    defer { close(workersConnection) }
    #if !os(Linux)
      var yes: Int32 = 1
      setsockopt(connection, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
    #endif
    do {
      let (output, printing) = try Spawning.pipe()
      defer { close(printing) }
      do {
        let pid = try Spawning.start(
          command, environment: environment,
          descriptors: [1: printing, 2: printing, WorkerServer.descriptor: workersConnection])
        return (pid, connection, output)
      } catch {
        close(output)
        throw error
      }
    } catch {
      close(connection)
      throw error
    }
  }

  /// The environment of learners' code, which reveals neither where records go nor what is judged.
  private static let environment: [String: String] = {
    let kept = [
      "PATH", "HOME", "LANG", "LC_ALL", "LC_MESSAGES", "COURSE_LANG", "TMPDIR", "COURSE_THREADS",
      "LD_LIBRARY_PATH",
    ]
    return ProcessInfo.processInfo.environment.filter { kept.contains($0.key) }
      .merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
  }()
}
