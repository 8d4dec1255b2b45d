import Coursework
import Syllabus
import Tensors

/// Right solutions written differently: a suite that rejects one of them asks for too much.
public var alternatives: [Implementation] {
  distanceAlternatives + tripletAlternatives + contentAlternatives + styleAlternatives
    + generateAlternatives
}

@ImplementationList private var distanceAlternatives: [Implementation] {
  C4W4.squaredDistance.alternative("product") { f1, f2 in
    let difference = try f1 - f2
    return try (difference * difference).sum(axis: -1 + difference.rank)
  }
  C4W4.squaredDistance.alternative("power") { f1, f2 in
    try pow(f2 - f1, 2).sum(axis: f1.rank - 1)
  }
  C4W4.squaredDistance.alternative("norm-squared") { f1, f2 in
    try (f1 - f2).norm(axis: f1.rank - 1).squared()
  }

  C4W4.verify.alternative("loop") { encoding, identity, database, threshold in
    for person in database where person.name == identity {
      var sum = 0.0
      for (a, b) in zip(encoding.elements, person.encoding.elements) { sum += (a - b) * (a - b) }
      return IdentityCheck(distance: sum.squareRoot(), isSame: sum.squareRoot() < threshold)
    }
    return IdentityCheck(distance: .infinity, isSame: false)
  }
  C4W4.verify.alternative("by-squared-distance") { encoding, identity, database, threshold in
    let claimed = database.filter { $0.name == identity }
    let distances = try claimed.map {
      try squaredDistance(encoding, $0.encoding).sum().squareRoot()
    }
    let distance = distances.first ?? .infinity
    return IdentityCheck(distance: distance, isSame: threshold - distance > 0)
  }
  C4W4.verify.alternative("not-above") { encoding, identity, database, threshold in
    // Exactly at the threshold the two original exercises disagree.
    let answer = try verify(encoding, identity, database, threshold)
    return IdentityCheck(distance: answer.distance, isSame: !(answer.distance > threshold))
  }

  C4W4.identify.alternative("sorted") { encoding, database, threshold in
    let found = try database.enumerated().map { k, person in
      (distance: try (person.encoding - encoding).norm(), k: k, name: person.name)
    }
    guard let nearest = found.min(by: { ($0.distance, $0.k) < ($1.distance, $1.k) }) else {
      return Identification(distance: .infinity, name: nil)
    }
    return Identification(
      distance: nearest.distance, name: nearest.distance <= threshold ? nearest.name : nil)
  }
  C4W4.identify.alternative("from-the-last") { encoding, database, threshold in
    var (distance, name): (Double, String?) = (.infinity, nil)
    for person in database.reversed() {
      let own = try squaredDistance(encoding, person.encoding).sum().squareRoot()
      if own <= distance { (distance, name) = (own, person.name) }
    }
    return Identification(distance: distance, name: distance > threshold ? nil : name)
  }
  C4W4.identify.alternative("below") { encoding, database, threshold in
    // Exactly at the threshold the two original exercises disagree.
    var answer = try identify(encoding, database, .infinity)
    if !(answer.distance < threshold) { answer.name = nil }
    return answer
  }
}

