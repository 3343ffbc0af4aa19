// A worker thread of Node: does one job after the other, and answers each.

import { parentPort } from 'node:worker_threads'
import { createJobber, type Job } from './job.ts'

const doJob = createJobber()
parentPort?.on('message', (job: Job) => parentPort?.postMessage(doJob(job)))
