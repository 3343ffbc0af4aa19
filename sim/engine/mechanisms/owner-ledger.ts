// The owner's ledger at the end of the day: hours, margin, and what both do to energy. Work drains it; margin and
// thanks refill it, so that without a return carrier the energy goes (R10, S06, A40).
// Simplified: margin is smoothed over about a month; the owner's private life is in the shocks.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { saturate } from '../../model/arithmetic.ts'
import { CAUSE } from '../../model/causes.ts'
import { BOOK, GROUP_MARK, GROUP_MARKS, OWNER_LEVEL, OWNER_MARK } from '../../model/world.ts'
import type { Phase } from '../../scenario/scenario.ts'
import type { Parameters } from '../../model/parameters.ts'
import { hoursOfOrders } from '../service.ts'
import { helpersCare, isOwnerAway, ownerEffort, phaseToday, type Simulation } from '../simulation.ts'

const OWNER = -1

/** Hours for looking in, a post of quality 1, an ad, a packet, an answer, keeping order a member, a meeting: assumptions (S06, S08, S20). */
const HOURS = {
  presence: 0.3,
  post: 0.45,
  ad: 0.05,
  packet: 0.03,
  answer: 0.02,
  orderPerMember: 0.004,
  meeting: 3,
} as const

/** Hours that a post of full quality takes: less where it is picked from elsewhere (A14). */
function hoursOfPost({ content }: Phase, { curationEffect, curatedSaving }: Parameters): number {
  return HOURS.post * content.quality * (1 - curationEffect * curatedSaving * content.curated)
}

/** Share of the smoothed margin that a new day makes up: about a month. */
const MARGIN_STEP = 0.033

/** Hours that a day's posts and ads take in one group. */
export function hoursPlanned(phase: Phase, posts: number, parameters: Parameters): number {
  return HOURS.presence + posts * hoursOfPost(phase, parameters)
}

/** Hours, margin and energy of today. */
export function decideOwnerLedger(simulation: Simulation): void {
  const { rows, town, world } = simulation
  const hours = hoursWorked(simulation)
  const worked = hours > 0 ? record(rows, KIND['hours-worked'], 0, OWNER, -1, hours, -1) : -1
  const before = world.ownerLevels[OWNER_LEVEL.margin] as number
  const margin = before + MARGIN_STEP * ((world.books[BOOK.today] as number) / 100 - before)
  if (margin !== before) record(rows, KIND['margin-drawn'], 0, OWNER, -1, margin, -1)
  const { parameters } = town
  const energy = world.ownerLevels[OWNER_LEVEL.energy] as number
  // Margin first; thanks fill what room is left, so that energy never exceeds 1.
  const room = 1 - energy
  const fromMargin = Math.min(
    room,
    parameters.energyOfMargin * room * saturate(margin, parameters.energyMarginHalf),
  )
  const fromThanks = parameters.energyOfThanks * room * saturate(thanks(simulation), 15)
  const changes = [
    [CAUSE.work, -energy * Math.min(1, parameters.ownerFatigue * parameters.energyPerHour * hours)],
    [CAUSE.margin, fromMargin],
    [CAUSE.thanks, Math.min(1 - Math.fround(energy + Math.fround(fromMargin)), fromThanks)],
  ] as const
  let after = energy
  let fact = -1
  for (const [cause, change] of changes) {
    if (change === 0) continue
    fact = record(rows, KIND['energy-changed'], 0, OWNER, cause, change, worked)
    after = Math.fround(after + Math.fround(change))
  }
  decideTiredness(simulation, after, fact)
}

function hoursWorked(simulation: Simulation): number {
  if (isOwnerAway(simulation)) return 0
  const { world } = simulation
  const phase = phaseToday(simulation)
  const effort = ownerEffort(simulation)
  const { parameters } = simulation.town
  const perPost = hoursOfPost(phase, parameters)
  let hours = HOURS.presence
  for (let group = 0; group < world.setting.groups; group++) {
    const at = group * GROUP_MARKS
    hours +=
      perPost *
        ((world.groupMarks[at + GROUP_MARK.items] as number) -
          (world.groupMarks[at + GROUP_MARK.memberItems] as number)) +
      HOURS.ad * (world.groupMarks[at + GROUP_MARK.ads] as number) +
      HOURS.packet * (world.groupMarks[at + GROUP_MARK.packets] as number) +
      HOURS.meeting * (world.groupMarks[at + GROUP_MARK.meetings] as number) +
      HOURS.answer * (world.groupMarks[at + GROUP_MARK.ownAnswers] as number) +
      HOURS.orderPerMember *
        phase.moderation *
        effort *
        (1 - parameters.roleRelief * helpersCare(simulation, group)) *
        (world.groupMarks[at + GROUP_MARK.members] as number) +
      hoursOfOrders(simulation, group, world.groupMarks[at + GROUP_MARK.orders] as number)
  }
  return hours
}

/** Signs that it is worth it: talk on topic, own answers, good experiences. */
function thanks({ world }: Simulation): number {
  let sum = world.ownerMarks[OWNER_MARK.experiences] as number
  for (let group = 0; group < world.setting.groups; group++) {
    const at = group * GROUP_MARKS
    sum += 0.1 * (world.groupMarks[at + GROUP_MARK.onTopic] as number)
    sum += 0.3 * (world.groupMarks[at + GROUP_MARK.ownAnswers] as number)
  }
  return sum
}

function decideTiredness({ town, world, rows }: Simulation, energy: number, fact: number): void {
  const { tiredBelow, freshAbove } = town.parameters
  const isTired = world.ownerMarks[OWNER_MARK.isTired] === 1
  if (!isTired && energy < tiredBelow) record(rows, KIND['owner-tired'], 0, OWNER, -1, energy, fact)
  if (isTired && energy > (tiredBelow + freshAbove) / 2) {
    record(rows, KIND['owner-recovered'], 0, OWNER, -1, energy, fact)
  }
}
