import Coursework
import Foundation
import Processes
import Synchronization
import Tensors

// MARK: The proof by leaving out

extension Verification {
  /// A wrong function, and the mistakes that the judge must not know.
  private struct Trial: Sendable {
    let exercise: any AnyExercise
    let mutation: String
    var left: Set<String> = []
    /// The mistakes that it makes and the judge does know.
    var made: Set<String> = []
  }

  /// The number of pairs of mistakes tried for each exercise.
  private static let pairCount = 2
  private static let pairSeed: UInt32 = 7

  /// Tries every mistake with its own declaration withheld, pairs of mistakes, and every
  /// corruption, and checks that no diagnosis is refuted by further samples.
  func checkWhys(jobs: Int) {
    let trials = trials()
    let programs = RunEnvironment.current.programs.appending(path: "reference")
    SharedQueue(trials).drain(jobs: jobs) { queue, _ in
      let client = WorkerClient(program: programs)
      let reference = Host.processes(of: programs).remembering
      while let trial = queue.next() {
        let learner = Host.process(client, mutation: Mutation(trial.mutation))
        let finding = WhyTrial(of: trial.exercise, learner: learner, reference: reference)
          .run(leavingOut: trial.left, made: trial.made)
        self.tally.withLock { $0.whys += 1 }
        if case .refuted(let sentences) = finding {
          self.tally.withLock { $0.falseWhys += 1 }
          self.tell(.falseWhy(trial.mutation, sentences.joined(separator: " ")))
        }
      }
    }
  }

  private func trials() -> [Trial] {
    var random = RandomState(seed: Self.pairSeed)
    return exercises.flatMap { exercise -> [Trial] in
      let info = exercise.info
      let ids = mistakes(of: info).map(\.id)
      let single = ids.map {
        Trial(exercise: exercise, mutation: "\(info.id)=\($0)", left: [$0])
      }
      let order = random.permutation(ids.count)
      let pairs = stride(from: 0, to: min(2 * Self.pairCount, ids.count - 1), by: 2).map {
        Trial(
          exercise: exercise,
          mutation: "\(info.id)=\(ids[order[$0]])+\(ids[order[$0 + 1]])",
          made: [ids[order[$0]], ids[order[$0 + 1]]])
      }
      let corruptions = Slip.allCases.filter { applies($0, to: exercise) }.map {
        Trial(exercise: exercise, mutation: "\(info.id)~\($0.rawValue)")
      }
      return single + pairs + corruptions
    }
  }
}
