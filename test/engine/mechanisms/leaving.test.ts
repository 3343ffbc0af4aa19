import { describe, expect, it } from 'vitest'
import { decideArrivals } from '../../../sim/engine/mechanisms/arrivals.ts'
import { leavingDraws } from '../../../sim/engine/daily-draws.ts'
import { decideLeaving } from '../../../sim/engine/mechanisms/leaving.ts'
import type { Simulation } from '../../../sim/engine/simulation.ts'
import { PARAMETERS } from '../../../sim/model/parameters.ts'
import { TRAIT } from '../../../sim/model/person.ts'
import { HELPER, isPresent, LEFT, MUTED, OWNER_LEVEL } from '../../../sim/model/world.ts'
import { causeNamed, ofKind, type Fact } from '../../../sim/testing/facts.ts'
import { given } from '../../../sim/testing/given.ts'
import {
  crowd,
  groupMarkOf,
  happen,
  levelOf,
  markOf,
  play,
  seatsIn,
  setAllLevels,
  setAllMarks,
  setGroup,
  setLevels,
  type LevelName,
  type MarkName,
} from '../../testing/arrange.ts'

/** Base hazards high enough that they strike many; the fact then says what the hazard was. */
const BASE = 0.3
/** What content members expect: well above the line of low value. */
const VALUE = 0.5
/** Muting for no reason is less the more is expected: of content members it is the base hazard. */
const OFTEN = { muteBase: BASE / (1 - VALUE), leaveBase: BASE }

interface State {
  readonly levels?: Partial<Record<LevelName, number>>
  readonly marks?: Partial<Record<MarkName, number>>
  readonly model?: Record<string, number>
  readonly day?: number
  readonly changes?: Record<string, unknown>
  readonly seed?: string
  readonly arrange?: (simulation: Simulation) => void
}

/** Content, trusting, long-standing members: nothing pushes them but the base hazard. */
const CONTENT = { expectation: VALUE, trust: 0.5, needsMet: 4 }

function evening(state: State = {}) {
  const { levels = {}, marks = {}, model = {}, day = 1_000_000, changes = {}, seed = '1' } = state
  const scenario = crowd({ ...changes, model: { ...OFTEN, ...model } })
  const { simulation, when } = given(scenario, {
    seed,
    arrange: (simulation) => {
      play(decideArrivals)(simulation)
      setAllLevels(simulation.world, { ...CONTENT, ...levels })
      setAllMarks(simulation.world, marks)
      simulation.world.day = day
      state.arrange?.(simulation)
    },
  })
  const facts = when(decideLeaving)
  return { simulation, facts, left: ofKind(facts, 'member-left'), muted: ofKind(facts, 'member-muted') }
}

/** The hazard of the day for those whom it struck: the same for all where all are alike. */
function hazards(state: State) {
  const { left, muted } = evening(state)
  const only = (facts: readonly Fact[]) => {
    const values = new Set(facts.map(({ value }) => value))
    expect(values.size).toBe(1)
    return [...values][0] as number
  }
  return { leave: only(left), mute: only(muted) }
}

/** Hazards of old members whom nothing pushes: what the first days add has faded. */
const old = hazards({})

