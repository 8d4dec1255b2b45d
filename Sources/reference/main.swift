import Benchmarks
import Coursework
import Demos

WorkerServer.run(FunctionTable(servedFunctions + variants + Demo.served + Benchmark.served))