@ImplementationList private var tripletAlternatives: [Implementation] {
  C4W4.tripletLoss.alternative("loop") { anchor, positive, negative, alpha in
    let d = anchor.shape[anchor.rank - 1]
    let (a, p, n) = (anchor.elements, positive.elements, negative.elements)
    var loss = 0.0
    for start in stride(from: 0, to: a.count, by: d) {
      var own = alpha
      for k in start..<start + d {
        own += (a[k] - p[k]) * (a[k] - p[k]) - (a[k] - n[k]) * (a[k] - n[k])
      }
      if own > 0 { loss += own }
    }
    return loss
  }
  C4W4.tripletLoss.alternative("by-mask") { anchor, positive, negative, alpha in
    let own = try squaredDistance(anchor, positive) - squaredDistance(anchor, negative) + alpha
    return try (own * (own .> 0)).sum()
  }
  C4W4.tripletLoss.alternative("half-of-absolutes") { anchor, positive, negative, alpha in
    // max(x, 0) = (x + |x|) / 2.
    let own = try alpha + (squaredDistance(positive, anchor) - squaredDistance(negative, anchor))
    return try ((own + abs(own)) / 2).sum()
  }

  C4W4.tripletLossBackward.alternative("term-by-term") { anchor, positive, negative, alpha in
    let last = anchor.rank - 1
    let toPositive = try anchor - positive
    let toNegative = try anchor - negative
    let near = try toPositive.squared().sum(axis: last, keepingDimensions: true)
    let far = try toNegative.squared().sum(axis: last, keepingDimensions: true)
    let mask = try near + alpha .> far
    return TripletGradients(
      dAnchor: try mask * (2 * toPositive - 2 * toNegative), dPositive: try -2 * mask * toPositive,
      dNegative: try 2 * mask * toNegative)
  }
  C4W4.tripletLossBackward.alternative("loop") { anchor, positive, negative, alpha in
    let d = anchor.shape[anchor.rank - 1]
    let (a, p, n) = (anchor.elements, positive.elements, negative.elements)
    var (da, dp, dn) = (a.map { _ in 0.0 }, a.map { _ in 0.0 }, a.map { _ in 0.0 })
    for start in stride(from: 0, to: a.count, by: d) {
      let all = start..<start + d
      let near = all.map { (a[$0] - p[$0]) * (a[$0] - p[$0]) }.reduce(0, +)
      let far = all.map { (a[$0] - n[$0]) * (a[$0] - n[$0]) }.reduce(0, +)
      guard near - far + alpha > 0 else { continue }
      for k in all {
        da[k] = 2 * (n[k] - p[k])
        dp[k] = 2 * (p[k] - a[k])
        dn[k] = 2 * (a[k] - n[k])
      }
    }
    return TripletGradients(
      dAnchor: try Tensor(shape: anchor.shape, elements: da),
      dPositive: try Tensor(shape: anchor.shape, elements: dp),
      dNegative: try Tensor(shape: anchor.shape, elements: dn))
  }
  C4W4.tripletLossBackward.alternative("slope-at-the-kink") { anchor, positive, negative, alpha in
    let own = try squaredDistance(anchor, positive) - squaredDistance(anchor, negative) + alpha
    let mask = try own.reshaped(shape: own.shape + [1]) .>= 0
    return TripletGradients(
      dAnchor: try 2 * mask * (negative - positive),
      dPositive: try 2 * mask * (positive - anchor), dNegative: try 2 * mask * (anchor - negative))
  }

  C4W4.hardestNegatives.alternative("sorted") { encodings, labels in
    try labels.indices.map { i in
      let distances = try squaredDistance(encodings, encodings.rows(i..<i + 1)).elements
      let others = labels.indices.filter { labels[$0] != labels[i] }
      return others.min { (distances[$0], $0) < (distances[$1], $1) } ?? i
    }
  }
  C4W4.hardestNegatives.alternative("infinite-for-the-same") { encodings, labels in
    try labels.indices.map { i in
      var distances = try squaredDistance(encodings, encodings.row(i))
      for j in labels.indices where labels[j] == labels[i] { distances[j] = .infinity }
      return distances.min() == .infinity ? i : try distances.argmin()
    }
  }
  C4W4.hardestNegatives.alternative("distances") { encodings, labels in
    let rows = try labels.indices.map { try encodings.row($0) }
    return try labels.indices.map { i in
      var best: (index: Int, distance: Double)?
      for j in labels.indices where labels[i] != labels[j] {
        let distance = try (rows[i] - rows[j]).norm()
        if best.map({ distance < $0.distance }) ?? true { best = (j, distance) }
      }
      return best?.index ?? i
    }
  }

  C4W4.siameseProbability.alternative("elementwise") { f1, f2, w, b in
    let z = try (abs(f2 - f1) * w.reshaped(1, -1)).sum(axis: 1, keepingDimensions: true) + b
    return 1 / (1 + exp(-z))
  }
  C4W4.siameseProbability.alternative("by-tanh") { f1, f2, w, b in
    let z = try b + dot(abs(f1 - f2), w)
    return (1 + tanh(z / 2)) / 2
  }
  C4W4.siameseProbability.alternative("larger-minus-smaller") { f1, f2, w, b in
    sigmoid(try dot(maximum(f1, f2) - minimum(f1, f2), w) + b)
  }
}
