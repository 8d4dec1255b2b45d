import Coursework

WorkerServer.run(FunctionTable(servedFunctions))
