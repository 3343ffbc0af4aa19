import { describe, expect, it } from 'vitest'
import { ScenarioError } from '../../../sim/scenario/problem.ts'
import { smallScenario } from '../../../sim/testing/small-scenario.ts'
import { readDeskRequest, readRequest } from '../../../viz/player/requests.ts'

const scenario = smallScenario({ days: 3 })
const request = { name: 'x', seed: 's', library: { x: scenario }, known: ['x'], scenario: null }
const file = new File(['x'], 'x.jsonl')
const whatIf = { type: 'what-if', scenario, seed: 's', forks: [], person: 1, cause: 'hard-ads' }
const changed = { type: 'what-changed', scenario, seed: 's', parent: [], branch: [] }
const again = { ...whatIf, type: 'what-if-again', lucks: ['1', '2'] }

describe('what the page asks of its workers', () => {
  it('is read as it was asked', () => {
    expect(readRequest(request)).toEqual(request)
    expect(readRequest({ ...request, scenario })).toEqual({ ...request, scenario })
    const forks = [{ at: 1, edits: [{ path: 'plan[0].answers', value: 0 }] }]
    expect(readRequest({ ...request, forks })).toEqual({ ...request, forks })
    for (const asked of [
      { type: 'open-log', file },
      { type: 'tell', source: { kind: 'log', file }, person: 1 },
      { type: 'tell', source: { kind: 'run', scenario, seed: 's', forks }, person: 1 },
      { ...whatIf, forks },
      { ...changed, branch: forks },
      { ...changed, person: 3 },
      { ...again, forks },
    ])
      expect(readDeskRequest(asked)).toEqual(asked)
  })

  it.each([
    [null, 'a request must be a map'],
    [{ ...request, name: 1 }, 'request.name must be a text'],
    [{ ...request, library: [] }, 'request.library must be a map'],
    [{ ...request, known: [1] }, 'request.known must be a text'],
    [{ ...request, forks: 1 }, 'request.forks must be a list'],
    [{ ...request, forks: [{ at: '1', edits: [] }] }, 'request.forks.at must be a number'],
    [{ ...request, forks: [{ at: 1, edits: [null] }] }, 'request.forks.edits must be a map'],
  ])('is refused with its place: %j', (message, says) => {
    expect(() => readRequest(message)).toThrow(says)
  })

  it.each([
    [{ type: 'x' }, 'request.type must be open-log, tell, what-if, what-if-again or what-changed'],
    [{ type: 'open-log', file: 'x.jsonl' }, 'request.file must be a file'],
    [{ type: 'tell', person: 1 }, 'request.source must be a map'],
    [{ type: 'tell', source: { kind: 'x' }, person: 1 }, 'request.source.kind must be run or log'],
    [{ type: 'tell', source: { kind: 'log', file }, person: '1' }, 'request.person must be a number'],
    [
      { type: 'tell', source: { kind: 'run', scenario, seed: 's' }, person: 1 },
      'request.source.forks must be a list',
    ],
    [{ ...again, lucks: [1] }, 'request.lucks must be a text'],
    [{ ...again, lucks: Array.from({ length: 101 }, String) }, 'request.lucks must be at most 100'],
    [{ ...whatIf, forks: {} }, 'request.forks must be a list'],
    [{ ...whatIf, forks: [null] }, 'request.forks must be a map'],
    [{ ...changed, parent: undefined }, 'request.parent must be a list'],
    [{ ...changed, branch: [{ at: null, edits: [] }] }, 'request.branch.at must be a number'],
    [{ ...changed, person: '1' }, 'request.person must be a number'],
  ])('is refused at the desk with its place: %#', (message, says) => {
    expect(() => readDeskRequest(message)).toThrow(says)
  })

  it('has a scenario that comes to an end, or is wrong about that', () => {
    const endless = { ...scenario, days: Infinity }
    expect(() => readRequest({ ...request, scenario: endless })).toThrow(ScenarioError)
    expect(() => readDeskRequest({ ...whatIf, scenario: endless })).toThrow(ScenarioError)
    expect(() => readDeskRequest({ ...changed, scenario: endless })).toThrow(ScenarioError)
  })
})
