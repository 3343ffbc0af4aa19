import { describe, expect, it } from 'vitest'
import type { Fork } from '../../sim/engine/stages.ts'
import type { Job } from '../../sim/lab/job.ts'
import { createJobber } from '../../sim/lab/jobber.ts'
import { createLab, type RunDone } from '../../sim/lab/lab.ts'
import { outcomeOf, seedOfRun, type RunResult } from '../../sim/lab/outcome.ts'
import type { LabWorker } from '../../sim/lab/team.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

const small = smallScenario({ days: 6 })
const large = smallScenario({ days: 6, founders: 40 })
const louder: Fork = { at: 2, edits: [{ path: 'plan[0].ads.perDay', value: 20 }] }

function runsOf(scenario: Scenario, runs: readonly number[], forks: readonly Fork[] = []): RunResult[] {
  return runs.map((run) => outcomeOf(scenario, seedOfRun('S', run), undefined, forks))
}

/** A worker in this thread that works when it is told to. */
interface ByHand extends LabWorker {
  /** What it was sent and has not done. */
  readonly jobs: Job[]
  /** Does its next job and answers. */
  readonly work: () => void
  readonly die: (reason: string) => void
}

/** A place where workers by hand are opened. */
function workshop() {
  const opened: ByHand[] = []
  const sent: Job[] = []
  let open = 0
  function openWorker(): LabWorker {
    const doJob = createJobber()
    const jobs: Job[] = []
    let onDone: (message: unknown) => void = () => undefined
    let onGone: (reason: string) => void = () => undefined
    open += 1
    const worker: ByHand = {
      jobs,
      send: (job) => {
        // As a message between threads: a copy.
        jobs.push(structuredClone(job))
        sent.push(job)
      },
      listen: (done, gone) => {
        onDone = done
        onGone = gone
      },
      close: () => void (open -= 1),
      work: () => onDone(doJob(jobs.shift())),
      die: (reason) => {
        open -= 1
        onGone(reason)
      },
    }
    opened.push(worker)
    return worker
  }
  const workAll = (): void => {
    while (opened.some(({ jobs }) => jobs.length > 0)) {
      for (const worker of opened) if (worker.jobs.length > 0) worker.work()
    }
  }
  return { openWorker, opened, sent, workAll, open: () => open }
}

describe('a lab', () => {
  it('answers a question with what one thread would find, and keeps its workers for the next', async () => {
    const { openWorker, opened, workAll, open } = workshop()
    const lab = createLab({ workers: 2, openWorker })
    const first = lab.ask([{ scenario: small }], { seed: 'S', runs: 3 })
    workAll()
    expect(await first).toEqual([runsOf(small, [0, 1, 2])])
    const second = lab.ask([{ scenario: small }], { seed: 'S', runs: 3 })
    workAll()
    expect(await second).toEqual([runsOf(small, [0, 1, 2])])
    expect(opened).toHaveLength(2)
    lab.close()
    expect(open()).toBe(0)
  })

  it('never takes the arm of one question for that of another', async () => {
    const { openWorker, workAll } = workshop()
    const lab = createLab({ workers: 1, openWorker })
    for (const [arms, results] of [
      [
        [{ scenario: small }, { scenario: large }],
        [runsOf(small, [0, 1]), runsOf(large, [0, 1])],
      ],
      [
        [{ scenario: large }, { scenario: small }],
        [runsOf(large, [0, 1]), runsOf(small, [0, 1])],
      ],
      [[{ scenario: large, forks: [louder] }], [runsOf(large, [0, 1], [louder])]],
      [[{ scenario: large }], [runsOf(large, [0, 1])]],
    ] as const) {
      const asked = lab.ask(arms, { seed: 'S', runs: 2 })
      workAll()
      expect(await asked).toEqual(results)
    }
    lab.close()
  })

  it('goes on from a run where it is asked to, and tells each result at once', async () => {
    const { openWorker, workAll } = workshop()
    const lab = createLab({ workers: 2, openWorker })
    const heard: RunDone[] = []
    const progress: number[][] = []
    const asked = lab.ask([{ scenario: small }, { scenario: large }], {
      ...{ seed: 'S', from: 20, runs: 2 },
      heard: (done) => heard.push(done),
      onProgress: (done, all) => progress.push([done, all]),
    })
    workAll()
    const [ofSmall, ofLarge] = [runsOf(small, [20, 21]), runsOf(large, [20, 21])]
    expect(await asked).toEqual([ofSmall, ofLarge])
    expect(heard.sort((one, other) => one.run - other.run || one.arm - other.arm)).toEqual([
      { arm: 0, run: 20, result: ofSmall[0] },
      { arm: 1, run: 20, result: ofLarge[0] },
      { arm: 0, run: 21, result: ofSmall[1] },
      { arm: 1, run: 21, result: ofLarge[1] },
    ])
    expect(progress).toEqual([1, 2, 3, 4].map((done) => [done, 4]))
    lab.close()
  })

  it('gives everybody a first job before anybody a second', () => {
    const { openWorker, opened } = workshop()
    const lab = createLab({ workers: 3, openWorker })
    void lab.ask([{ scenario: small }], { seed: 'S', runs: 4 })
    expect(opened.map(({ jobs }) => jobs.length)).toEqual([2, 1, 1])
    lab.close()
  })
})

