import Coursework
import LogisticRegressionSolution

WorkerServer.run(FunctionTable(servedFunctions + LogisticRegressionSolution.misconceptions))