describe('at base', () => {
  it('a hazard strikes as many as it says', () => {
    const { muted, left } = evening()
    expect(old.mute).toBeCloseTo(BASE, 5)
    expect(old.leave).toBeCloseTo(BASE, 4)
    for (const { length } of [muted, left]) {
      expect(length).toBeGreaterThan(60)
      expect(length).toBeLessThan(120)
    }
  })

  it('muting for no reason is less the more is expected of the group, leaving is not', () => {
    const at = (expectation: number) =>
      hazards({ levels: { expectation }, model: { muteBase: BASE, muteLowValue: 0, leaveLowValue: 0 } })
    for (const value of [0, 0.3, 0.5, 0.8]) {
      expect(at(value).mute).toBeCloseTo(BASE * (1 - value), 5)
      expect(at(value).leave).toBe(old.leave)
    }
    for (const expectation of [1, 1.5]) {
      const { left, muted } = evening({ levels: { expectation } })
      expect(muted).toEqual([])
      expect(left[0]?.value).toBe(old.leave)
    }
    // As little as can be expected: what cost more than there was counts for no more than that.
    const less = { levels: { expectation: 0.2, hardAds: -0.5 }, model: { muteBase: BASE, muteLowValue: 0 } }
    expect(hazards(less).mute).toBeCloseTo(BASE, 5)
  })

  it('it is due to nothing in particular', () => {
    const { facts } = evening()
    const shares = ofKind(facts, 'blame-shared')
    expect(shares).toHaveLength(facts.length / 2)
    expect(shares.every((fact) => causeNamed(fact) === 'background' && fact.value === 1)).toBe(true)
  })

  it('nobody mutes or leaves where every hazard is 0', () => {
    const { facts } = evening({ model: { muteBase: 0, leaveBase: 0 } })
    expect(facts).toEqual([])
  })

  it('each draw is the person’s own: a higher hazard adds people and takes none away', () => {
    const people = (leaveBase: number) => evening({ model: { leaveBase } }).left.map(({ actor }) => actor)
    const [few, some, many] = [0.1, 0.2, 0.4].map(people) as [number[], number[], number[]]
    expect(few.length).toBeGreaterThan(10)
    expect(
      few.every((person) => some.includes(person)) && some.every((person) => many.includes(person)),
    ).toBe(true)
    expect(many.length).toBeGreaterThan(some.length)
  })

  it('nobody mutes on the day of leaving: one draw decides, and leaving comes first', () => {
    const { muted, left } = evening()
    const gone = new Set(left.map(({ actor }) => actor))
    expect(muted.filter(({ actor }) => gone.has(actor))).toEqual([])
    expect(evening({ model: { muteBase: 0 } }).left).toHaveLength(left.length)
    const silent = evening({ model: { leaveBase: 0 } }).muted
    expect(silent.length).toBeGreaterThan(60)
    expect(silent.length).toBeLessThan(120)
  })
})

/** A rival of such appeal has opened. */
const opening =
  (appeal: number) =>
  ({ world }: Simulation) =>
    void (world.ownerLevels[OWNER_LEVEL.rival] = appeal)

