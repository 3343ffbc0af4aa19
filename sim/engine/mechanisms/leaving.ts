// Members mute before they leave. Both are hazards, never thresholds (R5): fatigue, the commercial label, low value,
// overload and missing trust push; belonging and ties hold (R8, R9). What the hazard of the day consisted of is written down with the
// fact, so that the shares of a departure add up to 1. Newcomers and bounty hunters leave most (S19).
// Unmet needs weaken whatever holds (R14, E27), and people follow friends who left. Simplified: no cooling-off, no return.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { saturate } from '../../model/arithmetic.ts'
import { CAUSE, DEPARTURE_CAUSES, SOURCE } from '../../model/causes.ts'
import type { Parameters } from '../../model/parameters.ts'
import { TRAIT } from '../../model/person.ts'
import {
  GROUP_MARK,
  GROUP_MARKS,
  HELPER,
  LEFT,
  LEVEL,
  LEVELS,
  MARK,
  MARKS,
  MUTED,
  OWNER_LEVEL,
  type World,
} from '../../model/world.ts'
import { leavingDraws } from '../daily-draws.ts'
import { messagesToday } from '../feed.ts'
import type { Simulation } from '../simulation.ts'

/** Trust below which the owner is not trusted at all. */
const NO_TRUST = Math.fround(0.04) // as scores are stored

/** Who mutes and who leaves today: one draw, of which leaving takes the first part and muting the next. */
export function decideLeaving(simulation: Simulation): void {
  const { world, town, people } = simulation
  const { parameters, patient } = town
  const { levels, marks, day } = world
  const { traits, stride } = people
  const draws = leavingDraws(simulation)
  const muting = mutingWeights(parameters)
  const appeal = world.ownerLevels[OWNER_LEVEL.rival] as number
  const leaving = leavingWeights(parameters, appeal)
  const messages = new Float64Array(world.setting.groups)
  for (let group = 0; group < messages.length; group++) messages[group] = messagesToday(world, group)
  // `+` says once that this is a number: a compiler that is not told checks it again at every seat.
  const patience = +patient
  // Where a rival beckons, more is wanted of this group (B17).
  const line = parameters.lowValueLine + parameters.rivalPull * appeal
  const belongingShield = +parameters.belongingShield
  const tieShield = parameters.tieEffect * parameters.tieShield
  const mutedLeaving = +parameters.mutedLeaving
  const leaveFirstDays = +parameters.leaveFirstDays
  const leaveBounty = +parameters.leaveBounty
  const contagion = parameters.contagion * parameters.contagionWeight
  const roleShield = parameters.roleEffect * parameters.roleShield
  const ofNeeds = factorsOfNeeds(parameters)
  // The most that a hazard can come to before value, ties and the feed are looked at: most draws lie above it, and nothing
  // more needs to be known. The loop is hot: scalars only, and what a hazard consists of is worked out for those alone
  // whom it strikes.
  const most = (1 + contagion) / patience
  const restOfMuting = (muting.base + muting.lowValue + muting.overload) / patience
  const mutingPerFatigue = muting.fatigue / patience
  const mutingPerLabel = muting.label / patience
  const restOfLeaving = restOf(leaving)
  const leavingPerFatigue = +leaving.fatigue
  const leavingPerLabel = +leaving.label
  for (let seat = 0; seat < world.seats; seat++) {
    const markAt = seat * MARKS
    const flags = marks[markAt + MARK.flags] as number
    if ((flags & LEFT) !== 0) continue
    const at = seat * LEVELS
    const fatigue = levels[at + LEVEL.fatigue] as number
    const label = levels[at + LEVEL.label] as number
    const u = draws[seat] as number
    // Between two whole numbers of needs the factor lies on the line between theirs.
    const met = levels[at + LEVEL.needsMet] as number
    const whole = Math.floor(met)
    const below = ofNeeds[whole] as number
    const needs = below + (met - whole) * ((ofNeeds[whole + 1] as number) - below)
    const isMuted = (flags & MUTED) !== 0
    const age = day - (marks[markAt + MARK.joinedDay] as number)
    const young = 1 + leaveFirstDays / (1 + age / 10)
    const ofBounty = marks[markAt + MARK.source] === SOURCE.bounty ? leaveBounty : 0
    const mostMuting = isMuted ? 0 : restOfMuting + mutingPerFatigue * fatigue + mutingPerLabel * label
    const ofLeaving = restOfLeaving + leavingPerFatigue * fatigue + leavingPerLabel * label
    const mostLeaving = needs * (isMuted ? mutedLeaving : 1) * most * (young * ofLeaving + ofBounty)
    // A little more, because the hazard itself is summed up in another order.
    if (u >= 1.000001 * (mostMuting + mostLeaving)) continue
    // The sum of the stocks is expectedValue, written out: called from here it would box its result.
    const stocks =
      (levels[at] as number) +
      (levels[at + 1] as number) +
      (levels[at + 2] as number) +
      (levels[at + 3] as number) +
      (levels[at + 4] as number) +
      (levels[at + 5] as number) +
      (levels[at + 6] as number) +
      (levels[at + 7] as number) +
      (levels[at + 8] as number)
    const value = stocks > 0 ? stocks : 0
    const missing = line - value
    const lowValue = missing > 0 ? (missing / line) * (missing / line) : 0
    const dull = value < 1 ? 1 - value : 0
    const distrust = (levels[at + LEVEL.trust] as number) < NO_TRUST ? 1 : 0
    let overload = 0
    if (marks[markAt + MARK.openedDay] === day) {
      const excess =
        (messages[marks[markAt + MARK.group] as number] as number) /
          (traits[seat * stride + TRAIT.attention] as number) -
        1
      if (excess > 0) overload = saturate(excess, 2)
    }
    const hold =
      ((1 - belongingShield * (levels[at + LEVEL.belonging] as number)) *
        (1 - tieShield * (levels[at + LEVEL.held] as number))) /
      patience
    const bounty = ofBounty / (1 + age / 20) / young
    const kept = (flags & HELPER) === 0 ? 1 : 1 - roleShield
    const pulled = contagion * saturate(levels[at + LEVEL.exposure] as number, 0.5)
    const leaveHazard =
      hold *
      kept *
      needs *
      (isMuted ? mutedLeaving : 1) *
      young *
      (1 + pulled) *
      (leaving.base +
        leaving.fatigue * fatigue +
        leaving.label * label +
        leaving.lowValue * lowValue +
        leaving.overload * overload +
        leaving.distrust * distrust +
        leaving.rival * dull +
        bounty)
    const muteHazard = isMuted
      ? 0
      : hold *
        kept *
        (muting.base * dull +
          muting.fatigue * fatigue +
          muting.label * label +
          muting.lowValue * lowValue +
          muting.overload * overload)
    if (u >= leaveHazard + muteHazard) continue
    const push: Push = { fatigue, label, lowValue, overload, distrust, rival: dull }
    if (u < leaveHazard) {
      const kind = KIND['member-left']
      recordWithBlame(simulation, seat, {
        kind,
        hazard: leaveHazard,
        push,
        weights: leaving,
        bounty,
        line,
        pulled,
      })
    } else {
      const kind = KIND['member-muted']
      recordWithBlame(simulation, seat, {
        kind,
        hazard: muteHazard,
        push,
        weights: { ...muting, base: muting.base * dull },
        bounty: 0,
        line,
        pulled: 0,
      })
    }
  }
}

