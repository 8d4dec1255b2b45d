public import Coursework
public import Tensors
import Text

extension C2W1b {
  public static let bestEpoch = Exercise<[Double], Int, Int>(
    "bestEpoch", week: "C2W1b", parameters: ["devCosts", "patience"], points: 10,
    hints: [
      Phrase(
        "Walk through the epochs as training would, without looking ahead.",
        zh: "像训练时那样一个 epoch 一个 epoch 往前走，不能偷看后面。"),
      Phrase(
        "Keep the lowest cost so far and its epoch. Stop when `patience` epochs in a row were not lower; the answer is the epoch kept.",
        zh: "记住目前最低的代价和它的 epoch。连续 patience 个 epoch 都没有更低时停下；答案就是记住的 epoch。"),
      Phrase(
        "for (epoch, cost) in devCosts.enumerated(): if cost < devCosts[best], best = epoch; else if epoch - best >= patience, stop. epoch - best counts the epochs since the best.",
        zh:
          "for (epoch, cost) in devCosts.enumerated()：若 cost < devCosts[best]，则 best = epoch；否则若 epoch - best >= patience 就停。epoch - best 就是距离最好那次已经过了几个 epoch。"
      ),
    ],
    misconceptions: [
      Misconception(
        "epoch-of-the-stop",
        "This is the epoch at which training stops: the parameters to keep are those of the best epoch before.",
        zh: "这是停止训练的 epoch：要保留的是之前最好那个 epoch 的参数。"),
      Misconception(
        "lowest-of-all",
        "This is the lowest cost of the whole list: training would have stopped before it.",
        zh: "这是整个列表里的最低点：训练在那之前就停了。"),
      Misconception(
        "first-rise",
        "Training stops at the first cost that is not lower: wait for `patience` of them in a row.",
        zh: "第一次没有降低就停了：要等连续 patience 次。"),
      Misconception(
        "patience-not-renewed",
        "All epochs without improvement are counted together: a better epoch begins the count anew.",
        zh: "没有改进的 epoch 被累计了：一旦有更好的，就要重新计数。"),
      Misconception(
        "compared-with-previous",
        "Each cost is compared with the one before it: compare with the best so far.",
        zh: "每个代价是与前一个相比：应当与目前最好的相比。"),
    ],
    sample: { random in
      let count = random.randint(14, 22)
      var costs: [Double] = []
      for epoch in 0..<count {
        let trend = 1.0 - 0.05 * Double(epoch)
        costs.append(trend + random.uniform(low: 0, high: 0.5))
      }
      return (costs, random.randint(2, 4))
    })

  public static let trainWithRegularization = Exercise<
    Tensor, Tensor, ThreeLayerParameters, Double, Int, Double, Double, UInt32, RegularizedTraining
  >(
    "trainWithRegularization", week: "C2W1b",
    parameters: [
      "X", "Y", "parameters", "learningRate", "steps", "lambda", "keepProbability", "seed",
    ],
    points: 15,
    dependsOn: [
      costWithRegularization, backwardWithRegularization, forwardWithDropout, backwardWithDropout,
    ], timeLimit: 120,
    hints: [
      Phrase(
        "Gradient descent as you know it; only the way forward and the way back have a choice.",
        zh: "还是熟悉的梯度下降；只是前向和反向各有两种选择。"),
      Phrase(
        "keepProbability < 1: forwardWithDropout with seed + step, then backwardWithDropout. Otherwise the plain forward pass and backwardWithRegularization. The cost is costWithRegularization of either's A3.",
        zh:
          "keepProbability < 1 时：用 seed + step 做 forwardWithDropout，再 backwardWithDropout；否则用普通前向和 backwardWithRegularization。代价都用 costWithRegularization 对得到的 A3 计算。"
      ),
      Phrase(
        "Give A3 and gradients a let before the if, and set both in each branch; `descended` is given and makes the step; keep the cost when step.isMultiple(of: 1000).",
        zh:
          "在 if 之前用 let 声明 A3 和 gradients，两个分支里各赋值一次；走一步用已给出的 descended；step.isMultiple(of: 1000) 时记录代价。"
      ),
    ],
    misconceptions: [
      Misconception(
        "same-masks-every-step",
        "Every step drops the same activations, which is just a smaller network: draw with seed + step.",
        zh: "每一步丢的都是同一批激活值，等于换了个小网络：要用 seed + step 重新抽。"),
      Misconception(
        "penalty-in-cost-only",
        "The cost has the penalty, the gradients do not: the weights are not made smaller.",
        zh: "代价里有惩罚项，梯度里却没有：权重并不会变小。"),
      Misconception(
        "cost-without-penalty",
        "The costs leave the penalty out: keep what is really minimized.",
        zh: "记录的代价漏了惩罚项：应当记录真正被最小化的量。"),
      Misconception(
        "plain-backward-after-dropout",
        "The way forward drops, the way back does not know of it: use backwardWithDropout.",
        zh: "前向做了丢弃，反向却不知道：要用 backwardWithDropout。"),
      Misconception(
        "dropout-ignored",
        "Nothing is dropped although keepProbability is below 1.",
        zh: "keepProbability 小于 1，却没有丢弃。"),
    ],
    sample: { random in
      let sizes = random.threeLayerSizes()
      let m = random.randint(6, 10)
      let isDropout = random.randint(2) == 0
      return (
        random.randn(sizes[0], m), random.labels(m), try random.threeLayers(sizes, scale: 0.7),
        0.1, random.randint(3, 7), isDropout ? 0 : random.uniform(low: 0.3, high: 1.5),
        isDropout ? 0.7 : 1, UInt32(random.randint(1, 1000))
      )
    })
}
