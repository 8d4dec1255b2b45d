import Benchmarks
import ConvolutionalNetworkSolution
import Coursework
import DeepNetworkSolution
import Demos
import GradientCheckingSolution
import InitializationSolution
import LogisticRegressionSolution
import OptimizationSolution
import RegularizationSolution
import ShallowNetworkSolution

/// What learners with a known misconception write, and other right ways.
let variants: [Implementation] = [
  LogisticRegressionSolution.misconceptions,
  LogisticRegressionSolution.alternatives,
  ShallowNetworkSolution.misconceptions,
  ShallowNetworkSolution.alternatives,
  DeepNetworkSolution.misconceptions,
  DeepNetworkSolution.alternatives,
  InitializationSolution.misconceptions,
  InitializationSolution.alternatives,
  RegularizationSolution.misconceptions,
  RegularizationSolution.alternatives,
  GradientCheckingSolution.misconceptions,
  GradientCheckingSolution.alternatives,
  OptimizationSolution.misconceptions,
  OptimizationSolution.alternatives,
  ConvolutionalNetworkSolution.misconceptions,
  ConvolutionalNetworkSolution.alternatives,
].flatMap(\.self)

WorkerServer.run(FunctionTable(servedFunctions + variants + Demo.served + Benchmark.served))
