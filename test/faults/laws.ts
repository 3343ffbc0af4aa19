import { LAWS } from '../../sim/testing/laws/index.ts'
import { checkLaw } from '../../sim/testing/laws/law.ts'

// Holds the laws of runs against the sources that this is bundled with, and prints the first that does not hold.

/** A fixed seed: a fault that is caught today is caught tomorrow. */
const SEED = 1

for (const law of LAWS) {
  try {
    checkLaw(law, { seed: SEED, endOnFailure: true })
  } catch (error) {
    const { cause, message } = error as Error
    const says = cause instanceof Error ? cause.message : message
    console.log(JSON.stringify({ law: law.number === null ? `“${law.says}”` : `law ${law.number}`, says }))
    break
  }
}