describe('what pushes', () => {
  it('is fatigue', () => {
    const { leave, mute } = hazards({ levels: { fatigue: 0.5 } })
    expect(mute - old.mute).toBeCloseTo(PARAMETERS.muteFatigue.default * 0.5, 4)
    expect(leave - old.leave).toBeCloseTo(PARAMETERS.leaveFatigue.default * 0.5, 4)
  })

  it('is the commercial label', () => {
    const { leave, mute } = hazards({ levels: { label: 0.5 } })
    expect(mute - old.mute).toBeCloseTo(PARAMETERS.muteLabel.default * 0.5, 4)
    expect(leave - old.leave).toBeCloseTo(PARAMETERS.leaveLabel.default * 0.5, 4)
  })

  it('is value below the line, and gently at first', () => {
    const { lowValueLine, muteLowValue, leaveLowValue } = PARAMETERS
    /** What low value alone adds: muting for no reason also depends on what is expected. */
    const at = (expectation: number) => {
      const without = { muteLowValue: 0, leaveLowValue: 0 }
      const [all, others] = [{}, without].map((model) => hazards({ levels: { expectation }, model }))
      return { mute: all!.mute - others!.mute, leave: all!.leave - others!.leave }
    }
    const line = lowValueLine.default
    expect(at(line)).toEqual({ mute: 0, leave: 0 })
    expect(at(line / 2).mute).toBeCloseTo(muteLowValue.default * 0.25, 5)
    expect(at(line / 2).leave).toBeCloseTo(leaveLowValue.default * 0.25, 5)
    expect(at(0).mute).toBeCloseTo(muteLowValue.default, 5)
    expect(at(0).leave).toBeCloseTo(leaveLowValue.default, 5)
  })

  it('is a rival, where more is wanted of the group', () => {
    const { lowValueLine, rivalPull, muteLowValue } = PARAMETERS
    const line = lowValueLine.default
    const at = (appeal: number, model = {}) =>
      hazards({ levels: { expectation: line }, model, arrange: opening(appeal) }).mute
    const rival = (appeal: number, model = {}) => at(appeal, model) - at(0)
    const missing = (more: number) => (more / (line + more)) ** 2
    expect(rival(1)).toBeCloseTo(muteLowValue.default * missing(rivalPull.default), 5)
    expect(rival(0.5)).toBeCloseTo(muteLowValue.default * missing(rivalPull.default / 2), 5)
    expect(rival(1, { rivalPull: 0 })).toBe(0)
    expect(rival(1, { muteLowValue: 0 })).toBe(0)
  })

  it('is a rival who draws members away, as much as the group leaves to be wished', () => {
    /** No more is wanted of the group: the rival but draws. */
    const drawn = (appeal: number, expectation: number, model: Record<string, number> = {}) => {
      const { leave, mute } = hazards({
        levels: { expectation },
        model: { rivalPull: 0, muteLowValue: 0, leaveLowValue: 0, muteBase: BASE, ...model },
        arrange: opening(appeal),
      })
      expect(mute).toBeCloseTo(BASE * (1 - expectation), 5) // nobody mutes for a rival
      return leave - old.leave
    }
    const { leaveRival } = PARAMETERS
    for (const appeal of [0, 0.5, 1]) {
      for (const value of [0, 0.3, 0.8]) {
        expect(drawn(appeal, value)).toBeCloseTo(leaveRival.default * appeal * (1 - value), 6)
      }
    }
    expect(drawn(0.5, 0.5, { leaveRival: 0.2 })).toBeCloseTo(0.2 * 0.25, 5)
    expect(drawn(1, 0, { leaveRival: 0 })).toBe(0)
    const { left } = evening({ levels: { expectation: 1 }, arrange: opening(1) })
    expect(left[0]?.value).toBe(old.leave) // nothing is left to be wished
  })

  it('is missing trust, which makes people leave and not mute', () => {
    const { leave, mute } = hazards({ levels: { trust: 0.03 } })
    expect(leave - old.leave).toBeCloseTo(PARAMETERS.leaveNoTrust.default, 5)
    expect(mute).toBe(old.mute)
    expect(hazards({ levels: { trust: 0.041 } }).leave).toBe(old.leave)
  })

  it('is more to read than one can, on a day on which one has opened', () => {
    const opened = { openedDay: 1_000_000 }
    const state = (messages: number, marks: Partial<Record<MarkName, number>>): State => ({
      marks,
      arrange: ({ world, people }) => {
        setGroup(world, 0, { items: messages - 30, ads: 10, onTopicYesterday: 15, offTopicYesterday: 5 })
        for (const seat of seatsIn(world)) people.traits[seat * people.stride + TRAIT.attention] = 30
      },
    })
    const { leave, mute } = hazards(state(90, opened)) // three times her attention: 2 ÷ (2 + 2)
    expect(mute - old.mute).toBeCloseTo(PARAMETERS.muteOverload.default * 0.5, 5)
    expect(leave - old.leave).toBeCloseTo(PARAMETERS.leaveOverload.default * 0.5, 5)
    expect(hazards(state(30, opened))).toEqual(old)
    expect(hazards(state(90, { openedDay: 999_999 }))).toEqual(old)
  })
})

describe('what holds', () => {
  it('is belonging', () => {
    const { leave, mute } = hazards({ levels: { belonging: 0.6 } })
    expect(mute / old.mute).toBeCloseTo(1 - 0.5 * 0.6, 4)
    expect(leave / old.leave).toBeCloseTo(1 - 0.5 * 0.6, 4)
  })

  it('is ties to those who are there', () => {
    const { leave, mute } = hazards({ levels: { held: 0.5 } })
    expect(mute / old.mute).toBeCloseTo(1 - 0.6 * 0.5, 4)
    expect(leave / old.leave).toBeCloseTo(1 - 0.6 * 0.5, 4)
    const both = hazards({ levels: { held: 0.5, belonging: 0.6 } })
    expect(both.leave / old.leave).toBeCloseTo((1 - 0.6 * 0.5) * (1 - 0.5 * 0.6), 4)
    expect(hazards({ levels: { held: 0.5 }, model: { tieEffect: 0 } })).toEqual(old)
  })

  it('is notifications that are off: half of the leaving, and no second muting', () => {
    const { left, muted } = evening({ marks: { flags: MUTED } })
    expect(muted).toEqual([])
    expect(left[0]?.value).toBeCloseTo(0.5 * BASE, 4)
  })

  it('is a patient town', () => {
    const patience = ['1', '2', '3', '4', '5'].map((seed) => {
      const { simulation, muted } = evening({ seed, model: { townSpread: 1 } })
      expect(muted[0]?.value).toBeCloseTo(Math.min(1, BASE / simulation.town.patient), 4)
      return simulation.town.patient
    })
    expect(Math.min(...patience)).toBeLessThan(1)
    expect(Math.max(...patience)).toBeGreaterThan(1)
  })
})

