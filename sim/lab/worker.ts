// A worker thread of Node: does one job after the other, and answers each.

import { parentPort } from 'node:worker_threads'
import { createJobber } from './jobber.ts'

const doJob = createJobber()
parentPort?.on('message', (message: unknown) => parentPort?.postMessage(doJob(message)))
