import Coursework
import Syllabus
import Tensors

/// The exercises of this week as learners with a known misconception write them, each with the
/// sentence that says what went wrong.
public var mistakes: [Implementation] {
  countingMistakes + scoreMistakes + averageMistakes + comparingMistakes + diagnosingMistakes
}

@ImplementationList private var countingMistakes: [Implementation] {
  C3W1.confusionMatrix.mistaken(
    "rows-and-columns",
    "Rows and columns are exchanged: the row is the true class, the column is what was said.",
    zh: "行和列反了：行是真实类别，列是预测的类别。"
  ) { Y, predictions, classes in
    try confusionMatrix(predictions, Y, classes)
  }
  C3W1.confusionMatrix.mistaken(
    "set-not-counted",
    "Every cell that occurs is 1: add 1 to it each time, instead of setting it.",
    zh: "凡出现过的格子都是 1：每出现一次要加 1，而不是赋值为 1。"
  ) { Y, predictions, classes in
    try confusionMatrix(Y, predictions, classes) .> 0
  }
  C3W1.confusionMatrix.mistaken(
    "classes-from-the-data",
    "The matrix is only as large as the classes that occur: a class without examples has a row and a column, too.",
    zh: "矩阵只包含出现过的类别：没有样本的类别也要占一行一列。"
  ) { Y, predictions, _ in
    try confusionMatrix(Y, predictions, ((Y + predictions).max() ?? 0) + 1)
  }
  C3W1.confusionMatrix.mistaken(
    "shares-of-rows",
    "Each row is divided by its sum: the matrix holds counts.",
    zh: "每一行都除以了行和：混淆矩阵里放的是个数。"
  ) { Y, predictions, classes in
    let M = try confusionMatrix(Y, predictions, classes)
    return try M / maximum(M.sum(axis: 1, keepingDimensions: true), 1)
  }
  C3W1.confusionMatrix.mistaken(
    "mistakes-only",
    "The diagonal is empty: right answers are counted, too.",
    zh: "对角线是空的：答对的也要计数。"
  ) { Y, predictions, classes in
    var M = try confusionMatrix(Y, predictions, classes)
    for c in 0..<classes { M[c, c] = 0 }
    return M
  }
  C3W1.confusionMatrix.mistaken(
    "hits-only",
    "Only the diagonal is filled: where the answer is wrong, the cell beside it counts one more.",
    zh: "只填了对角线：答错时，对角线之外的格子也要加 1。"
  ) { Y, predictions, classes in
    try confusionMatrix(Y, predictions, classes) * .identity(classes)
  }

  C3W1.precision.mistaken(
    "recall",
    "This is the recall: divide by the column of the class, all that is *said* to be it.",
    zh: "你算的是查全率：应当除以该类所在的*列*之和，即所有被预测为该类的样本。"
  ) { confusion, c in try recall(confusion, c) }
  C3W1.precision.mistaken(
    "not-a-number",
    "A class that is never said has 0/0: its precision is 0 by convention.",
    zh: "从未被预测的类别会得到 0/0：约定这时查准率为 0。"
  ) { confusion, c in try confusion[c, c] / confusion.column(c).sum() }
  C3W1.precision.mistaken(
    "one-where-never-said",
    "A class that is never said gets 1 here: without any claim the precision is 0 by convention.",
    zh: "从未被预测的类别在这里得到了 1：约定这时查准率为 0。"
  ) { confusion, c in
    let said = try confusion.column(c).sum()
    return said > 0 ? confusion[c, c] / said : 1
  }
  C3W1.precision.mistaken(
    "of-all-examples",
    "This divides by all examples: divide by those that are said to be the class.",
    zh: "除以了全部样本数：应当只除以被预测为该类的样本数。"
  ) { confusion, c in confusion.sum() > 0 ? confusion[c, c] / confusion.sum() : 0 }
  C3W1.precision.mistaken(
    "accuracy",
    "This is the accuracy, the whole diagonal over everything: precision looks at one column.",
    zh: "你算的是准确率，即整条对角线除以总数：查准率只看一列。"
  ) { confusion, _ in try (confusion * .identity(confusion.rows)).sum() / confusion.sum() }
  C3W1.precision.mistaken(
    "odds",
    "This divides by the wrong claims alone: the right ones belong to the divisor, too.",
    zh: "分母里只有预测错的：预测对的也要算进分母。"
  ) { confusion, c in
    let wrong = try confusion.column(c).sum() - confusion[c, c]
    return confusion[c, c] / wrong
  }

  C3W1.recall.mistaken(
    "precision",
    "This is the precision: divide by the row of the class, all examples that *are* of it.",
    zh: "你算的是查准率：应当除以该类所在的*行*之和，即所有真正属于该类的样本。"
  ) { confusion, c in try precision(confusion, c) }
  C3W1.recall.mistaken(
    "not-a-number",
    "A class that does not occur has 0/0: its recall is 0 by convention.",
    zh: "没有样本的类别会得到 0/0：约定这时查全率为 0。"
  ) { confusion, c in try confusion[c, c] / confusion.row(c).sum() }
  C3W1.recall.mistaken(
    "true-negatives",
    "This is TP / (TP + TN): below stands TP + FN, the class's own row; true negatives have no part in it.",
    zh: "你算的是 TP / (TP + TN)：分母应是 TP + FN，即该类所在的行；真阴性不参与计算。"
  ) { confusion, c in
    let others =
      try confusion.sum() - confusion.row(c).sum() - confusion.column(c).sum() + confusion[c, c]
    return confusion[c, c] / (confusion[c, c] + others)
  }
  C3W1.recall.mistaken(
    "of-all-examples",
    "This divides by all examples: divide by those of the class.",
    zh: "除以了全部样本数：应当只除以该类的样本数。"
  ) { confusion, c in confusion.sum() > 0 ? confusion[c, c] / confusion.sum() : 0 }
  C3W1.recall.mistaken(
    "missed",
    "This is the part that is missed, 1 - R: put what is found on top.",
    zh: "你算的是漏掉的比例 1 - R：分子应是找到的个数。"
  ) { confusion, c in 1 - (try recall(confusion, c)) }
}