describe('the first days', () => {
  const leaveAt = (day: number, more: State = {}) =>
    evening({ day, ...more, model: { leaveBase: 0.1, ...more.model } }).left[0]?.value as number

  it('see newcomers leave most', () => {
    expect(leaveAt(0)).toBeCloseTo(0.1 * 2.5, 5)
    expect(leaveAt(10)).toBeCloseTo(0.1 * 1.75, 5)
    expect(leaveAt(90)).toBeCloseTo(0.1 * 1.15, 5)
  })

  it('make nobody mute more', () => {
    expect(evening({ day: 0 }).muted[0]?.value).toBe(old.mute)
  })

  it('see bounty hunters leave more than anybody', () => {
    const hunters = { marks: { source: 2 } }
    expect(leaveAt(0, hunters) - leaveAt(0)).toBeCloseTo(0.025, 5)
    expect(leaveAt(20, hunters) - leaveAt(20)).toBeCloseTo(0.0125, 5)
    expect(leaveAt(0, { marks: { source: 1 } })).toBe(leaveAt(0))
    expect(leaveAt(0, { ...hunters, model: { leaveBounty: 0 } })).toBe(leaveAt(0))
  })
})

describe('a departure', () => {
  it('empties a seat of its group, and is never repeated', () => {
    const { simulation, left } = evening()
    const { world } = simulation
    expect(groupMarkOf(world, 0, 'members')).toBe(300 - left.length)
    const gone = seatsIn(world).filter((seat) => !isPresent(world, seat))
    expect(gone.map((seat) => markOf(world, seat, 'person'))).toEqual(left.map(({ actor }) => actor))
    for (const seat of gone) expect(markOf(world, seat, 'leftDay')).toBe(1_000_000)
    const from = simulation.rows.count
    world.day += 1
    decideLeaving(simulation)
    const again = new Set(simulation.rows.actor.slice(from, simulation.rows.count))
    expect(left.some(({ actor }) => again.has(actor))).toBe(false)
    expect(again.size).toBeGreaterThan(0)
  })

  it('is written down with its hazard, never above 1', () => {
    const { left } = evening({ model: { leaveBase: 7 } })
    expect(left).toHaveLength(300)
    expect(left.every(({ value }) => value === 1)).toBe(true)
  })

  it('leaves alone those who have left before', () => {
    const { facts } = evening({ marks: { flags: LEFT }, model: { leaveBase: 7, muteBase: 7 } })
    expect(facts).toEqual([])
  })
})

