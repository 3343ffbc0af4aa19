// A worker of the browser for ensembles: does one run after the other, and answers each.

import { createJobber } from '../../sim/index.ts'

const doJob = createJobber()
self.addEventListener('message', (event: MessageEvent<unknown>) => self.postMessage(doJob(event.data)))
