import Coursework
import Syllabus
import Tensors

/// The exercises of this week as learners with a known misconception write them, each with the
/// sentence that says what went wrong.
public var mistakes: [Implementation] {
  distanceMistakes + verifyMistakes + identifyMistakes + tripletMistakes + tripletGradientMistakes
    + negativeMistakes + siameseMistakes + contentMistakes + gramMistakes + layerStyleMistakes
    + layerStyleGradientMistakes + costMistakes + generateMistakes
}

@ImplementationList private var distanceMistakes: [Implementation] {
  C4W4.squaredDistance.mistaken(
    "root",
    "This is the distance: return its square, without the root.",
    zh: "你算的是距离：要的是它的平方，不要开根号。"
  ) { f1, f2 in sqrt(try squaredDistance(f1, f2)) }
  C4W4.squaredDistance.mistaken(
    "one-number",
    "All pairs are added up to one number: sum over the last axis only, so that each pair keeps its own.",
    zh: "把所有的对加成了一个数：应当只沿最后一条轴求和，让每一对各有一个数。"
  ) { f1, f2 in Tensor(try squaredDistance(f1, f2).sum()) }
  C4W4.squaredDistance.mistaken(
    "over-the-pairs",
    "The sum runs over the pairs, axis 0: it has to run over the numbers of an encoding, the last axis.",
    zh: "沿着轴 0 把各对加了起来：应当沿最后一条轴，对一个编码里的各个数求和。"
  ) { f1, f2 in try (f1 - f2).squared().sum(axis: 0) }
  C4W4.squaredDistance.mistaken(
    "absolute",
    "The absolute differences are added: square them instead.",
    zh: "加的是差的绝对值：应当是差的平方。"
  ) { f1, f2 in try abs(f1 - f2).sum(axis: f1.rank - 1) }
  C4W4.squaredDistance.mistaken(
    "square-of-the-sum",
    "The differences are added and then squared, so that those of opposite sign cancel: square each, then add.",
    zh: "先把差相加再平方，一正一负就抵消了：要先逐个平方，再相加。"
  ) { f1, f2 in try (f1 - f2).sum(axis: f1.rank - 1).squared() }
  C4W4.squaredDistance.mistaken(
    "mean",
    "This is the mean over the numbers of an encoding: take the sum.",
    zh: "对编码里的数取了平均：应当求和。"
  ) { f1, f2 in try (f1 - f2).squared().mean(axis: f1.rank - 1) }
  C4W4.squaredDistance.mistaken(
    "axis-kept",
    "The last axis is still there, with length 1: leave out keepingDimensions.",
    zh: "最后一条轴还在，长度为 1：不要写 keepingDimensions。"
  ) { f1, f2 in try (f1 - f2).squared().sum(axis: f1.rank - 1, keepingDimensions: true) }
  C4W4.squaredDistance.mistaken(
    "squares-subtracted",
    "This is ‖f₁‖² - ‖f₂‖²: subtract first, then square.",
    zh: "你算的是 ‖f₁‖² - ‖f₂‖²：要先相减，再平方。"
  ) { f1, f2 in try (f1.squared() - f2.squared()).sum(axis: f1.rank - 1) }
}

@ImplementationList private var verifyMistakes: [Implementation] {
  C4W4.verify.mistaken(
    "squared",
    "The squared distance is compared with the threshold, which is a distance: take the root, ‖f₁ - f₂‖.",
    zh: "拿平方距离去和阈值比较了，而阈值是距离：要开平方，用 ‖f₁ - f₂‖。"
  ) { encoding, identity, database, threshold in
    let right = try verify(encoding, identity, database, threshold)
    let squared = right.distance * right.distance
    return IdentityCheck(distance: squared, isSame: squared < threshold)
  }
  C4W4.verify.mistaken(
    "near-anybody",
    "Here it is enough to be near anybody in the database: compare with the person whose name is claimed, and with nobody else.",
    zh: "只要与库里任何一个人近就放行了：只应与名字对应的那个人比较。"
  ) { encoding, identity, database, threshold in
    let distances = try database.map { try (encoding - $0.encoding).norm() }
    let least = distances.min() ?? .infinity
    return IdentityCheck(distance: least, isSame: least < threshold)
  }
  C4W4.verify.mistaken(
    "first-person",
    "The encoding is compared with the first person in the database: look for the one whose name is claimed.",
    zh: "总是与库里的第一个人比较：应当按所报的名字去找。"
  ) { encoding, identity, database, threshold in
    let first = database.first?.name ?? identity
    return try verify(encoding, first, database, threshold)
  }
  C4W4.verify.mistaken(
    "far-is-same",
    "The answer is the wrong way round: it is the same person if the distance is less than the threshold.",
    zh: "结论反了：距离小于阈值才是同一个人。"
  ) { encoding, identity, database, threshold in
    var answer = try verify(encoding, identity, database, threshold)
    answer.isSame.toggle()
    return answer
  }
  C4W4.verify.mistaken(
    "absolute",
    "The absolute differences are added: the distance is the root of the sum of squares.",
    zh: "加的是差的绝对值：距离是平方和的平方根。"
  ) { encoding, identity, database, threshold in
    guard let known = database.first(where: { $0.name == identity }) else {
      return IdentityCheck(distance: .infinity, isSame: false)
    }
    let distance = try abs(encoding - known.encoding).sum()
    return IdentityCheck(distance: distance, isSame: distance < threshold)
  }
  C4W4.verify.mistaken(
    "always-open",
    "It is always the same person here: compare the distance with the threshold.",
    zh: "这里永远是同一个人：要把距离与阈值比较。"
  ) { encoding, identity, database, threshold in
    var answer = try verify(encoding, identity, database, threshold)
    answer.isSame = answer.distance.isFinite
    return answer
  }
}

