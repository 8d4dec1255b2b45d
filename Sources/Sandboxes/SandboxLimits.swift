/// What a program inside a sandbox may use of the machine.
public struct SandboxLimits: Sendable, Equatable {
  /// Bytes of memory, all processes and the scratch folder together.
  public let memory: Int
  /// Processes and threads at one time.
  public let tasks: Int
  /// The same where no control group counts their memory together: each may have all of it.
  public var tasksAlone: Int { min(tasks, mostAlone) }
  var mostAlone = 64
  /// Seconds of processor time of one process.
  public let processorSeconds: Int
  /// Bytes of one file.
  public let fileSize: Int
  /// Bytes of the scratch folder, the only place that can be written.
  public let scratch: Int

  /// For a learner's functions.
  public static let worker = SandboxLimits(
    memory: 2 << 30, tasks: 64, mostAlone: 16, processorSeconds: 900, fileSize: 16 << 20,
    scratch: 16 << 20)
  /// For the compiler and the linker.
  public static let compiler = SandboxLimits(
    memory: 3 << 30, tasks: 64, processorSeconds: 60, fileSize: 128 << 20, scratch: 64 << 20)
  /// For trying whether limits hold: the same but for the memory, which takes time to fill.
  static let probe = SandboxLimits(
    memory: 256 << 20, tasks: worker.tasks, mostAlone: 16,
    processorSeconds: worker.processorSeconds,
    fileSize: worker.fileSize, scratch: worker.scratch)
}
