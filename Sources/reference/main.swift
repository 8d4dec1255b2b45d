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

let variants =
  LogisticRegressionSolution.misconceptions + InitializationSolution.misconceptions
  + RegularizationSolution.misconceptions + GradientCheckingSolution.misconceptions
  + OptimizationSolution.misconceptions

WorkerServer.run(FunctionTable(servedFunctions + variants + Demo.served + Benchmark.served))