@ImplementationList private var identifyMistakes: [Implementation] {
  C4W4.identify.mistaken(
    "always-somebody",
    "The nearest person is named however far that is: beyond the threshold it is a stranger, nil.",
    zh: "不管多远都说出了最近的人：超过阈值就是陌生人，应为 nil。"
  ) { encoding, database, threshold in try identify(encoding, database, .infinity) }
  C4W4.identify.mistaken(
    "first-below-the-threshold",
    "This is the first person below the threshold: find the nearest of all, then compare with the threshold.",
    zh: "取了第一个低于阈值的人：要先在所有人里找最近的，再看阈值。"
  ) { encoding, database, threshold in
    for person in database {
      let distance = try (encoding - person.encoding).norm()
      if distance < threshold { return Identification(distance: distance, name: person.name) }
    }
    return try identify(encoding, database, threshold)
  }
  C4W4.identify.mistaken(
    "squared",
    "The squared distance is compared with the threshold, which is a distance: take the root, ‖f₁ - f₂‖.",
    zh: "拿平方距离去和阈值比较了，而阈值是距离：要开平方，用 ‖f₁ - f₂‖。"
  ) { encoding, database, threshold in
    var answer = try identify(encoding, database, .infinity)
    answer.distance *= answer.distance
    if answer.distance > threshold { answer.name = nil }
    return answer
  }
  C4W4.identify.mistaken(
    "farthest",
    "This is the farthest person: keep a distance if it is smaller than the smallest so far.",
    zh: "找到的是最远的人：距离比目前最小的还小，才记下来。"
  ) { encoding, database, threshold in
    var found = Identification(distance: -1, name: nil)
    for person in database {
      let distance = try (encoding - person.encoding).norm()
      if distance > found.distance {
        found = Identification(distance: distance, name: person.name)
      }
    }
    if found.distance > threshold { found.name = nil }
    return found
  }
  C4W4.identify.mistaken(
    "last-of-equal",
    "Of two people who are equally near the last is named: take the first, with < and not <=.",
    zh: "两个人一样近时取了后一个：应当取第一个，用 < 而不是 <=。"
  ) { encoding, database, threshold in
    try identify(encoding, database.reversed(), threshold)
  }
  C4W4.identify.mistaken(
    "begins-at-100",
    "The search begins with a distance of 100, and whoever is farther is never found: begin with .infinity.",
    zh: "查找从距离 100 开始，更远的人永远找不到：应当从 .infinity 开始。"
  ) { encoding, database, threshold in
    var answer = try identify(encoding, database, threshold)
    if answer.distance >= 100 { answer = Identification(distance: 100, name: nil) }
    return answer
  }
  C4W4.identify.mistaken(
    "strangers-named",
    "The threshold is the wrong way round: whoever is nearer is known, whoever is farther is a stranger.",
    zh: "阈值用反了：比它近的是认识的人，比它远的是陌生人。"
  ) { encoding, database, threshold in
    var answer = try identify(encoding, database, .infinity)
    if answer.distance <= threshold { answer.name = nil }
    return answer
  }
  C4W4.identify.mistaken(
    "distance-of-the-last",
    "The distance is that to the last person in the database: keep the one to the nearest.",
    zh: "返回的距离是到库里最后一个人的：应当记住到最近的人的距离。"
  ) { encoding, database, threshold in
    var answer = try identify(encoding, database, threshold)
    if let last = database.last { answer.distance = try (encoding - last.encoding).norm() }
    return answer
  }
}
