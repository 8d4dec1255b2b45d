import Coursework
import Demos
import LogisticRegressionSolution
import ShallowNetworkSolution

let variants =
  LogisticRegressionSolution.misconceptions
  + ShallowNetworkSolution.misconceptions + ShallowNetworkSolution.alternatives

WorkerServer.run(FunctionTable(servedFunctions + variants + Demo.served))
