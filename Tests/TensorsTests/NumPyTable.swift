import Tensors

private let A = Tensor([[1, 2, 3], [4, 5, 6]])
private let B = Tensor([[-1, 0.5, 2], [3, -2, 0]])
private let v = Tensor.column([1, 2])
private let P = Tensor([[[0, 1, 2], [3, 4, 5]], [[6, 7, 8], [9, 10, 11]]])

/// The rows of the table in `FromNumPy.md` as code: NumPy's expression, and what ours prints.
///
/// `NumPyTableTests` reads this file, so that the article shows the code that was compiled: a row
/// stands in one line.
struct NumPyTable {
  private(set) var rows: [(numpy: String, printed: String)] = []

  init() throws {
    try makingTensors()
    try shapes()
    try elementsAndSlices()
    try arithmetic()
    try comparingAndChoosing()
    try sumsMeansAndExtremes()
    try randomNumbers()
  }

  private mutating func makingTensors() throws {
    value("np.array([[1.0, 2, 3], [4, 5, 6]])") { Tensor([[1, 2, 3], [4, 5, 6]]) }
    value("np.array([1.0, 2, 3])") { Tensor([1, 2, 3]) }
    value("np.array([[1.0, 2, 3]])") { Tensor.row([1, 2, 3]) }
    value("np.array([[1.0], [2], [3]])") { Tensor.column([1, 2, 3]) }
    value("np.zeros((2, 3))") { Tensor.zeros(2, 3) }
    value("np.zeros(A.shape)") { Tensor.zeros(shape: A.shape) }
    value("np.ones((2, 1))") { Tensor.ones(2, 1) }
    value("np.full((2, 2), 0.5)") { Tensor.full([2, 2], 0.5) }
    value("np.eye(3)") { Tensor.identity(3) }
    value("np.arange(6)") { Tensor.arange(6) }
    value("np.arange(1, 2, 0.25)") { Tensor.arange(1, 2, step: 0.25) }
    value("np.linspace(0, 1, 5)") { Tensor.linspace(0, 1, count: 5) }
  }

  private mutating func shapes() throws {
    value("A.shape") { A.shape }
    value("A.shape[0]") { A.rows }
    value("A.shape[1]") { A.columns }
    value("A.ndim") { A.rank }
    value("A.size") { A.count }
    try value("A.reshape(3, 2)") { try A.reshaped(3, 2) }
    try value("A.reshape(3, -1)") { try A.reshaped(3, -1) }
    try value("A.reshape(A.shape[0], -1).T") { try A.reshaped(A.rows, -1).T }
    value("A.ravel()") { A.flattened }
    value("A.T") { A.T }
    try value("np.transpose(P, (1, 0, 2))") { try P.transposed([1, 0, 2]) }
    try value("np.squeeze(v[:1])") { try v.rows(0..<1).scalar }
    try value("np.concatenate([A, B], axis=0)") { try A.concatenated(with: B, axis: 0) }
    try value("np.concatenate([A, B, A], axis=1)") { try Tensor.concatenate([A, B, A], axis: 1) }
    try value("np.stack([A, B])") { try Tensor.stack([A, B]) }
  }

  private mutating func elementsAndSlices() throws {
    value("A[1, 0]") { A[1, 0] }
    try value("A[0:1, :]") { try A.rows(0..<1) }
    try value("A[:, 1:3]") { try A.columns(1..<3) }
    try value("A[:, [2, 0]]") { try A.columns(at: [2, 0]) }
    try value("A[[1, 0], :]") { try A.rows(at: [1, 0]) }
    try value("A[:, 1:2]") { try A.column(1) }
    try value("A[:, 1]") { try A.entry(1, axis: 1) }
    try value("P[0]") { try P.entry(0) }
    try value("P[:, :, 1:3]") { try P.slice(axis: 2, 1..<3) }
    change("A[1, 0] = 9") { A in A[1, 0] = 9 }
    try change("A[0:1, :] = B[1:2, :]") { A in try A.setSlice(axis: 0, 0..<1, to: B.row(1)) }
  }

