import Coursework
import Demos
import LogisticRegressionSolution
import OptimizationSolution
import ShallowNetworkSolution

/// What learners with a known misconception write, and other right ways.
let variants: [Implementation] = [
  LogisticRegressionSolution.misconceptions,
  ShallowNetworkSolution.misconceptions, ShallowNetworkSolution.alternatives,
  OptimizationSolution.misconceptions,
].flatMap(\.self)

WorkerServer.run(FunctionTable(servedFunctions + variants + Demo.served))
