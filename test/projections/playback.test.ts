import { describe, expect, it } from 'vitest'
import { run } from '../../sim/engine/run.ts'
import { createLineSplitter } from '../../sim/events/jsonl-lines.ts'
import { computePlayback } from '../../sim/projections/compute-playback.ts'
import { FRAME, FRAME_BYTES, FRAME_MUTED, SEAT_STATES } from '../../sim/projections/frames.ts'
import { createLogPlayback } from '../../sim/projections/log-playback.ts'
import { METRIC_NAMES } from '../../sim/projections/metric.ts'
import { watchRun } from '../../sim/projections/watch.ts'
import { ENGINE } from '../../sim/model/engine-version.ts'
import { factsOf, ofKind } from '../../sim/testing/facts.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'
import { writeLog } from '../events/log-text.ts'
import { crowd, markOf } from '../testing/arrange.ts'

const scenario = crowd({
  days: 40,
  founders: 60,
  arrivals: [{ from: 0, perDay: 1, source: 'bounty' }],
  plan: [{ from: 0, content: { perDay: 2, onTopic: 0.5 }, answers: 0.5, ads: { perDay: 3 } }],
  model: { leaveBase: 0.01, muteBase: 0.01, inMarketGate: 0, inviting: 0, intruding: 0, memberAds: 0 },
})
const playback = computePlayback(scenario, '7')
const { days, seats } = playback

const stateAt = (day: number, seat: number) =>
  SEAT_STATES[playback.frames[(day * seats + seat) * FRAME_BYTES] as number]
const countOf = (day: number, state: (typeof SEAT_STATES)[number]) =>
  playback.stateCounts[day * SEAT_STATES.length + SEAT_STATES.indexOf(state)] as number

describe('a playback', () => {
  it('says which run it shows', () => {
    const { digest } = watchRun(scenario, '7')
    const run = { scenario, seed: '7', engine: ENGINE, forks: [], digest }
    expect(playback).toMatchObject({ ...run, days: 40, seats: 100 })
  })

  it('has a frame before the first day and after each, all of one length', () => {
    expect(playback.frames).toHaveLength((days + 1) * seats * FRAME_BYTES)
    expect(playback.person).toHaveLength(seats)
    expect(playback.joinedDay).toHaveLength(seats)
    expect(playback.group).toHaveLength(seats)
    expect(playback.frames.slice(0, seats * FRAME_BYTES).every((byte) => byte === 0)).toBe(true)
  })

  it('shows a seat empty until the day of joining is over, and never again', () => {
    for (let seat = 0; seat < seats; seat++) {
      for (let day = 0; day <= days; day++) {
        expect(stateAt(day, seat) === 'empty').toBe(day <= (playback.joinedDay[seat] as number))
      }
    }
  })

  it('counts every seat of every frame in one state', () => {
    expect(playback.stateCounts).toHaveLength((days + 1) * SEAT_STATES.length)
    for (let day = 0; day <= days; day++) {
      const states = Array.from({ length: seats }, (_, seat) => stateAt(day, seat))
      for (const state of SEAT_STATES)
        expect(countOf(day, state)).toBe(states.filter((found) => found === state).length)
      const gone = countOf(day, 'gone') + countOf(day, 'leaving')
      expect(gone).toBe((playback.series.left[day] as number) + (playback.series.removed[day] as number))
      expect(seats - countOf(day, 'empty') - gone).toBe(playback.series.members[day])
    }
    expect(countOf(0, 'empty')).toBe(seats)
  })

  it('has a series of every metric, one number longer than the days', () => {
    expect(Object.keys(playback.series)).toEqual([...METRIC_NAMES])
    for (const name of METRIC_NAMES) expect(playback.series[name], name).toHaveLength(days + 1)
  })

  it('divides what was written on a day into useful, ads and chatter', () => {
    const { useful, ads, chatter } = playback.activity
    for (const kind of [useful, ads, chatter]) expect(kind).toHaveLength(days)
    expect([...ads]).toEqual(Array.from({ length: days }, () => 3))
    for (const day of [1, 6]) {
      // In the first week the metric counts from the first day on.
      let written = 0
      for (let past = 0; past < day; past++) {
        written += (useful[past] as number) + (ads[past] as number) + (chatter[past] as number)
      }
      expect(playback.series.messagesPerDay[day]).toBeCloseTo(written / day, 10)
      expect(playback.series.adShare[day]).toBeCloseTo((3 * day) / written, 10)
    }
    expect(useful.some((count) => count > 2)).toBe(true)
    expect(chatter.some((count) => count > 0)).toBe(true)
  })

  it('counts what outsiders advertise among the ads', () => {
    const shocks = [{ day: 1, kind: 'intruders', perDay: 4, days: 1 }]
    const model = { intruderRate: 0, memberAds: 0 }
    const invaded = smallScenario({ days: 3, owner: { moderation: 0 }, shocks, model })
    expect([...computePlayback(invaded, '1').activity.ads]).toEqual([1, 5, 1])
  })

  it('counts packets and meetings apart from what is written', () => {
    const plan = [
      {
        from: 0,
        redPackets: { perDay: 2, amount: 5, shares: 5 },
        offline: { everyDays: 3, size: 5, depth: 0.5 },
      },
    ]
    const lively = smallScenario({ days: 9, founders: 40, owner: { cash: 5000 }, plan })
    const { rows } = run(lively, '1', { keepsRows: true })
    const { activity, series } = computePlayback(lively, '1')
    const facts = factsOf(rows)
    const sum = (perDay: Float64Array) => perDay.reduce((total, count) => total + count, 0)
    expect(sum(activity.packets)).toBe(ofKind(facts, 'packet-sent').length)
    expect(sum(activity.meetings)).toBe(ofKind(facts, 'meeting-held').length)
    expect(sum(activity.packets)).toBeGreaterThan(9)
    expect(sum(activity.meetings)).toBeGreaterThan(0)
    const written = (activity.useful[0] ?? 0) + (activity.ads[0] ?? 0) + (activity.chatter[0] ?? 0)
    expect(series.messagesPerDay[1]).toBe(written)
  })

  it('tells who left and who muted when, as its frames show it', () => {
    const { departures, mutes, series } = playback
    expect(departures.seat).toHaveLength(series.left[days] as number)
    for (const [n, seat] of departures.seat.entries()) {
      expect(stateAt((departures.day[n] as number) + 1, seat)).toBe('leaving')
    }
    for (const [n, seat] of mutes.seat.entries()) {
      const at = ((mutes.day[n] as number) + 1) * seats + seat
      const flags = playback.frames[at * FRAME_BYTES + FRAME.flags] as number
      expect(flags & FRAME_MUTED).toBe(FRAME_MUTED)
    }
    expect([...departures.day]).toEqual([...departures.day].sort((a, b) => a - b))
    expect(departures.seat.length * mutes.seat.length).toBeGreaterThan(0)
  })

  it('tells in which of several groups a seat stands', () => {
    const several = smallScenario({ days: 3, founders: 30, community: { groups: 3 } })
    const { world } = run(several, '1')
    const { group } = computePlayback(several, '1')
    expect([...group]).toEqual(Array.from(group, (_, seat) => markOf(world, seat, 'group')))
    expect(new Set(group).size).toBe(3)
  })

  it('lists its moments in the order of days, all within the run', () => {
    const at = playback.moments.map(({ day }) => day)
    expect(at).toEqual([...at].sort((a, b) => a - b))
    expect(at.every((day) => day >= 0 && day < days)).toBe(true)
    expect(playback.moments.map(({ kind }) => kind)).toContain('first-departure')
  })

  it('names what the scenario asks for and the engine does not do yet', () => {
    expect(playback.notSimulated).toEqual([]) // nothing at present
  })
})