describe('the blame', () => {
  it('of a mute counts muting for no reason only as far as it is drawn', () => {
    const levels = { expectation: 1.2, fatigue: 0.5 }
    expect(sharesOf({ levels, model: { leaveBase: 0 } }, 'muted').shares).toEqual({ 'hard-ads': 1 })
  })

  /** Shares of the first departure by cause. */
  function sharesOf(state: State, kind: 'left' | 'muted' = 'left') {
    const found = evening(state)
    const [departure] = found[kind]
    const shares = ofKind(found.facts, 'blame-shared').filter(({ cause }) => cause === departure?.seq)
    expect(shares.every(({ actor, group }) => actor === departure?.actor && group === 0)).toBe(true)
    expect(shares.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 5)
    return {
      strongest: departure && causeNamed(departure),
      fact: departure?.cause,
      shares: Object.fromEntries(shares.map((fact) => [causeNamed(fact), fact.value])),
    }
  }

  /** Weights that make the arithmetic plain; every hazard is 1 and strikes. */
  const plain = {
    ...{ leaveBase: 1, leaveFatigue: 0, leaveLabel: 0, leaveLowValue: 0, leaveOverload: 0, leaveNoTrust: 0 },
  }

  it('is divided as the pushes are', () => {
    const { shares, strongest } = sharesOf({
      levels: { fatigue: 0.5, label: 0.25, trust: 0 },
      model: { ...plain, leaveFatigue: 4, leaveLabel: 4, leaveNoTrust: 2 },
    })
    expect(Object.keys(shares).sort()).toEqual(['background', 'broken-trust', 'hard-ads'])
    expect(shares['background']).toBeCloseTo(1 / 6, 5)
    expect(shares['hard-ads']).toBeCloseTo(3 / 6, 5)
    expect(shares['broken-trust']).toBeCloseTo(2 / 6, 5)
    expect(strongest).toBe('hard-ads')
  })

  it('for low value goes to what has cost the value, and the rest to lack of anything useful', () => {
    const { shares, strongest } = sharesOf({
      // Value 0.1 is 0.2 below the line, of which ads took 0.1, chatter 0.04, overload 0.01 and a quarrel 0.02.
      levels: { expectation: 0.27, hardAds: -0.1, chatter: -0.04, overload: -0.01, quarrel: -0.02 },
      model: { ...plain, leaveLowValue: 1e3, leaveBase: 0 },
    })
    expect(shares['hard-ads']).toBeCloseTo(0.1 / 0.2, 4)
    expect(shares['chatter']).toBeCloseTo(0.04 / 0.2, 4)
    expect(shares['overload']).toBeCloseTo(0.01 / 0.2, 4)
    expect(shares['background']).toBeCloseTo(0.02 / 0.2, 4)
    expect(shares['low-value']).toBeCloseTo(0.03 / 0.2, 4)
    expect(strongest).toBe('hard-ads')
  })

  it('for low value goes to packets that were missed, and names the last of them', () => {
    const { shares, strongest, fact } = sharesOf({
      levels: { expectation: 0.3, packets: -0.3 },
      model: { ...plain, leaveBase: 0, leaveLowValue: 1e3 },
      arrange: ({ world }) => setGroup(world, 0, { packetFact: 33 }),
    })
    expect(shares['packets']).toBeCloseTo(1, 5)
    expect([strongest, fact]).toEqual(['packets', 33])
  })

  it('for low value is nobody’s but low value’s where nothing was ever lost', () => {
    const { shares, strongest } = sharesOf({
      levels: { expectation: 0 },
      model: { ...plain, leaveLowValue: 1e3, leaveBase: 0 },
    })
    expect(shares).toEqual({ 'low-value': 1 })
    expect(strongest).toBe('low-value')
  })

  it('leaves nothing for lack of use where losses are larger than the gap', () => {
    const { shares } = sharesOf({
      levels: { expectation: 0.6, hardAds: -0.3, chatter: -0.1 }, // value 0.2, gap 0.1
      model: { ...plain, leaveLowValue: 1e3, leaveBase: 0 },
    })
    expect(Object.keys(shares).sort()).toEqual(['chatter', 'hard-ads'])
    expect(shares['hard-ads']).toBeCloseTo(0.75, 4)
  })

  it('of a mute has no share of missing trust', () => {
    // Of who expects nothing, so that muting for no reason is in full.
    const levels = { expectation: 0, trust: 0, fatigue: 0.5 }
    const { shares } = sharesOf({ levels, model: { muteBase: 0.8, muteLowValue: 0 } }, 'muted')
    const ofAds = PARAMETERS.muteFatigue.default * 0.5
    expect(Object.keys(shares).sort()).toEqual(['background', 'hard-ads'])
    expect(shares['hard-ads']).toBeCloseTo(ofAds / (0.8 + ofAds), 5)
  })

  it('for a rival goes to low value: what she gives more is what this group lacks', () => {
    const model = { ...plain, leaveRival: 4, rivalPull: 0 }
    const half = sharesOf({ model, arrange: opening(0.5) }) // draws by 4 × 0.5 × (1 − 0.5)
    expect(Object.keys(half.shares).sort()).toEqual(['background', 'low-value'])
    expect(half.shares['low-value']).toBeCloseTo(1 / 2, 5)
    const { shares, strongest, fact } = sharesOf({ model, arrange: opening(1) })
    expect(shares['low-value']).toBeCloseTo(2 / 3, 5)
    expect([strongest, fact]).toEqual(['low-value', -1])
    expect(sharesOf({ model: { ...model, leaveRival: 0 }, arrange: opening(1) }).shares).toEqual({
      background: 1,
    })
  })

  it('for a rival comes on top of what low value itself is blamed for', () => {
    const { shares } = sharesOf({
      // All that was expected was lost to ads, and the rival draws as much as low value pushes.
      levels: { expectation: 0.3, hardAds: -0.3 },
      model: { ...plain, leaveBase: 0, leaveLowValue: 3, leaveRival: 3, rivalPull: 0 },
      arrange: opening(1),
    })
    expect(Object.keys(shares).sort()).toEqual(['hard-ads', 'low-value'])
    expect(shares['low-value']).toBeCloseTo(0.5, 5)
  })

  it('of a mute has no share of a rival', () => {
    const { shares } = sharesOf({ model: { leaveRival: 1, rivalPull: 0 }, arrange: opening(1) }, 'muted')
    expect(shares).toEqual({ background: 1 })
  })

  it('for bounty hunters goes to the background', () => {
    const { shares } = sharesOf({
      day: 0,
      marks: { source: 2 },
      levels: { fatigue: 1 },
      model: { ...plain, leaveBase: 0.5, leaveFatigue: 0.5, leaveBounty: 2.5, leaveFirstDays: 1.5 },
    })
    // In the hazard the extra of bounty hunters is not multiplied by the factor of the first days.
    expect(shares['background']).toBeCloseTo(1.5 / 2, 5)
    expect(shares['hard-ads']).toBeCloseTo(0.5 / 2, 5)
  })

  it('names the latest ad behind hard ads, the latest message behind chatter, and nothing behind the rest', () => {
    const arrange = (simulation: Simulation) => {
      const actor = markOf(simulation.world, 0, 'person')
      happen(simulation, 'ad-posted', { object: 0 })
      happen(simulation, 'message-posted', { actor, value: 0 })
    }
    const { simulation } = evening({ arrange, model: { leaveBase: 0, muteBase: 0 } })
    const ad = groupMarkOf(simulation.world, 0, 'adFact')
    const message = groupMarkOf(simulation.world, 0, 'messageFact')
    expect(message).toBe(ad + 1)
    const onlyLowValue = { ...plain, leaveBase: 0, leaveLowValue: 1e3 }
    expect(sharesOf({ arrange, levels: { fatigue: 1 }, model: { ...plain, leaveFatigue: 9 } }).fact).toBe(ad)
    expect(sharesOf({ arrange, levels: { expectation: 0.3, chatter: -0.3 }, model: onlyLowValue }).fact).toBe(
      message,
    )
    expect(sharesOf({ arrange, levels: { expectation: 0 }, model: onlyLowValue }).fact).toBe(-1)
    expect(sharesOf({ arrange }).fact).toBe(-1)
  })
})

