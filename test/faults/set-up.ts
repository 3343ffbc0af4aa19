import fc from 'fast-check'

// Law files under `npm run faults`: a fixed seed, and no search for the smallest counterexample.
fc.configureGlobal({ seed: 1, endOnFailure: true, includeErrorInReport: true })