describe('the playback of a branch', () => {
  const noAds = { at: 12, edits: [{ path: 'plan[0].ads.perDay', value: 0 }] }

  it('is that of its run until the fork, and names the fork', () => {
    const branch = computePlayback(scenario, '7', { forks: [noAds] })
    const { digest } = watchRun(scenario, '7', { forks: [noAds] })
    expect(branch).toMatchObject({ forks: [noAds], digest })
    expect([...branch.activity.ads.slice(0, 12)]).toEqual([...playback.activity.ads.slice(0, 12)])
    expect(branch.activity.ads.slice(12).every((count) => count === 0)).toBe(true)
    expect(branch.series.members.slice(0, 13)).toEqual(playback.series.members.slice(0, 13))
  })

  it('is the run itself where a fork changes nothing', () => {
    expect(computePlayback(scenario, '7', { forks: [{ at: 12, edits: [] }] })).toEqual(playback)
  })

  it('can be read from its log: the same to the last byte', () => {
    const log = createLogPlayback({ file: 'branch.jsonl' })
    const lines = createLineSplitter('branch.jsonl', log.line)
    lines.push(writeLog(scenario, '7', [noAds]).text)
    lines.end()
    expect(log.end().playback).toEqual(computePlayback(scenario, '7', { forks: [noAds] }))
  })
})

describe('progress', () => {
  it('is told after each day, with the days of the whole', () => {
    const told: number[][] = []
    computePlayback(smallScenario({ days: 4 }), '1', {
      onProgress: (daysDone, days) => void told.push([daysDone, days]),
    })
    expect(told).toEqual([
      [1, 4],
      [2, 4],
      [3, 4],
      [4, 4],
    ])
  })

  it('can be stopped; the playback then shows the days done', () => {
    const stopped = computePlayback(scenario, '7', { onProgress: (daysDone) => daysDone < 5 })
    expect(stopped.days).toBe(5)
    expect(stopped.seats).toBe(65)
    expect(stopped.frames).toHaveLength(6 * 65 * FRAME_BYTES)
    expect(stopped.activity.ads).toHaveLength(5)
    expect([...stopped.series.members]).toEqual([...playback.series.members.slice(0, 6)])
    expect(stopped.digest).not.toBe(playback.digest)
  })
})

it('shows a town in which nobody ever was', () => {
  const empty = computePlayback(smallScenario({ founders: 0, days: 3 }), '1')
  expect(empty).toMatchObject({ seats: 0, days: 3, moments: [] })
  expect(empty.frames).toHaveLength(0)
  expect(empty.stateCounts.every((count) => count === 0)).toBe(true)
})