it('holds each member to her own state: only the tired ones mute', () => {
  const { simulation, muted } = evening({
    model: { muteBase: 0, leaveBase: 0, muteFatigue: 1, leaveFatigue: 0 },
    arrange: ({ world }) => {
      for (const seat of seatsIn(world)) setLevels(world, seat, { fatigue: seat % 3 === 0 ? 1 : 0 })
    },
  })
  const seats = muted.map(({ actor }) => simulation.world.seatOf[actor] as number)
  expect(seats).toEqual(seatsIn(simulation.world).filter((seat) => seat % 3 === 0))
  for (const seat of seats) {
    expect(markOf(simulation.world, seat, 'flags')).toBe(MUTED)
    expect(markOf(simulation.world, seat, 'mutedDay')).toBe(1_000_000)
  }
})

describe('needs', () => {
  const at = (needsMet: number, model = {}) =>
    hazards({ levels: { needsMet }, model: { leaveBase: 0.1, muteBase: 0.1, ...model } })

  it('that are met hold, and unmet ones let go: four of six are usual', () => {
    const leaving = [0, 1, 2, 3, 4, 5, 6].map((met) => at(met).leave)
    expect(leaving).toEqual([...leaving].sort((a, b) => b - a))
    expect(new Set(leaving).size).toBe(7)
    expect(leaving[4]).toBeCloseTo(0.1, 4)
  })

  it('count in part as well', () => {
    expect(at(3.5).leave).toBeCloseTo((at(3).leave + at(4).leave) / 2, 6)
    expect(at(5.25).leave).toBeCloseTo(0.75 * at(5).leave + 0.25 * at(6).leave, 6)
  })

  it('make nobody mute more or less', () => {
    expect(at(6).mute).toBeCloseTo(at(1).mute, 6)
  })

  it('hold nobody and drive nobody away with needs switched off, and half as much with half of it', () => {
    const off = { needsEffect: 0 }
    for (const met of [0, 3, 6]) expect(at(met, off).leave).toBe(at(4).leave)
    expect(at(0, { needsEffect: 0.5 }).leave).toBeCloseTo((at(0).leave + at(4).leave) / 2, 6)
  })
})

