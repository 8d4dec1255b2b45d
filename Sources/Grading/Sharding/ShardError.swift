public import Text

/// The reasons why the shards of a class cannot be graded or merged.
public enum ShardError: Error, Equatable, Sendable {
  /// The scheduler supplies no number, or one outside the range of shards.
  case noIndex(variable: String, value: String, first: Int, last: Int)
  /// Another process is grading the shard.
  case held(shard: String, host: String, process: Int32)
  /// There is no built judge for the shards to use.
  case noJudge
  /// There are no shards to merge.
  case noShards(folder: String)
  /// Some shards are unfinished or cannot be merged.
  case open([OpenShard])
}

/// An unfinished shard, and the reason.
public struct OpenShard: Equatable, Sendable {
  /// The reason why a shard is unfinished.
  public enum Reason: Equatable, Sendable {
    /// The shard was never begun.
    case missing
    /// A process is grading it now.
    case running(host: String)
    /// Its grader ended before it was finished.
    case dead
    /// The shard was graded by another state of the course, in another language or for other weeks.
    case different
  }

  /// The name of the shard, such as `2/4`.
  public let shard: String
  /// The reason why it is unfinished.
  public let reason: Reason
  /// The number of its students that are not graded.
  public let lacking: Int
  /// The command that grades it.
  public let command: String
}

extension ShardError: PhrasedError {
  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .noIndex(let variable, let value, let first, let last):
      value.isEmpty
        ? Phrase(
          "--shard auto takes its number from SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX, and neither "
            + "is set; say --shard 1/\(last)",
          zh: "--shard auto 从 SLURM_ARRAY_TASK_ID 或 JOB_COMPLETION_INDEX 取编号，但两者都没有设置；"
            + "请写成 --shard 1/\(last)")
        : Phrase(
          "\(variable) is “\(value)”, which is not a number from \(first) to \(last)"
            + (first == 1 ? "; number the array from 1: --array=1-\(last)" : ""),
          zh: "\(variable) 是“\(value)”，不在 \(first) 到 \(last) 之间"
            + (first == 1 ? "；数组请从 1 编号：--array=1-\(last)" : ""))
    case .held(let shard, let host, let process):
      Phrase(
        "shard \(shard) is being graded on \(host) by process \(process); wait for it, or end it there",
        zh: "分片 \(shard) 正由 \(host) 上的进程 \(process) 评分；请等它结束，或在那里终止它")
    case .noJudge:
      Phrase(
        "no judge is built for this state of the course, and shards do not build one, each beside the "
          + "other: run the same command once with --build in place of --shard",
        zh: "当前课程还没有构建好的评分程序，而各分片不会各自构建：请先用 --build 代替 --shard 运行一次同样的命令")
    case .noShards(let folder):
      Phrase(
        "\(folder) contains no shards; grade them first with --shard 1/N",
        zh: "\(folder) 里没有分片；请先用 --shard 1/N 评分")
    case .open(let shards):
      Phrase(
        "nothing is written yet:\n" + shards.map(\.phrase.english).joined(separator: "\n"),
        zh: "尚未写出成绩：\n" + shards.map(\.phrase.chinese).joined(separator: "\n"))
    }
  }
}

extension OpenShard {
  /// The shard, what is wrong with it, and the command that fixes it.
  var phrase: Phrase {
    let who = lacking == 1 ? "1 student is" : "\(lacking) students are"
    let (english, chinese) =
      switch reason {
      case .missing: ("was never begun: \(who) not graded", "从未开始：有 \(lacking) 名学生未评")
      case .running(let host):
        (
          "is still running on \(host): \(who) not graded. Wait for it, then merge again",
          "仍在 \(host) 上运行：有 \(lacking) 名学生未评。请等它结束后再合并"
        )
      case .dead:
        ("ended before it was through: \(who) not graded", "中途结束：有 \(lacking) 名学生未评")
      case .different:
        (
          "was graded by another state of the course, for other weeks or in another language",
          "是用另一版课程、另外几周或另一种语言评的"
        )
      }
    if case .running = reason {
      return Phrase("  shard \(shard) \(english)", zh: "  分片 \(shard) \(chinese)")
    }
    return Phrase(
      "  shard \(shard) \(english). Run it again:\n    \(command)",
      zh: "  分片 \(shard) \(chinese)。请重新运行它：\n    \(command)")
  }
}
