import GradedTesting
import Text
import XCTest

@testable import Grading

/// The part of a class that a shard is, and the errors that keep shards from being one class.
final class ShardTests: FrameworkTestCase {
  func testShardsDealOutAClassOnceEach() {
    for count in 1...5 {
      let shards = (1...count).compactMap { Shard($0, of: count) }
      for position in 0..<17 {
        let holding = shards.filter { $0.holds(position) }
        XCTAssertEqual(holding, [Shard(holding: position, of: count)], "\(position) of \(count)")
      }
      let sizes = shards.map { shard in (0..<17).count { shard.holds($0) } }
      XCTAssertLessThanOrEqual((sizes.max() ?? 0) - (sizes.min() ?? 0), 1, "\(count) shards")
    }
  }

  func testOnlyAShardOfItsCountOrAutoIsAChoice() throws {
    XCTAssertEqual(try ShardChoice("2/4")?.shard([:]), Shard(2, of: 4))
    for text in ["0/4", "5/4", "2", "/4", "2/", "2/0", "-1/4", "2/4/1", "a/4", "auto", "auto/0"] {
      XCTAssertNil(ShardChoice(text), text)
    }
  }

  func testTheSchedulerGivesTheNumber() throws {
    let auto = try XCTUnwrap(ShardChoice("auto/4"))
    XCTAssertEqual(try auto.shard(["SLURM_ARRAY_TASK_ID": "1"]), Shard(1, of: 4))
    XCTAssertEqual(try auto.shard(["SLURM_ARRAY_TASK_ID": "4"]), Shard(4, of: 4))
    XCTAssertEqual(try auto.shard(["JOB_COMPLETION_INDEX": "0"]), Shard(1, of: 4))
    XCTAssertEqual(try auto.shard(["JOB_COMPLETION_INDEX": "3"]), Shard(4, of: 4))
    for environment in [
      ["SLURM_ARRAY_TASK_ID": "0"], ["SLURM_ARRAY_TASK_ID": "5"], ["JOB_COMPLETION_INDEX": "4"],
      ["JOB_COMPLETION_INDEX": "x"], [:],
    ] {
      XCTAssertThrowsError(try auto.shard(environment), "\(environment)")
    }
    XCTAssertEqual(
      try ShardChoice("2/4")?.shard(["SLURM_ARRAY_TASK_ID": "3"]), Shard(2, of: 4),
      "what is said goes before what the scheduler says")
  }

  func testEveryErrorIsSaidInBothLanguages() {
    let open = { (reason: OpenShard.Reason, lacking: Int) in
      ShardError.open([
        OpenShard(shard: "2/4", reason: reason, lacking: lacking, command: "course grade")
      ])
    }
    let cases: [(ShardError, String, String)] = [
      (
        .noIndex(variable: "SLURM_ARRAY_TASK_ID", value: "0", first: 1, last: 4),
        "SLURM_ARRAY_TASK_ID is “0”, which is not a number from 1 to 4; number the array from 1: "
          + "--array=1-4",
        "SLURM_ARRAY_TASK_ID 是“0”，不在 1 到 4 之间；数组请从 1 编号：--array=1-4"
      ),
      (
        .noIndex(variable: "JOB_COMPLETION_INDEX", value: "4", first: 0, last: 3),
        "JOB_COMPLETION_INDEX is “4”, which is not a number from 0 to 3",
        "JOB_COMPLETION_INDEX 是“4”，不在 0 到 3 之间"
      ),
      (
        .noIndex(variable: "SLURM_ARRAY_TASK_ID", value: "", first: 1, last: 4),
        "--shard auto takes its number from SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX, and neither "
          + "is set; say --shard 1/4",
        "--shard auto 从 SLURM_ARRAY_TASK_ID 或 JOB_COMPLETION_INDEX 取编号，但两者都没有设置；"
          + "请写成 --shard 1/4"
      ),
      (
        .held(shard: "2/4", host: "n1", process: 7),
        "shard 2/4 is being graded on n1 by process 7; wait for it, or end it there",
        "分片 2/4 正由 n1 上的进程 7 评分；请等它结束，或在那里终止它"
      ),
      (
        .noJudge,
        "no judge is built for this state of the course, and shards do not build one, each beside the "
          + "other: run the same command once with --build in place of --shard",
        "当前课程还没有构建好的评分程序，而各分片不会各自构建：请先用 --build 代替 --shard 运行一次同样的命令"
      ),
      (
        .noShards(folder: "f"), "f contains no shards; grade them first with --shard 1/N",
        "f 里没有分片；请先用 --shard 1/N 评分"
      ),
      (
        open(.missing, 1),
        "nothing is written yet:\n  shard 2/4 was never begun: 1 student is not graded. Run it again:\n"
          + "    course grade",
        "尚未写出成绩：\n  分片 2/4 从未开始：有 1 名学生未评。请重新运行它：\n    course grade"
      ),
      (
        open(.running(host: "n1"), 3),
        "nothing is written yet:\n  shard 2/4 is still running on n1: 3 students are not graded. "
          + "Wait for it, then merge again",
        "尚未写出成绩：\n  分片 2/4 仍在 n1 上运行：有 3 名学生未评。请等它结束后再合并"
      ),
      (
        open(.dead, 3),
        "nothing is written yet:\n  shard 2/4 ended before it was through: 3 students are not graded. "
          + "Run it again:\n    course grade",
        "尚未写出成绩：\n  分片 2/4 中途结束：有 3 名学生未评。请重新运行它：\n    course grade"
      ),
      (
        open(.different, 3),
        "nothing is written yet:\n  shard 2/4 was graded by another state of the course, for other weeks "
          + "or in another language. Run it again:\n    course grade",
        "尚未写出成绩：\n  分片 2/4 是用另一版课程、另外几周或另一种语言评的。请重新运行它：\n    course grade"
      ),
    ]
    for (error, english, chinese) in cases {
      XCTAssertEqual(error.phrase(.english), english)
      XCTAssertEqual(error.phrase(.chinese), chinese)
    }
  }
}
