import Coursework
import Syllabus
import Tensors

@ImplementationList var stoppingMistakes: [Implementation] {
  C2W1b.bestEpoch.mistaken(
    "epoch-of-the-stop",
    "This is the epoch at which training stops: the parameters to keep are those of the best epoch before.",
    zh: "这是停止训练的 epoch：要保留的是之前最好那个 epoch 的参数。"
  ) { costs, patience in
    min(try bestEpoch(costs, patience) + patience, costs.count - 1)
  }
  C2W1b.bestEpoch.mistaken(
    "lowest-of-all",
    "This is the lowest cost of the whole list: training would have stopped before it.",
    zh: "这是整个列表里的最低点：训练在那之前就停了。"
  ) { costs, _ in
    try Tensor(costs).argmin()
  }
  C2W1b.bestEpoch.mistaken(
    "first-rise",
    "Training stops at the first cost that is not lower: wait for `patience` of them in a row.",
    zh: "第一次没有降低就停了：要等连续 patience 次。"
  ) { costs, _ in try bestEpoch(costs, 1) }
  C2W1b.bestEpoch.mistaken(
    "patience-not-renewed",
    "All epochs without improvement are counted together: a better epoch begins the count anew.",
    zh: "没有改进的 epoch 被累计了：一旦有更好的，就要重新计数。"
  ) { costs, patience in
    var (best, waited) = (0, 0)
    for epoch in costs.indices.dropFirst() {
      if costs[epoch] < costs[best] {
        best = epoch
      } else {
        waited += 1
        if waited >= patience { break }
      }
    }
    return best
  }
  C2W1b.bestEpoch.mistaken(
    "compared-with-previous",
    "Each cost is compared with the one before it: compare with the best so far.",
    zh: "每个代价是与前一个相比：应当与目前最好的相比。"
  ) { costs, patience in
    var (best, waited) = (0, 0)
    for epoch in costs.indices.dropFirst() {
      if costs[epoch] < costs[epoch - 1] {
        (best, waited) = (epoch, 0)
      } else {
        waited += 1
        if waited >= patience { break }
      }
    }
    return best
  }
}