/** How much more than usual somebody leaves of whose six needs 0, 1, … 6 are met: four is usual (R14, E27). */
const LEAVING_OF_NEEDS = [5.5, 5, 4, 2, 1, 0.35, 0.1]

/** The same with the mechanism weakened; the last number stands twice, so that 6 has a next one too. */
function factorsOfNeeds({ needsEffect }: Parameters): Float64Array {
  const factors = Float64Array.from(LEAVING_OF_NEEDS, (factor) => 1 + needsEffect * (factor - 1))
  return Float64Array.of(...factors, factors[6] as number)
}

/** What pushes a member today, each 0–1. */
interface Push {
  readonly fatigue: number
  readonly label: number
  readonly lowValue: number
  readonly overload: number
  readonly distrust: number
  /** How much more a rival could give. */
  readonly rival: number
}

/** Hazard a day at a full push of each sort. */
interface Weights extends Push {
  readonly base: number
}

function mutingWeights(parameters: Parameters): Weights {
  return {
    base: parameters.muteBase,
    fatigue: parameters.muteFatigue,
    label: parameters.muteLabel,
    lowValue: parameters.muteLowValue,
    overload: parameters.muteOverload,
    distrust: 0,
    rival: 0,
  }
}

function leavingWeights(parameters: Parameters, appeal: number): Weights {
  return {
    base: parameters.leaveBase,
    fatigue: parameters.leaveFatigue,
    label: parameters.leaveLabel,
    lowValue: parameters.leaveLowValue,
    overload: parameters.leaveOverload,
    distrust: parameters.leaveNoTrust,
    rival: parameters.leaveRival * appeal,
  }
}

