import Syllabus
import Tensors

// MARK: Who is it?

/// How far encodings are apart, squared.
///
///     d(f₁, f₂) = ‖f₁ - f₂‖² = Σ (f₁ - f₂)²  over the last axis
///
/// - Parameters:
///   - f1: encodings, shape (m, d), one a row; or one alone, (d,); or any shape (…, d).
///   - f2: as many; or one, (1, d), that is compared with each row of f1.
/// - Returns: a number for each pair, shape (m,): that of f1 without its last axis.
///
/// ```swift
/// print(try squaredDistance(Tensor([[1, 2], [0, 0]]), Tensor([[1, 0], [3, 4]])))  // [ 4. 25.]
/// ```
public func squaredDistance(_ f1: Tensor, _ f2: Tensor) throws -> Tensor {
  // BEGIN SOLUTION
  return try (f1 - f2).squared().sum(axis: f1.rank - 1)
  // END SOLUTION
}

/// One to one: whether somebody really is the person whose name is claimed.
///
/// The distance is ‖f₁ - f₂‖ between the new encoding and the stored one of that person, the root of
/// the squared distance. It is the same person if the distance is below the threshold, <.
///
/// - Parameters:
///   - encoding: of the new picture, shape (1, d).
///   - identity: the name that is claimed.
///   - database: everybody who is known.
///   - threshold: the distance from which on two pictures show two people; the original exercise has
///     0.7.
/// - Returns: the distance, and whether it is the same person. If nobody of that name is known, the
///   distance is `.infinity`, and it is not.
///
/// (Exactly at the threshold both answers pass.)
///
/// ```swift
/// let bo = KnownPerson(name: "Bo", encoding: Tensor([[0.6, 0.8]]))
/// print(try verify(Tensor([[0.6, 0.3]]), "Bo", [bo], 0.7))  // IdentityCheck(distance: 0.5, isSame: true)
/// ```
public func verify(
  _ encoding: Tensor, _ identity: String, _ database: [KnownPerson], _ threshold: Double
) throws -> IdentityCheck {
  // BEGIN SOLUTION
  guard let known = database.first(where: { $0.name == identity }) else {
    return IdentityCheck(distance: .infinity, isSame: false)
  }
  let distance = try (encoding - known.encoding).norm()
  return IdentityCheck(distance: distance, isSame: distance < threshold)
  // END SOLUTION
}

/// One to many: which of the known people somebody is, if any.
///
/// The answer is the nearest person, of equally near ones the first. If even that one is farther away
/// than the threshold, >, it is a stranger.
///
/// - Parameters:
///   - encoding: of the new picture, shape (1, d).
///   - database: everybody who is known.
///   - threshold: the distance from which on two pictures show two people.
/// - Returns: the distance ‖f₁ - f₂‖ to the nearest person, also if that is too far, and the name, nil for
///   a stranger. With an empty database the distance is `.infinity`.
///
/// (Exactly at the threshold both answers pass.)
public func identify(
  _ encoding: Tensor, _ database: [KnownPerson], _ threshold: Double
) throws -> Identification {
  // BEGIN SOLUTION
  var nearest = Identification(distance: .infinity, name: nil)
  for person in database {
    let distance = try (encoding - person.encoding).norm()
    if distance < nearest.distance {
      nearest = Identification(distance: distance, name: person.name)
    }
  }
  if nearest.distance > threshold { nearest.name = nil }
  return nearest
  // END SOLUTION
}

// MARK: Learning an encoding

