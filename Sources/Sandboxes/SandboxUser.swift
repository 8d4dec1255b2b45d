import Foundation
import Processes
import Synchronization

/// The user ids under which submissions run where no namespaces can be made, a new one for each.
///
/// No other processes or files may use these ids.
final class SandboxUser: Sendable {
  /// The program that confines itself and becomes another: the grader itself.
  let helper: String
  /// Whether the kernel denies it all unlisted files; otherwise only their modes do.
  let hasLandlock: Bool
  /// The id that is reserved for preparations shared by all submissions.
  private static let first: UInt32 = 61_200
  private static let count: UInt32 = 200
  private let number = Atomic<UInt32>(0)

  init(helper: String, hasLandlock: Bool = kernelHasLandlock) {
    self.helper = helper
    self.hasLandlock = hasLandlock
  }

  #if os(Linux)
    static let kernelHasLandlock = Landlock.version > 0
  #else
    static let kernelHasLandlock = false
  #endif

  /// The id of the submission that is being graded.
  var id: UInt32 { Self.first + number.load(ordering: .relaxed) }

  /// Advances to the id of the next submission.
  func renew() {
    let next = number.load(ordering: .relaxed) % (Self.count - 1) + 1
    number.store(next, ordering: .relaxed)
  }

  /// Ends all processes of the id, and removes its files from folders that everybody can write to.
  ///
  /// - Throws: `SandboxError.processesLeft` if that cannot be done.
  func end() throws {
    let outcome = try? Subprocess(
      [helper, Confinement.end, "\(id)"], timeLimit: 30
    ).run()
    guard outcome?.succeeded ?? false else { throw SandboxError.processesLeft(user: Int(id)) }
    for folder in Self.folders {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
        let path = "\(folder)/\(name)"
        var status = stat()
        guard lstat(path, &status) == 0, status.st_uid == id else { continue }
        try? FileManager.default.removeItem(atPath: path)
      }
    }
  }

  /// The folders that everybody can write to.
  static let folders = ["/tmp", "/var/tmp", "/dev/shm", "/run/lock"]

  /// Gives a folder to the id.
  func take(_ folder: String) {
    lchown(folder, id, id)
    chmod(folder, 0o700)
  }

  /// Returns a folder and everything below it to root, so that later submissions can read but not
  /// change it.
  func giveBack(_ folder: String) {
    let below = FileManager.default.subpaths(atPath: folder) ?? []
    for path in [folder] + below.map({ "\(folder)/\($0)" }) {
      var status = stat()
      guard lstat(path, &status) == 0, lchown(path, 0, 0) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: chmod(path, 0o755)
      case S_IFREG: chmod(path, 0o644)
      default: unlink(path)
      }
    }
  }
}