/** What can push besides fatigue and label. */
function restOf({ base, lowValue, overload, distrust, rival }: Weights): number {
  return base + lowValue + overload + distrust + rival
}

interface Departure {
  readonly kind: number
  /** Chance of the day, as it was drawn against. */
  readonly hazard: number
  readonly push: Push
  readonly weights: Weights
  /** Extra push of bounty hunters, on the scale of the weights. */
  readonly bounty: number
  /** Expected value below which low value begins. */
  readonly line: number
  /** How much more those leave whose friends left: on top of 1. */
  readonly pulled: number
}

/** The fact, with its strongest cause, and a row for each share of the hazard. */
function recordWithBlame({ world, rows }: Simulation, seat: number, departure: Departure): void {
  const person = world.marks[seat * MARKS + MARK.person] as number
  const group = world.marks[seat * MARKS + MARK.group] as number
  const parts = partsOf(world, seat, departure)
  let strongest: number = CAUSE.background
  let total = 0
  for (let cause = 0; cause < DEPARTURE_CAUSES; cause++) {
    total += parts[cause] as number
    if ((parts[cause] as number) > (parts[strongest] as number)) strongest = cause
  }
  const hazard = Math.min(1, departure.hazard)
  const fact = record(
    rows,
    departure.kind,
    group,
    person,
    strongest,
    hazard,
    factBehind(world, group, strongest),
  )
  for (let cause = 0; cause < DEPARTURE_CAUSES; cause++) {
    const part = parts[cause] as number
    if (part > 0) record(rows, KIND['blame-shared'], group, person, cause, part / total, fact)
  }
}

/** Room for the parts of one hazard at a time. */
const PARTS = new Float64Array(DEPARTURE_CAUSES)

/**
 * The parts of a hazard by cause code. Low value is divided between what ads, chatter and overload have cost, a
 * quarrel, and plain lack of anything useful, as the stocks of value stand.
 */
function partsOf(
  world: World,
  seat: number,
  { push, weights, bounty, line, pulled }: Departure,
): Float64Array {
  const at = seat * LEVELS
  const parts = PARTS.fill(0)
  parts[CAUSE.background] = weights.base + bounty
  parts[CAUSE['hard-ads']] = weights.fatigue * push.fatigue + weights.label * push.label
  parts[CAUSE.overload] = weights.overload * push.overload
  parts[CAUSE['broken-trust']] = weights.distrust * push.distrust
  // What a rival gives more is what this group lacks.
  const lure = weights.rival * push.rival
  parts[CAUSE['low-value']] = lure
  const low = weights.lowValue * push.lowValue
  const sum =
    weights.base +
    bounty +
    parts[CAUSE['hard-ads']]! +
    parts[CAUSE.overload]! +
    parts[CAUSE['broken-trust']]! +
    lure +
    low
  parts[CAUSE['tie-left']] = pulled * sum
  if (low === 0) return parts
  const loss = (level: number) => Math.max(0, -(world.levels[at + level] as number))
  const [ads, chatter, overload, quarrel, packets] = [
    loss(LEVEL.hardAds),
    loss(LEVEL.chatter),
    loss(LEVEL.overload),
    loss(LEVEL.quarrel),
    loss(LEVEL.packets),
  ]
  const losses = ads + chatter + overload + quarrel + packets
  const gap = line * Math.sqrt(push.lowValue)
  const lacking = Math.max(0, gap - losses)
  const each = low / (losses + lacking)
  parts[CAUSE['hard-ads']]! += each * ads
  parts[CAUSE.chatter]! += each * chatter
  parts[CAUSE.packets]! += each * packets
  parts[CAUSE.overload]! += each * overload
  parts[CAUSE.background]! += each * quarrel
  parts[CAUSE['low-value']]! += each * lacking
  return parts
}

/** The latest fact of the kind that the strongest cause is made of; −1 where there is none. */
function factBehind(world: World, group: number, cause: number): number {
  const at = group * GROUP_MARKS
  if (cause === CAUSE['hard-ads']) return world.groupMarks[at + GROUP_MARK.adFact] as number
  if (cause === CAUSE.packets) return world.groupMarks[at + GROUP_MARK.packetFact] as number
  if (cause === CAUSE.chatter || cause === CAUSE.overload) {
    return world.groupMarks[at + GROUP_MARK.messageFact] as number
  }
  return -1
}
