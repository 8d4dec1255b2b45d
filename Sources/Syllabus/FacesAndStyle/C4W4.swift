public import Coursework
public import Tensors
import Text

/// Course 4, week 4: face recognition, and a picture in the style of another.
public enum C4W4 {
  /// The week, with its exercises in the order of study.
  public static let week = Week(
    "C4W4", module: "FacesAndStyle",
    title: Phrase("Faces and style", zh: "人脸识别与风格迁移"),
    exercises: [
      squaredDistance, verify, identify, tripletLoss, tripletLossBackward, hardestNegatives,
      siameseProbability, contentCost, contentCostBackward, unrollChannels, gramMatrix,
      layerStyleCost, layerStyleCostBackward, styleCost, totalCost, totalCostBackward, generate,
    ])
}

// MARK: Distances

extension C4W4 {
  /// The distances between encodings.
  public static let squaredDistance = Exercise<Tensor, Tensor, Tensor>(
    "squaredDistance", week: "C4W4", parameters: ["f1", "f2"], points: 5,
    sample: { random in
      let (m, d) = (random.randint(2, 6), random.randint(2, 7))
      let f1 = random.randn(m, d)
      return switch random.randint(6) {
      case 0: (random.randn(d), random.randn(d))
      case 1: (f1, random.randn(1, d))
      case 2: (random.randn(2, m, d), random.randn(2, m, d))
      default: (f1, random.randn(m, d))
      }
    })

  /// One-to-one verification of a claimed identity.
  public static let verify = Exercise<Tensor, String, [KnownPerson], Double, IdentityCheck>(
    "verify", week: "C4W4", parameters: ["encoding", "identity", "database", "threshold"],
    points: 10,
    sample: { random in
      let database = people(&random)
      let claimed = random.randint(database.count)
      // Mostly the claimed person, sometimes someone else.
      let shown = random.rand() < 0.7 ? claimed : random.randint(database.count)
      // Sometimes the picture does not show a face.
      let away = random.randint(5) == 0 ? 12.0...20 : 0.2...1.6
      return (
        try near(database[shown].encoding, away, &random), database[claimed].name, database,
        random.uniform(low: 0.6, high: 0.9)
      )
    })

  /// One-to-many recognition, which may find nobody.
  public static let identify = Exercise<Tensor, [KnownPerson], Double, Identification>(
    "identify", week: "C4W4", parameters: ["encoding", "database", "threshold"], points: 10,
    sample: { random in
      let encoding = random.randn(1, random.randint(2, 6))
      // A known person, a stranger, or encodings of another scale.
      let scale = [1, 4, 800.0][random.randint(3)]
      let nearest = scale * random.uniform(low: 0.3, high: 0.5)
      var database: [KnownPerson] = []
      func add(_ name: String, _ distance: Double) throws {
        let person = KnownPerson(
          name: name, encoding: try near(encoding, distance...distance, &random))
        database.insert(person, at: random.randint(database.count + 1))
      }
      try add("Bo", nearest)
      // Two people with the same encoding, of whom the first counts.
      database.append(KnownPerson(name: "Xia", encoding: database[0].encoding))
      if random.randint(2) == 0 { database.reverse() }
      if random.randint(2) == 0 { try add("Dora", nearest + 2) }
      // Another person who is almost as near and comes earlier in the list.
      let other = try near(encoding, nearest + 0.02...nearest + 0.08, &random)
      database.insert(KnownPerson(name: "Ada", encoding: other), at: 0)
      return (encoding, database, random.uniform(low: 0.6, high: 0.9))
    })

  /// Two to five people, some of whom have similar encodings.
  private static func people(_ random: inout RandomState) -> [KnownPerson] {
    let names = ["Ada", "Bo", "Chen", "Dora", "Emil", "Fatima"]
    let d = random.randint(2, 6)
    return random.permutation(names.count).prefix(random.randint(2, 6)).map { k in
      KnownPerson(name: names[k], encoding: random.randn(1, d) * 0.7)
    }
  }

  /// The encoding of another picture of the same person, at some distance from the first.
  private static func near(
    _ encoding: Tensor, _ away: ClosedRange<Double>, _ random: inout RandomState
  ) throws -> Tensor {
    let step = random.randn(shape: encoding.shape)
    let distance = random.uniform(low: away.lowerBound, high: away.upperBound)
    return try encoding + step * (distance / step.norm())
  }
}

// MARK: Learning an encoding

extension C4W4 {
  /// The loss of anchors, positives and negatives.
  public static let tripletLoss = Exercise<Tensor, Tensor, Tensor, Double, Double>(
    "tripletLoss", week: "C4W4", parameters: ["anchor", "positive", "negative", "alpha"],
    points: 10, dependsOn: [squaredDistance], sample: triplets)

  /// The gradients of that loss.
  public static let tripletLossBackward = Exercise<
    Tensor, Tensor, Tensor, Double, TripletGradients
  >(
    "tripletLossBackward", week: "C4W4",
    parameters: ["anchor", "positive", "negative", "alpha"], points: 15,
    dependsOn: [squaredDistance], sample: triplets)

  /// Triplets, some hard and some not; sometimes a single triplet without a batch axis.
  @Sendable private static func triplets(
    _ random: inout RandomState
  ) throws -> (Tensor, Tensor, Tensor, Double) {
    let (m, d) = (random.randint(3, 8), random.randint(2, 5))
    let shape = random.randint(6) == 0 ? [d] : [m, d]
    let anchor = random.randn(shape: shape)
    // Some batches contain negatives that are far away.
    let isFar = random.randint(4) == 0
    let far = 0.7 + (isFar ? 2.5 : 0) * (random.rand(shape: shape.dropLast() + [1]) .> 0.6)
    return (
      anchor, try anchor + 0.6 * random.randn(shape: shape),
      try anchor + far * random.randn(shape: shape), random.uniform(low: 0.15, high: 0.6)
    )
  }

  /// The nearest encoding of another person for each anchor.
  public static let hardestNegatives = Exercise<Tensor, [Int], [Int]>(
    "hardestNegatives", week: "C4W4", parameters: ["encodings", "labels"], points: 10,
    dependsOn: [squaredDistance],
    sample: { random in
      let (m, d) = (random.randint(6, 11), random.randint(2, 4))
      // At least two of the first label and one of the next provide a choice and a negative.
      let labels = [0, 0, 1] + (3..<m).map { _ in random.randint(3) }
      // Whole numbers produce many equal distances.
      let encodings = random.randint(-3, 4, shape: [m, d])
      return (encodings, random.permutation(m).map { labels[$0] })
    })

  /// The probability that two pictures show the same person.
  public static let siameseProbability = Exercise<Tensor, Tensor, Tensor, Double, Tensor>(
    "siameseProbability", week: "C4W4", parameters: ["f1", "f2", "w", "b"], points: 5,
    sample: { random in
      let (m, d) = (random.randint(1, 6), random.randint(2, 6))
      return (
        random.randn(m, d), random.randn(m, d), random.randn(d, 1) - 0.5,
        random.uniform(low: 0.5, high: 2)
      )
    })
}