describe('friends who left', () => {
  const contagionWeight = 2
  const at = (exposure: number, model = {}) =>
    hazards({ levels: { exposure }, model: { leaveBase: 0.1, muteBase: 0.1, contagionWeight, ...model } })

  it('draw others after them, the more of them there were', () => {
    expect(at(0.5).leave).toBeCloseTo(2 * at(0).leave, 4)
    expect(at(1).leave).toBeGreaterThan(at(0.5).leave)
    expect(at(0.1).leave).toBeGreaterThan(at(0).leave)
    expect(at(0.5).mute).toBeCloseTo(at(0).mute, 6)
  })

  it('draw nobody with contagion switched off', () => {
    expect(at(1, { contagion: 0 })).toEqual(at(0))
  })

  it('are the cause of the part that they add', () => {
    const state = { levels: { exposure: 1 }, model: { leaveBase: 0.1, muteBase: 0.1, contagionWeight } }
    const { facts, left, muted } = evening(state)
    const pulled = contagionWeight / 1.5
    const shares = ofKind(facts, 'blame-shared').filter(({ cause }) => cause === left[0]?.seq)
    expect(shares.map(causeNamed)).toEqual(['tie-left', 'background'])
    expect(shares[0]?.value).toBeCloseTo(pulled / (1 + pulled), 4)
    expect(left.every((fact) => causeNamed(fact) === 'tie-left' && fact.cause === -1)).toBe(true)
    expect(muted.every((fact) => causeNamed(fact) === 'background')).toBe(true)
  })

  it('are known by who had ties to them, and to nobody else', () => {
    const { simulation } = evening({
      model: { leaveBase: 0, muteBase: 0 },
      arrange: (simulation) => {
        const [one, other] = [0, 1].map((seat) => markOf(simulation.world, seat, 'person'))
        happen(simulation, 'tie-changed', { actor: one as number, object: other as number, value: 0.9 })
        setAllLevels(simulation.world, { exposure: 0 })
        happen(simulation, 'member-left', { actor: one as number, object: 11 })
      },
    })
    const exposed = seatsIn(simulation.world).filter(
      (seat) => levelOf(simulation.world, seat, 'exposure') > 0,
    )
    expect(exposed).toContain(1)
    expect(exposed.length).toBeLessThanOrEqual(6)
  })
})

describe('a role', () => {
  it('keeps its holder from leaving and muting', () => {
    const { roleShield } = PARAMETERS
    const { leave, mute } = hazards({ marks: { flags: HELPER } })
    expect(leave / old.leave).toBeCloseTo(1 - roleShield.default, 4)
    expect(mute / old.mute).toBeCloseTo(1 - roleShield.default, 4)
  })

  it('keeps nobody with roles switched off', () => {
    expect(hazards({ marks: { flags: HELPER }, model: { roleEffect: 0 } })).toEqual(old)
  })
})

it('passes nobody over whose draw is below her hazard, whatever adds up to it', () => {
  const states: readonly State[] = [
    { levels: { exposure: 1, needsMet: 0, fatigue: 1, label: 1, trust: 0, expectation: 0 }, day: 0 },
    { levels: { exposure: 1, needsMet: 0.5 }, day: 0, marks: { source: 2 } },
    { levels: { exposure: 1, needsMet: 6, fatigue: 1 }, marks: { source: 2, flags: HELPER } },
    { levels: { exposure: 0.3, needsMet: 5.9, label: 1, expectation: 0 }, day: 3 },
  ]
  for (const { model, ...state } of states) {
    const { simulation, left } = evening({ ...state, model: { leaveBase: 0.01, muteBase: 0, ...model } })
    const hazard = left[0]?.value as number
    const draws = leavingDraws(simulation)
    const expected = seatsIn(simulation.world).filter((seat) => (draws[seat] as number) < hazard)
    expect(left.map(({ actor }) => simulation.world.seatOf[actor])).toEqual(expected)
  }
})

it('is nobody’s where everybody has gone, or nobody ever came', () => {
  expect(evening({ changes: { founders: 0 }, model: { leaveBase: 9 } }).facts).toEqual([])
  expect(evening({ marks: { flags: LEFT }, levels: { exposure: 1 }, model: { leaveBase: 9 } }).facts).toEqual(
    [],
  )
})