describe('a newer question', () => {
  it('ends the one before: what waits is never sent, and what is under way is not heard of', async () => {
    const { openWorker, opened, sent, workAll } = workshop()
    const lab = createLab({ workers: 1, openWorker })
    const heard: string[] = []
    const old = lab.ask([{ scenario: small }], {
      ...{ seed: 'S', runs: 50 },
      heard: ({ run }) => heard.push(`old ${run}`),
    })
    opened[0]?.work()
    const newer = lab.ask([{ scenario: large }], {
      ...{ seed: 'S', runs: 2 },
      heard: ({ run }) => heard.push(`new ${run}`),
    })
    expect(await old).toEqual([[...runsOf(small, [0]), ...new Array<null>(49).fill(null)]])
    workAll()
    expect(await newer).toEqual([runsOf(large, [0, 1])])
    expect(heard).toEqual(['old 0', 'new 0', 'new 1'])
    expect(sent).toHaveLength(5)
    expect(new Set(sent.map(({ place }) => place)).size).toBe(5)
    lab.close()
  })

  it('may be asked from within an answer', async () => {
    const { openWorker, workAll } = workshop()
    const lab = createLab({ workers: 2, openWorker })
    let newer = Promise.resolve<unknown>(null)
    const old = lab.ask([{ scenario: small }], {
      ...{ seed: 'S', runs: 6 },
      heard: ({ run }) => {
        if (run === 1) newer = lab.ask([{ scenario: large }], { seed: 'S', runs: 3 })
      },
    })
    workAll()
    expect((await old)[0]?.slice(0, 2)).toEqual(runsOf(small, [0, 1]))
    expect(await newer).toEqual([runsOf(large, [0, 1, 2])])
    lab.close()
  })

  it('is not told that a run of the old one took its worker down, and gets another worker', async () => {
    const { openWorker, opened, workAll } = workshop()
    const lab = createLab({ workers: 1, openWorker })
    void lab.ask([{ scenario: small }], { seed: 'S', runs: 9 })
    opened[0]?.work()
    const newer = lab.ask([{ scenario: large }], { seed: 'S', runs: 2 })
    opened[0]?.die('out of memory')
    if (opened[0]) opened[0].jobs.length = 0
    workAll()
    expect(await newer).toEqual([runsOf(large, [0, 1])])
    expect(opened).toHaveLength(2)
    lab.close()
  })
})

describe('a question that is given up', () => {
  it('is answered at once, and its workers stay for the next', async () => {
    const { openWorker, opened, sent, workAll } = workshop()
    const lab = createLab({ workers: 2, openWorker })
    const controller = new AbortController()
    const asked = lab.ask([{ scenario: small }], { seed: 'S', runs: 9, signal: controller.signal })
    opened[1]?.work()
    controller.abort()
    expect((await asked)[0]?.filter((result) => result !== null)).toHaveLength(1)
    workAll()
    expect(sent).toHaveLength(5)
    const next = lab.ask([{ scenario: large }], { seed: 'S', runs: 1 })
    workAll()
    expect(await next).toEqual([runsOf(large, [0])])
    expect(opened).toHaveLength(2)
    lab.close()
  })

  it('too late changes nothing for the next', async () => {
    const { openWorker, workAll } = workshop()
    const lab = createLab({ workers: 1, openWorker })
    const controller = new AbortController()
    const first = lab.ask([{ scenario: small }], { seed: 'S', runs: 1, signal: controller.signal })
    workAll()
    await first
    const next = lab.ask([{ scenario: small }], { seed: 'S', runs: 2 })
    controller.abort()
    workAll()
    expect(await next).toEqual([runsOf(small, [0, 1])])
    lab.close()
  })
})

describe('a lab that is closed', () => {
  it('answers at once, with what was done, and does nothing more', async () => {
    const { openWorker, opened, sent, open } = workshop()
    const lab = createLab({ workers: 1, openWorker })
    const asked = lab.ask([{ scenario: small }], { seed: 'S', runs: 4 })
    opened[0]?.work()
    lab.close()
    expect(await asked).toEqual([[...runsOf(small, [0]), null, null, null]])
    opened[0]?.work()
    expect(await lab.ask([{ scenario: small }], { seed: 'S', runs: 1 })).toEqual([[null]])
    expect([sent.length, open(), opened.length]).toEqual([3, 0, 1])
  })
})
