import Coursework
import Syllabus
import Tensors

@ImplementationList var diagnosingMistakes: [Implementation] {
  C3W1.diagnose.mistaken(
    "bias-from-zero",
    "The bias is the whole training error: subtract human level, since nobody gets below the Bayes error.",
    zh: "把整个训练误差当成了偏差：要减去人类水平，因为谁也低不过贝叶斯误差。"
  ) { _, training, trainDev, dev, test in try diagnose(0, training, trainDev, dev, test) }
  C3W1.diagnose.mistaken(
    "variance-up-to-dev",
    "The variance reaches from training to dev: there the distribution changes, too, so that mismatch is counted twice; stop at train-dev.",
    zh: "方差一直算到了开发集：那里分布也变了，不匹配被算了两次；应当只算到训练-开发集。"
  ) { human, training, trainDev, dev, test in
    try largestNamed(
      try diagnose(human, training, trainDev, dev, test), variance: dev - training)
  }
  C3W1.diagnose.mistaken(
    "mismatch-from-training",
    "The mismatch is counted from training to dev: examples there are new as well; begin at train-dev.",
    zh: "不匹配从训练集算起了：开发集的样本同时也是新样本；应当从训练-开发集算起。"
  ) { human, training, trainDev, dev, test in
    try largestNamed(
      try diagnose(human, training, trainDev, dev, test), mismatch: dev - training)
  }
  C3W1.diagnose.mistaken(
    "signs",
    "All gaps are the wrong way round: the later error minus the earlier one.",
    zh: "所有差都减反了：应当用后一个误差减前一个。"
  ) { human, training, trainDev, dev, test in
    try diagnose(-human, -training, -trainDev, -dev, -test)
  }
  C3W1.diagnose.mistaken(
    "never-negative",
    "Gaps below 0 are set to 0: an easier dev set gives a negative gap, and that says something.",
    zh: "小于 0 的差被置零：开发集更容易时差为负，这也是信息。"
  ) { human, training, trainDev, dev, test in
    var found = try diagnose(human, training, trainDev, dev, test)
    found.avoidableBias = max(0, found.avoidableBias)
    found.variance = max(0, found.variance)
    found.mismatch = max(0, found.mismatch)
    found.overfittingToDev = max(0, found.overfittingToDev)
    return found
  }
  C3W1.diagnose.mistaken(
    "last-of-equals",
    "Of equal gaps the last is named: name the first, so compare by >.",
    zh: "几个差相等时选了最后一个：应当选第一个，比较时用 >。"
  ) { human, training, trainDev, dev, test in
    var found = try diagnose(human, training, trainDev, dev, test)
    if let source = found.largest, let most = gaps(found).first(where: { $0.0 == source })?.1 {
      found.largest = gaps(found).last { $0.1 == most }?.0
    }
    return found
  }
  C3W1.diagnose.mistaken(
    "always-one",
    "A gap is named although none is greater than 0: largest is nil then.",
    zh: "没有大于 0 的差，却仍选了一个：这时 largest 应为 nil。"
  ) { human, training, trainDev, dev, test in
    var found = try diagnose(human, training, trainDev, dev, test)
    var best = -Double.infinity
    for (source, size) in gaps(found) where size > best {
      found.largest = source
      best = size
    }
    return found
  }
  C3W1.diagnose.mistaken(
    "train-dev-skipped",
    "The train-dev error is not used: the gap from training to dev is called variance, and the mismatch is 0.",
    zh: "没有用到训练-开发误差：从训练集到开发集的差全算作方差，不匹配成了 0。"
  ) { human, training, _, dev, test in try diagnose(human, training, dev, dev, test) }

  C3W1.errorAnalysis.mistaken(
    "over-all-ticks",
    "The ticks of a tag are divided by all ticks: divide by the number of mistakes, the rows; a mistake may have several tags.",
    zh: "除以了勾选的总数：应当除以错误的个数，即行数；一个错误可以有几个标记。"
  ) { table, error in
    let shares = try table.sum(axis: 0) / max(1, table.sum())
    return ErrorAnalysis(shares: shares.elements, ceilings: (shares * error).elements)
  }
  C3W1.errorAnalysis.mistaken(
    "rows-and-columns",
    "This is one share for each mistake: a row is a mistake, a column is a tag; take the mean along axis 0.",
    zh: "你给每个错误算了一个比例：一行是一个错误，一列是一个标记；应当沿 axis 0 取平均。"
  ) { table, error in try errorAnalysis(table.T, error) }
  C3W1.errorAnalysis.mistaken(
    "what-is-left",
    "The ceilings are the error that is left: they are what can be won, share · error.",
    zh: "你给出的是剩下的误差：天花板是最多能减少多少，即比例 · 误差。"
  ) { table, error in
    let shares = try table.mean(axis: 0)
    return ErrorAnalysis(shares: shares.elements, ceilings: ((1 - shares) * error).elements)
  }
  C3W1.errorAnalysis.mistaken(
    "error-forgotten",
    "The ceilings equal the shares: a share is a share of the mistakes, and those are only `error` of all examples, so multiply.",
    zh: "天花板等于比例了：比例是对错误而言的，而错误只占全部样本的 error，还要相乘。"
  ) { table, _ in try errorAnalysis(table, 1) }
  C3W1.errorAnalysis.mistaken(
    "counts",
    "The shares are counts: divide by the number of mistakes.",
    zh: "比例处给的是个数：还要除以错误的个数。"
  ) { table, error in
    let counts = try table.sum(axis: 0)
    return ErrorAnalysis(shares: counts.elements, ceilings: (counts * error).elements)
  }
  C3W1.errorAnalysis.mistaken(
    "over-the-tags",
    "The ticks are divided by the number of tags: divide by the number of mistakes, the rows.",
    zh: "除以了标记的种数：应当除以错误的个数，即行数。"
  ) { table, error in
    let shares = try table.sum(axis: 0) / Double(table.columns)
    return ErrorAnalysis(shares: shares.elements, ceilings: (shares * error).elements)
  }

  C3W1.patchScores.mistaken(
    "only-where-wrong",
    "A label is corrected only where the model was taken for wrong: whoever was right by a wrong label loses that point.",
    zh: "只在模型被判错的地方改了标签：靠错误标签“答对”的也要改过来，扣掉这一分。"
  ) { Y, predictions, places, labels in
    let before = try patchScores(Y, predictions, [], []).before
    let after = try predictions.map { answers in
      let kept = places.indices.filter { answers[places[$0]] != Y[places[$0]] }
      return try patchScores(
        Y, [answers], kept.map { places[$0] }, kept.map { labels[$0] }
      ).after[0]
    }
    return PatchedScores(before: before, after: after)
  }
  C3W1.patchScores.mistaken(
    "predictions-patched",
    "The answers of the models are corrected, and not the labels: every model gets these examples right then.",
    zh: "改的是模型的答案，而不是标签：这样每个模型在这些样本上都算对了。"
  ) { Y, predictions, places, labels in
    var Y = Y
    let before = try patchScores(Y, predictions, [], []).before
    for (place, label) in zip(places, labels) { Y[place] = label }
    let flattered = predictions.map { answers in
      var answers = answers
      for place in places { answers[place] = Y[place] }
      return answers
    }
    return PatchedScores(
      before: before, after: try patchScores(Y, flattered, [], []).before)
  }
  C3W1.patchScores.mistaken(
    "answers-patched-labels-kept",
    "The right labels are put into the answers and compared with the old, wrong labels: they belong in Y.",
    zh: "把改正后的标签写进了答案，再与旧的错误标签比较：应当改的是 Y。"
  ) { Y, predictions, places, labels in
    let changed = predictions.map { answers in
      var answers = answers
      for (place, label) in zip(places, labels) { answers[place] = label }
      return answers
    }
    return PatchedScores(
      before: try patchScores(Y, predictions, [], []).before,
      after: try patchScores(Y, changed, [], []).before)
  }
  C3W1.patchScores.mistaken(
    "left-out",
    "The examples with a wrong label are left out: with the right label they count, too.",
    zh: "标签有错的样本被丢掉了：改正之后，它们也要计入。"
  ) { Y, predictions, places, _ in
    let kept = Y.indices.filter { !places.contains($0) }
    return PatchedScores(
      before: try patchScores(Y, predictions, [], []).before,
      after: try patchScores(
        kept.map { Y[$0] }, predictions.map { answers in kept.map { answers[$0] } }, [], []
      ).before)
  }
  C3W1.patchScores.mistaken(
    "never-patched",
    "The scores after are those before: count again with the corrected labels.",
    zh: "改正后的分数与改正前一样：要用改过的标签重新数一遍。"
  ) { Y, predictions, _, _ in try patchScores(Y, predictions, [], []) }
  C3W1.patchScores.mistaken(
    "before-patched-too",
    "The scores before already have the corrected labels: count them first, or patch a copy.",
    zh: "改正前的分数也用了改过的标签：先算它，或者只改一份副本。"
  ) { Y, predictions, places, labels in
    let after = try patchScores(Y, predictions, places, labels).after
    return PatchedScores(before: after, after: after)
  }
  C3W1.patchScores.mistaken(
    "errors",
    "These are errors: a score is the part that is right.",
    zh: "你给出的是误差：分数是答对的比例。"
  ) { Y, predictions, places, labels in
    let scores = try patchScores(Y, predictions, places, labels)
    return PatchedScores(
      before: scores.before.map { 1 - $0 }, after: scores.after.map { 1 - $0 })
  }
}

private func gaps(_ found: ErrorDiagnosis) -> [(ErrorSource, Double)] {
  [
    (.avoidableBias, found.avoidableBias), (.variance, found.variance),
    (.mismatch, found.mismatch), (.overfittingToDev, found.overfittingToDev),
  ]
}

/// A diagnosis with another gap, and the largest among the gaps as they are then.
private func largestNamed(
  _ found: ErrorDiagnosis, variance: Double? = nil, mismatch: Double? = nil
) throws -> ErrorDiagnosis {
  var found = found
  found.variance = variance ?? found.variance
  found.mismatch = mismatch ?? found.mismatch
  found.largest = nil
  var best = 0.0
  for (source, size) in gaps(found) where size > best {
    found.largest = source
    best = size
  }
  return found
}