/// The triplet loss: a picture has to be nearer to one of the same person than to one of another, by
/// a margin.
///
///     loss = Σ max(‖a - p‖² - ‖a - n‖² + α, 0)   over all triplets
///
/// - Parameters:
///   - anchor: encodings, shape (m, d), one a row; or one alone, (d,).
///   - positive: of other pictures of the same people, in the same shape.
///   - negative: of pictures of other people, in the same shape.
///   - alpha: the margin α.
/// - Returns: the sum over the triplets; it is not divided by m.
///
/// ```swift
/// let (a, p, n) = (Tensor([[1, 0]]), Tensor([[0.5, 0]]), Tensor([[0.5, 0.5]]))
/// print(try tripletLoss(a, p, n, 0.5))  // 0.25 - 0.5 + 0.5 = 0.25
/// ```
public func tripletLoss(
  _ anchor: Tensor, _ positive: Tensor, _ negative: Tensor, _ alpha: Double
) throws -> Double {
  // BEGIN SOLUTION
  let difference = try squaredDistance(anchor, positive) - squaredDistance(anchor, negative)
  return maximum(difference + alpha, 0).sum()
  // END SOLUTION
}

/// The gradients of the triplet loss.
///
/// A triplet whose ‖a - p‖² - ‖a - n‖² + α is above 0 contributes
///
///     da = 2(n - p),  dp = 2(p - a),  dn = 2(a - n)
///
/// and the others 0. (Exactly at 0 there is no derivative; both slopes pass.)
///
/// - Parameters:
///   - anchor: encodings, shape (m, d), one a row; or one alone, (d,).
///   - positive: of other pictures of the same people, in the same shape.
///   - negative: of pictures of other people, in the same shape.
///   - alpha: the margin α.
/// - Returns: the derivatives of `tripletLoss` with respect to each element of the three.
public func tripletLossBackward(
  _ anchor: Tensor, _ positive: Tensor, _ negative: Tensor, _ alpha: Double
) throws -> TripletGradients {
  // BEGIN SOLUTION
  let difference = try squaredDistance(anchor, positive) - squaredDistance(anchor, negative)
  // One number a triplet, with an axis of length 1 along which it is repeated.
  let isActive = try (difference + alpha .> 0).reshaped(shape: difference.shape + [1])
  return TripletGradients(
    dAnchor: try 2 * isActive * (negative - positive),
    dPositive: try 2 * isActive * (positive - anchor),
    dNegative: try 2 * isActive * (anchor - negative))
  // END SOLUTION
}

/// For each encoding of a batch the hardest negative: the nearest encoding with another label.
///
/// - Parameters:
///   - encodings: shape (m, d), one a row.
///   - labels: whose picture each is, m numbers.
/// - Returns: for each row the index of its hardest negative among all rows; of equally near ones the
///   first, and its own index if all labels are the same.
///
/// ```swift
/// print(try hardestNegatives(Tensor([[0, 0], [0, 1], [0, 5], [0, 3]]), [7, 7, 2, 2]))  // [3, 3, 1, 1]
/// ```
public func hardestNegatives(_ encodings: Tensor, _ labels: [Int]) throws -> [Int] {
  // BEGIN SOLUTION
  return try labels.indices.map { i in
    let distances = try squaredDistance(encodings, encodings.row(i))
    var (hardest, least) = (i, Double.infinity)
    for j in labels.indices where labels[j] != labels[i] && distances[j] < least {
      (hardest, least) = (j, distances[j])
    }
    return hardest
  }
  // END SOLUTION
}

/// The sigmoid of every element, 1 / (1 + e⁻ᶻ), which is given.
func sigmoid(_ z: Tensor) -> Tensor { 1 / (1 + exp(-z)) }

/// How probable it is that two pictures show the same person: a logistic unit on what differs.
///
///     ŷ = σ(Σ w_k |f₁_k - f₂_k| + b)
///
/// - Parameters:
///   - f1: encodings, shape (m, d), one a row.
///   - f2: those that they are compared with, row by row, in the same shape.
///   - w: a weight for each number of an encoding, shape (d, 1).
///   - b: the bias.
/// - Returns: a probability for each pair, shape (m, 1).
///
/// `sigmoid`, above, takes tensors of any shape.
public func siameseProbability(
  _ f1: Tensor, _ f2: Tensor, _ w: Tensor, _ b: Double
) throws -> Tensor {
  // BEGIN SOLUTION
  return sigmoid(try dot(abs(f1 - f2), w) + b)
  // END SOLUTION
}
