import Coursework
import LearnersBodies

// The learners' bodies, each a variant of its exercise, beside the reference solutions.
WorkerServer.run(FunctionTable(servedFunctions + LearnersBody.all.map(\.implementation)))