  private mutating func arithmetic() throws {
    try value("A + B") { try A + B }
    try value("A * B") { try A * B }
    try value("A / v") { try A / v }
    value("1 - A") { 1 - A }
    value("-A") { -A }
    value("A ** 2") { A.squared() }
    value("A ** 3") { pow(A, 3) }
    try change("A += v") { A in try A += v }
    change("A *= 0.5") { A in A *= 0.5 }
    try value("np.dot(A, B.T)") { try dot(A, B.T) }
    try value("A @ B.T") { try A.dot(B.T) }
    value("np.exp(A)") { exp(A) }
    value("np.log(A)") { log(A) }
    value("np.tanh(B)") { tanh(B) }
    value("np.sqrt(A)") { sqrt(A) }
    value("np.abs(B)") { abs(B) }
    value("np.round(A / 4)") { round(A / 4) }
    value("np.floor(A / 4)") { floor(A / 4) }
    value("np.sign(B)") { sign(B) }
    value("1 / (1 + np.exp(-B))") { 1 / (1 + exp(-B)) }
  }

  private mutating func comparingAndChoosing() throws {
    value("A > 2") { A .> 2 }
    try value("A == B") { try A .== B }
    value("np.maximum(0, B)") { maximum(0, B) }
    try value("np.minimum(A, B)") { try minimum(A, B) }
    try value("np.where(B > 0, A, 0)") { try select(B .> 0, A, Tensor(0)) }
    value("np.mean(A > 2)") { (A .> 2).mean() }
    value("np.allclose(A, B)") { A.isClose(to: B) }
    value("np.isfinite(A).all()") { A.allFinite }
    value("np.array_equal(A, B)") { A == B }
  }

  private mutating func sumsMeansAndExtremes() throws {
    value("np.sum(A)") { A.sum() }
    try value("np.sum(A, axis=0)") { try A.sum(axis: 0) }
    try value("np.sum(A, axis=1, keepdims=True)") { try A.sum(axis: 1, keepingDimensions: true) }
    try value("np.sum(P, axis=(0, 2))") { try P.sum(axes: [0, 2]) }
    value("np.mean(A)") { A.mean() }
    try value("np.mean(A, axis=1, keepdims=True)") { try A.mean(axis: 1, keepingDimensions: true) }
    value("np.var(A)") { A.variance() }
    try value("np.std(A, axis=0)") { try A.standardDeviation(axis: 0) }
    value("np.max(A)") { A.max() }
    try value("np.min(A, axis=0)") { try A.min(axis: 0) }
    try value("np.argmax(B)") { try B.argmax() }
    try value("np.argmax(B, axis=0)") { try B.argmax(axis: 0) }
    value("np.linalg.norm(A)") { A.norm() }
    try value("np.linalg.norm(A, axis=0)") { try A.norm(axis: 0) }
  }

  private mutating func randomNumbers() throws {
    var random = RandomState(seed: 3)
    value("random.rand(2, 2)") { random.rand(2, 2) }
    value("random.randn(2, 2)") { random.randn(2, 2) }
    value("random.uniform(-1, 1, (1, 3))") { random.uniform(low: -1, high: 1, shape: [1, 3]) }
    value("random.normal(5, 2)") { random.normal(mean: 5, standardDeviation: 2) }
    value("random.randint(0, 10, (1, 5))") { random.randint(0, 10, shape: [1, 5]) }
    value("random.permutation(5)") { random.permutation(5) }
    value("random.choice(8, 3, replace=False)") { random.choice(8, size: 3, replacing: false) }
  }

  private mutating func value<Value>(_ numpy: String, _ ours: () throws -> Value) rethrows {
    rows.append((numpy, Self.printed(try ours())))
  }

  /// A statement that changes a copy of A, which is printed after it.
  private mutating func change(
    _ numpy: String, _ ours: (_ A: inout Tensor) throws -> Void
  ) rethrows {
    var changed = A
    try ours(&changed)
    rows.append((numpy, Self.printed(changed)))
  }

  /// A value as Python prints it; a list of whole numbers as an array, which the peer does as well.
  private static func printed(_ value: some Any) -> String {
    switch value {
    case let list as [Int]: Tensor(list.map(Double.init)).description
    case let truth as Bool: truth ? "True" : "False"
    default: "\(value)"
    }
  }
}
