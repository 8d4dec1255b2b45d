/// The reliability of a test: how well other questions of the same kind would reproduce its points.
///
/// Points are a table with one row for each exam and one column for each question. Both
/// coefficients use population variances, which divide by the number of exams n. Sample variances,
/// which divide by n − 1, would give the same coefficient, provided that questions and sums are
/// treated alike.
public enum Reliability {
  /// A reason why the coefficient does not exist.
  public enum Undefined: Error, Equatable, Sendable {
    case fewerThanTwoExams
    case fewerThanTwoQuestions
    /// Rows have different lengths: not every exam contained every question.
    case differentQuestions
    /// All exams have the same sum, so that nothing distinguishes them.
    case equalSums
    /// KR-20 applies only to questions that are either right or wrong.
    case partialCredit
  }

  /// Cronbach's α, for questions with any number of points.
  ///
  ///     α = k / (k − 1) · (1 − Σ σᵢ² / σ²)
  ///
  /// with k questions, σᵢ² the variance of question i and σ² that of the sums. It can be negative.
  ///
  ///     try Reliability.alpha([[1, 1], [0, 1], [0, 0]])   // 2 · (1 − (2/9 + 2/9) / (2/3)) = 0.667
  ///
  /// Source: L. J. Cronbach, Coefficient alpha and the internal structure of tests, Psychometrika
  /// 16 (1951), 297–334, https://doi.org/10.1007/BF02310555
  ///
  /// - Throws: ``Undefined``.
  public static func alpha(_ points: [[Double]]) throws(Undefined) -> Double {
    let (k, sumVariance) = try shape(of: points)
    let variances = (0..<k).map { question in populationVariance(points.map { $0[question] }) }
    return coefficient(k, variances, sumVariance)
  }

  /// Kuder and Richardson's formula 20, for questions that are either right (1) or wrong (0).
  ///
  ///     KR-20 = k / (k − 1) · (1 − Σ pᵢ (1 − pᵢ) / σ²)
  ///
  /// with pᵢ the share of exams in which question i is right, and σ² the population variance of the
  /// number of right answers. Where it is defined it equals ``alpha(_:)``.
  ///
  ///     try Reliability.kr20([[1, 1], [0, 1], [0, 0]])   // 0.667
  ///
  /// Source: G. F. Kuder and M. W. Richardson, The theory of the estimation of test reliability,
  /// Psychometrika 2 (1937), 151–160, https://doi.org/10.1007/BF02288391
  ///
  /// - Throws: ``Undefined``.
  public static func kr20(_ right: [[Double]]) throws(Undefined) -> Double {
    guard right.allSatisfy({ $0.allSatisfy { $0 == 0 || $0 == 1 } }) else { throw .partialCredit }
    let (k, sumVariance) = try shape(of: right)
    let variances = (0..<k).map { question in
      let p = ItemAnalysis.mean(right.map { $0[question] })
      return p * (1 - p)
    }
    return coefficient(k, variances, sumVariance)
  }

  /// The number of questions, and the variance of the sums.
  private static func shape(
    of points: [[Double]]
  ) throws(Undefined) -> (questions: Int, sumVariance: Double) {
    guard points.count >= 2 else { throw .fewerThanTwoExams }
    let k = points[0].count
    guard points.allSatisfy({ $0.count == k }) else { throw .differentQuestions }
    guard k >= 2 else { throw .fewerThanTwoQuestions }
    let variance = populationVariance(points.map { $0.reduce(0, +) })
    // Summing equal points in a different order may change the rounding.
    guard variance > 1e-12 else { throw .equalSums }
    return (k, variance)
  }

  private static func coefficient(
    _ k: Int, _ variances: [Double], _ sumVariance: Double
  ) -> Double {
    Double(k) / Double(k - 1) * (1 - variances.reduce(0, +) / sumVariance)
  }

  private static func populationVariance(_ values: [Double]) -> Double {
    let mean = ItemAnalysis.mean(values)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
  }
}
