import Coursework

let furtherAlternatives: [Implementation] = []
