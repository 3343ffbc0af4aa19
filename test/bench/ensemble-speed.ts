// One process of `npm run bench`: whole ensembles on one worker thread and on two, in turn. Argument: the bundled worker.
// Prints a list in JSON with the speed of each round, with the start of the threads, because somebody waits for that too.

import { Worker } from 'node:worker_threads'
import { daysToTell } from '../../sim/lab/ensemble-report.ts'
import { runArms } from '../../sim/lab/ensemble.ts'
import type { LabWorker } from '../../sim/lab/team.ts'
import { hasFailed } from '../../sim/lab/outcome.ts'
import { fullScenario } from './full.ts'

const ROUNDS = 3

/** Runs of an ensemble: enough for the start of threads, and of V8 in each, to be a small part. */
const RUNS = 600

const file = process.argv[2]
if (file === undefined) throw new Error('the file of the bundled worker must be given')
const scenario = fullScenario('pain-point-first')

function openWorker(): LabWorker {
  const worker = new Worker(file as string)
  return {
    send: (job) => worker.postMessage(job),
    listen: (onDone, onGone) =>
      worker.on('message', onDone).on('error', (error: Error) => onGone(error.message)),
    close: () => void worker.terminate(),
  }
}

interface Speed {
  /** In the time that passes on the wall. */
  readonly runsPerSecond: number
  /** Seconds of CPU that a run took, on all threads together: no matter what else the machine does. */
  readonly cpuPerRun: number
}

/** How fast one ensemble is. */
async function speed(workers: number, round: number): Promise<Speed> {
  const start = performance.now()
  const before = process.cpuUsage()
  const [results = []] = await runArms([{ scenario }], {
    runs: RUNS,
    seed: `bench/${round}`,
    workers,
    openWorker,
    wish: { days: daysToTell(scenario.days), series: [] },
  })
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  const broken = results.find((result) => result === null || hasFailed(result))
  if (broken !== undefined) throw new Error(`every run must come to its end, got ${JSON.stringify(broken)}`)
  return { runsPerSecond: RUNS / seconds, cpuPerRun: (user + system) / 1e6 / RUNS }
}

const rounds: { one: Speed; two: Speed }[] = []
for (let round = 0; round < ROUNDS; round++) {
  rounds.push({ one: await speed(1, round), two: await speed(2, round) })
}
console.log(JSON.stringify(rounds))
