/// With whose speed ours is compared.
public enum PeerLibrary: String, Codable, Sendable, CaseIterable {
  case numpy, jax

  /// As its authors write it.
  public var title: String {
    switch self {
    case .numpy: "NumPy"
    case .jax: "JAX"
    }
  }

  /// The script in Tests/Peers that does the jobs with it.
  var script: String {
    switch self {
    case .numpy: "bench.py"
    case .jax: "bench_jax.py"
    }
  }
}
