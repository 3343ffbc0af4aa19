import { expect, it } from 'vitest'
import { run } from '../../sim/engine/run.ts'
import { createTranscript } from '../../sim/engine/transcript.ts'
import { replayText, tinyScenario, writeLog } from '../events/log-text.ts'

function transcribed(...[scenario, seed, forks = []]: Parameters<typeof createTranscript>): string {
  const transcript = createTranscript(scenario, seed, forks)
  const ends = [0]
  const observers = [
    transcript.observe,
    (_: unknown, __: unknown, ___: number, to: number) => void ends.push(to),
  ]
  const { rows } = run(scenario, seed, { forks, observers, keepsRows: true })
  const days = ends.slice(1).map((to, day) => transcript.day(day, rows, ends[day] ?? 0, to))
  return [transcript.header(), ...days, transcript.end()].join('')
}

it('a transcript is the log that the command line writes, to the last byte', () => {
  const scenario = tinyScenario({ days: 6 })
  expect(transcribed(scenario, '7')).toBe(writeLog(scenario, '7').text)
})

it('the transcript of a branch is a log that holds', () => {
  const scenario = tinyScenario({ days: 6 })
  const forks = [{ at: 2, edits: [{ path: 'model.leaveBase', value: 0.4 }] }]
  const { header, verified } = replayText(transcribed(scenario, '7', forks), { reruns: true })
  expect(header.forks).toEqual(forks)
  expect(verified).toEqual({ chain: true, fold: true, rerun: true })
})
