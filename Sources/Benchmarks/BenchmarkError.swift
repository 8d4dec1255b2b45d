import Coursework
public import Text

/// A reason why something cannot be timed.
public enum BenchmarkError: Error, Equatable {
  case unknownJob(String)
  /// There is no `python3` in the folders of `PATH`.
  case noPython
  /// Python says that it cannot import the library.
  case noLibrary(PeerLibrary, python: String)
  case noScript(String)
  /// The script answered something that is no time.
  case unreadable(job: String, answer: String)
  /// The script ended.
  case peerEnded(job: String)
  /// Both sides computed different things, so that their times mean nothing.
  case different(job: String, ours: Double, theirs: Double, PeerLibrary)
  /// The program with the solutions could not be built; what the build printed last.
  case notBuilt(String)
  /// A line of a history is none.
  case unreadableHistory(file: String, line: Int)
}

extension BenchmarkError: CustomStringConvertible {
  /// The error in the language of this run.
  public var description: String { phrase(.current) }

  /// Whether only the comparison is missing: our own times can still be had.
  public var isAbsence: Bool {
    switch self {
    case .noPython, .noLibrary, .noScript: true
    case .unknownJob, .unreadable, .peerEnded, .different, .notBuilt, .unreadableHistory: false
    }
  }

  /// The error as a sentence.
  public func phrase(_ language: Language) -> String {
    switch self {
    case .unknownJob(let job):
      Phrase("there is no job \(job)", zh: "没有 \(job) 这个任务")(language)
    case .noPython:
      Phrase(
        "there is no python3 in PATH, so only the course is timed; install Python 3 with NumPy to compare",
        zh: "PATH 里没有 python3，所以只给课程自己计时；要比较，请安装 Python 3 和 NumPy")(language)
    case .noLibrary(.numpy, let python):
      Phrase(
        "\(python) has no NumPy, so only the course is timed; install NumPy to compare",
        zh: "\(python) 没有安装 NumPy，所以只给课程自己计时；要比较，请安装 NumPy")(language)
    case .noLibrary(.jax, let python):
      Phrase(
        "\(python) has no JAX; to compare, give it a place of its own: "
          + "python3 -m venv ~/jax && ~/jax/bin/pip install jax, and put ~/jax/bin first in PATH",
        zh: "\(python) 没有安装 JAX；要比较，请单独装一份：python3 -m venv ~/jax && "
          + "~/jax/bin/pip install jax，并把 ~/jax/bin 放在 PATH 最前面")(language)
    case .noScript(let path):
      Phrase(
        "\(path) is missing, so only the course is timed; run this in the course's folder to compare",
        zh: "缺少 \(path)，所以只给课程自己计时；要比较，请在课程目录里运行")(language)
    case .unreadable(let job, let answer):
      Phrase(
        "\(job): expected seconds and a number from Python's side, but \"\(answer)\" came",
        zh: "\(job)：Python 一侧应给出秒数和一个数值，得到的却是“\(answer)”")(language)
    case .peerEnded(let job):
      Phrase(
        "\(job): Python's side ended without an answer",
        zh: "\(job)：Python 一侧没有给出结果就结束了")(language)
    case .different(let job, let ours, let theirs, let library):
      Phrase(
        "\(job): the course computed \(ours) and \(library.title) \(theirs), "
          + "so their times cannot be compared",
        zh: "\(job)：课程算出 \(ours)，\(library.title) 算出 \(theirs)，两者的时间没有可比性")(language)
    case .notBuilt(let output):
      Phrase(
        "the program \"reference\", which is timed, does not build:\n\(output)",
        zh: "要计时的程序 reference 无法编译：\n\(output)")(language)
    case .unreadableHistory(let file, let line):
      Phrase(
        "\(file), line \(line): expected a line that --history wrote",
        zh: "\(file) 第 \(line) 行：应为 --history 写下的一行")(language)
    }
  }
}
