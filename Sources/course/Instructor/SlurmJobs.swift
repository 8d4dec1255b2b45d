import Commands
import Foundation
import Grading
import Text

/// `course grade … --shard auto/N --slurm DIR`: the jobs that grade a class on a cluster with Slurm.
///
/// An array job has one task per shard, and another job merges once the array has ended. Other
/// settings of the cluster, such as a partition or an account, come from the variables that
/// `sbatch` reads (`SBATCH_PARTITION`, `SBATCH_ACCOUNT`, `SBATCH_TIMELIMIT`), or from the arguments
/// of `submit`.
struct SlurmJobs {
  let shards: Int
  /// The number of students with hand-ins.
  let students: Int
  /// The command that a task runs, as one line of shell.
  let shardCommand: String
  let mergeCommand: String
  /// The folder in which the commands are called, and in which the toolchain is searched for.
  let folder: String
  let path: String
  let language: Language

  /// Creates the jobs for an order.
  ///
  /// - Parameters:
  ///   - invocation: the command line that asks for them.
  ///   - order: the parsed options.
  ///   - shards: the number of shards.
  ///   - students: the number of students with hand-ins.
  ///   - program: the path of the program that the jobs run.
  init(
    _ invocation: Invocation, _ order: GradeOptions, shards: Int, students: Int, program: String
  ) {
    self.shards = shards
    self.students = students
    language = order.language
    folder = FileManager.default.currentDirectoryPath
    path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let said = invocation.has("--lang") ? [] : ["--lang", order.language.rawValue]
    let words = invocation.without(["--shard", "--slurm", "--retry"]).words
    shardCommand = ([program] + words + said + ["--shard", "auto/\(shards)"])
      .map(\.quotedForShell).joined(separator: " ")
    mergeCommand = [program, "grade", "--merge", order.results.path]
      .map(\.quotedForShell).joined(separator: " ")
  }

  /// The time limit in minutes: one for each student of a shard, the least that a submission is
  /// allowed for a week, and a quarter of an hour besides.
  private var minutes: Int { (students + shards - 1) / shards + 15 }

  /// The array job.
  ///
  /// A requeued task continues where its journal ends.
  var array: String {
    """
    #!/bin/bash
    #SBATCH --job-name=course-grade
    #SBATCH --array=1-\(shards)
    #SBATCH --nodes=1
    #SBATCH --ntasks=1
    #SBATCH --cpus-per-task=1
    #SBATCH --mem-per-cpu=4G
    #SBATCH --time=\(minutes)
    #SBATCH --requeue
    #SBATCH --open-mode=append
    export PATH=\(path.quotedForShell)
    cd \(folder.quotedForShell) || exit 1
    exec \(shardCommand)

    """
  }

  /// The job that merges, and reports unfinished shards.
  var merge: String {
    """
    #!/bin/bash
    #SBATCH --job-name=course-merge
    #SBATCH --nodes=1
    #SBATCH --ntasks=1
    #SBATCH --mem-per-cpu=4G
    #SBATCH --time=60
    #SBATCH --requeue
    #SBATCH --open-mode=append
    export PATH=\(path.quotedForShell)
    cd \(folder.quotedForShell) || exit 1
    exec \(mergeCommand)

    """
  }

  /// The script that submits both jobs.
  var submit: String {
    """
    #!/bin/bash
    # ./submit --partition=long --account=ml    what is said is said to sbatch
    # SHARDS=2,5 ./submit                       grades these shards again
    set -eu
    cd "$(dirname "$0")"
    array=$(sbatch --parsable ${SHARDS:+--array="$SHARDS"} --output="$PWD/shard-%a.log" "$@" grade.sbatch)
    merge=$(sbatch --parsable --dependency="afterany:${array%%;*}" --output="$PWD/merge.log" "$@" merge.sbatch)
    echo "$array ${merge%%;*}"

    """
  }

  /// Writes the three files.
  ///
  /// - Throws: `CommandError.cannotCreate`.
  func write(to target: URL) throws {
    try CommandError.creating(target.path) {
      try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
      for (name, text) in [("grade.sbatch", array), ("merge.sbatch", merge), ("submit", submit)] {
        let file = target.appending(path: name)
        try Data(text.utf8).write(to: file, options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
      }
    }
  }

  /// Returns the instructions for what to do next.
  func next(in target: URL) -> String {
    let submit = target.appending(path: "submit").path
    return Phrase(
      """
      The jobs are in \(target.path): \(shards) shard\(shards == 1 ? "" : "s") of \
      \(students) student\(students == 1 ? "" : "s"), and a merge. What to do next:
      1. \(submit), with what your cluster wants besides, such as --partition=long.
      2. The marks are in the results when the merge has ended; merge.log there says so, or names the
         shards that are not through. SHARDS=2,5 \(submit) grades these again.
      The results, the submissions and the course must lie where every node sees them.
      """,
      zh: """
        作业已写入 \(target.path)：\(students) 名学生，\(shards) 个分片，另有一个合并作业。接下来：
        1. 运行 \(submit)，需要时加上集群要求的选项，例如 --partition=long。
        2. 合并作业结束后即有成绩；那里的 merge.log 会写明结果，或列出尚未完成的分片。
           用 SHARDS=2,5 \(submit) 可以重评这些分片。
        成绩、提交和课程所在的文件夹必须是每个节点都能看到的。
        """)(language)
  }
}
