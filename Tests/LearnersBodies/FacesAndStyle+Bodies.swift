import Syllabus
import Tensors

@BodyList var facesAndStyle: [LearnersBody] {
  C4W4.squaredDistance.wrong("last-two-axes", "sums over the batch as well where there is one") {
    f1, f2 in
    let squares = try (f1 - f2).squared()
    return f1.rank == 1 ? Tensor(squares.sum()) : try squares.sum(axes: [0, f1.rank - 1])
  }
  C4W4.squaredDistance.right("scalar-products", "‖f₁‖² - 2 f₁·f₂ + ‖f₂‖²") { f1, f2 in
    let last = f1.rank - 1
    let both = try (f1 * f2).sum(axis: last)
    return try f1.squared().sum(axis: last) - 2 * both + f2.squared().sum(axis: last)
  }
  C4W4.verify.wrong("mean-square", "the root of the mean of the squares") {
    encoding, identity, database, threshold in
    guard let known = database.first(where: { $0.name == identity }) else {
      return IdentityCheck(distance: .infinity, isSame: false)
    }
    let distance = sqrt(try (encoding - known.encoding).squared().mean())
    return IdentityCheck(distance: distance, isSame: distance < threshold)
  }
  C4W4.identify.wrong("nil-loses-the-distance", "a stranger has no distance either") {
    encoding, database, threshold in
    var found = Identification(distance: .infinity, name: nil)
    for person in database {
      let distance = try (encoding - person.encoding).norm()
      if distance < threshold, distance < found.distance {
        found = Identification(distance: distance, name: person.name)
      }
    }
    return found
  }
  C4W4.tripletLoss.wrong("margin-outside", "max(…, 0) + α") { anchor, positive, negative, alpha in
    let near = try (anchor - positive).squared().sum(axis: anchor.rank - 1)
    let far = try (anchor - negative).squared().sum(axis: anchor.rank - 1)
    return (maximum(try near - far, 0) + alpha).sum()
  }
  C4W4.tripletLossBackward.wrong("mask-of-the-elements", "the mask asks each element by itself") {
    anchor, positive, negative, alpha in
    let near = try (anchor - positive).squared()
    let far = try (anchor - negative).squared()
    let mask = try near - far + alpha .> 0
    return TripletGradients(
      dAnchor: try 2 * mask * (negative - positive), dPositive: try 2 * mask * (positive - anchor),
      dNegative: try 2 * mask * (anchor - negative))
  }
  C4W4.hardestNegatives.right("by-argmin", "adds a huge number where the labels are equal") {
    encodings, labels in
    try labels.indices.map { i in
      let own = try encodings.row(i)
      var distances = try (encodings - own).squared().sum(axis: 1)
      for j in labels.indices where labels[j] == labels[i] { distances[j] += 1e9 }
      return Set(labels).count == 1 ? i : try distances.argmin()
    }
  }
  C4W4.contentCost.wrong("minus-outside", "n_H · n_W · n_C divides, the 4 multiplies") {
    a_C, a_G in
    try (a_C - a_G).squared().sum() / Double(a_G.count) * 4
  }
  C4W4.gramMatrix.wrong("of-the-transposed-rows", "each row is divided by its sum first") { A in
    let shares = try A / A.sum(axis: 1, keepingDimensions: true)
    return try dot(shares, shares.T)
  }
  C4W4.layerStyleCost.wrong("difference-unrolled", "the Gram matrix of the difference") {
    a_S, a_G in
    let difference = try (a_S - a_G).reshaped(-1, a_G.shape[3])
    let size = Double(a_G.count)
    return try dot(difference.T, difference).squared().sum() / (4 * size * size)
  }
  C4W4.layerStyleCostBackward.right("two-and-four", "2 · 2 / 4, written out") { a_S, a_G in
    let (S, G) = (try a_S.reshaped(-1, a_S.shape[3]), try a_G.reshaped(-1, a_G.shape[3]))
    let difference = try dot(G.T, G) - dot(S.T, S)
    let (places, n_C) = (Double(G.rows), Double(G.columns))
    let slope = 2 * difference / (4 * n_C * n_C * places * places)
    return try (2 * dot(G, slope)).reshaped(shape: a_G.shape)
  }
  C4W4.totalCost.wrong("difference", "the style is subtracted") { J_content, J_style, alpha, beta in
    alpha * J_content - beta * J_style
  }
}
