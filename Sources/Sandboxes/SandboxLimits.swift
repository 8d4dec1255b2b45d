/// The resource limits of a program inside a sandbox.
public struct SandboxLimits: Sendable, Equatable {
  /// The bytes of memory of all processes and the scratch folder together.
  public let memory: Int
  /// The number of processes and threads at one time.
  public let tasks: Int
  /// The same number where no control group limits their total memory, since each may use all of
  /// it.
  public var tasksAlone: Int { min(tasks, mostAlone) }
  var mostAlone = 64
  /// The seconds of processor time of one process.
  public let processorSeconds: Int
  /// The size of one file in bytes.
  public let fileSize: Int
  /// The size in bytes of the scratch folder, the only place that can be written to.
  public let scratch: Int

  /// The limits of a learner's functions.
  public static let worker = SandboxLimits(
    memory: 2 << 30, tasks: 64, mostAlone: 16, processorSeconds: 900, fileSize: 16 << 20,
    scratch: 16 << 20)
  /// The limits of the compiler and the linker.
  public static let compiler = SandboxLimits(
    memory: 3 << 30, tasks: 64, processorSeconds: 60, fileSize: 128 << 20, scratch: 64 << 20)
  /// The limits for testing whether limits hold: a worker's, but less memory, which is slow to fill.
  static let probe = SandboxLimits(
    memory: 256 << 20, tasks: worker.tasks, mostAlone: 16,
    processorSeconds: worker.processorSeconds,
    fileSize: worker.fileSize, scratch: worker.scratch)
}
