// What nobody planned: the owner is away or falls ill, a holiday empties the phones, members quarrel, the purpose
// that people came for ends. Planned shocks come from the scenario (contracts §2); the others at stated rates, so
// that survival is a distribution and not a date (model §4). Their victims are drawn, never chosen.
// Left out: shocks of chance have no seasons and do not depend on how the group is run.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { cut } from '../../model/arithmetic.ts'
import { CAUSE, SHOCK } from '../../model/causes.ts'
import {
  GROUP_MARK,
  GROUP_MARKS,
  isPresent,
  LEVEL,
  LEVELS,
  MARK,
  MARKS,
  MUTED,
  OWNER_MARK,
  TIES,
} from '../../model/world.ts'
import { PURPOSE, uniform } from '../dice.ts'
import { isOwnerAway, type Simulation } from '../simulation.ts'

const NOBODY = -1
const NO_FACT = -1

/** The shocks of today. Whoever one of them takes away is out of reach of the others. */
export function decideShocks(simulation: Simulation): void {
  const gone = new Set<number>()
  decidePlanned(simulation, gone)
  decideIllness(simulation)
  decideHoliday(simulation)
  for (let group = 0; group < simulation.world.setting.groups; group++) {
    decideQuarrel(simulation, group, gone)
    decidePurpose(simulation, group)
  }
}

/** `gone` are the seats that shocks of today have emptied. */
function decidePlanned(simulation: Simulation, gone: Set<number>): void {
  const { town, world, rows } = simulation
  let isExposed = false
  for (const shock of town.scenario.shocks) {
    if (shock.day !== world.day) continue
    const code = SHOCK[shock.kind]
    switch (shock.kind) {
      case 'owner-absent':
      case 'bad-batch':
      case 'intruders':
        record(rows, KIND['shock-struck'], 0, NOBODY, code, shock.days, NO_FACT)
        break
      case 'packets-stop':
        record(rows, KIND['shock-struck'], 0, NOBODY, code, 0, NO_FACT)
        break
      case 'rival-opens':
        record(rows, KIND['shock-struck'], 0, NOBODY, code, shock.appeal, NO_FACT)
        break
      case 'price-exposed':
        // Two exposures of one day tell the same.
        if (!isExposed) decideExposure(simulation, gone)
        isExposed = true
        break
      case 'star-leaves':
        decideStar(simulation, gone)
        break
      case 'migrate':
        decideMigration(simulation, { keeps: shock.keeps, gone })
    }
  }
}

function decideIllness(simulation: Simulation): void {
  const { town, world, rows } = simulation
  if (isOwnerAway(simulation)) return
  const { illnessRate, chanceShocks } = town.parameters
  if (uniform(town.dice, PURPOSE.illness, 0, world.day) >= illnessRate * chanceShocks) return
  const days = 3 + Math.floor(12 * uniform(town.dice, PURPOSE.illness, 0, world.day, 1))
  record(rows, KIND['shock-struck'], 0, NOBODY, SHOCK['owner-ill'], days, NO_FACT)
}

function decideHoliday({ town, world, rows }: Simulation): void {
  if ((world.ownerMarks[OWNER_MARK.holidayUntil] as number) > world.day) return
  const { holidayRate, chanceShocks } = town.parameters
  if (uniform(town.dice, PURPOSE.holiday, 0, world.day) >= holidayRate * chanceShocks) return
  const days = 5 + Math.floor(5 * uniform(town.dice, PURPOSE.holiday, 0, world.day, 1))
  record(rows, KIND['shock-struck'], 0, NOBODY, SHOCK.holiday, days, NO_FACT)
}

/** Fewer people than this have nothing to quarrel about. */
const QUARREL_MEMBERS = 20

function decideQuarrel({ town, world, rows }: Simulation, group: number, gone: ReadonlySet<number>): void {
  const { quarrelRate, quarrelLoss, chanceShocks } = town.parameters
  if ((world.groupMarks[group * GROUP_MARKS + GROUP_MARK.members] as number) < QUARREL_MEMBERS) return
  if (uniform(town.dice, PURPOSE.quarrel, group, world.day) >= quarrelRate * chanceShocks) return
  const fact = record(rows, KIND['shock-struck'], group, NOBODY, SHOCK.quarrel, quarrelLoss, NO_FACT)
  for (let seat = 0; seat < world.seats; seat++) {
    const person = world.marks[seat * MARKS + MARK.person] as number
    if (world.marks[seat * MARKS + MARK.group] !== group) continue
    if (!isPresent(world, seat) || gone.has(seat)) continue
    // Half of those present take it to heart. Index 1 keeps person 0 apart from group 0's own draw.
    if (uniform(town.dice, PURPOSE.quarrel, person, world.day, 1) >= 0.5) continue
    const company = Math.max(0, world.levels[seat * LEVELS + LEVEL.company] as number)
    const belonging = world.levels[seat * LEVELS + LEVEL.belonging] as number
    record(rows, KIND['value-changed'], group, person, CAUSE.quarrel, -quarrelLoss * (company + 0.1), fact)
    const lost = -quarrelLoss * belonging
    if (lost < 0) record(rows, KIND['belonging-changed'], group, person, CAUSE.quarrel, lost, fact)
  }
}

function decidePurpose({ town, world, rows }: Simulation, group: number): void {
  const { purposeRate, purposeLoss, chanceShocks } = town.parameters
  if (world.groupMarks[group * GROUP_MARKS + GROUP_MARK.purposeEnded] === 1) return
  if (uniform(town.dice, PURPOSE.purposeEnds, group, world.day) >= purposeRate * chanceShocks) return
  record(rows, KIND['shock-struck'], group, NOBODY, SHOCK['purpose-ends'], purposeLoss, NO_FACT)
}

/** Chance that somebody present hears of a price that was exposed. */
const HEARS = 0.8
/** A price up to this much above the fair one is nobody's business (B18: 15 %). */
const FAIR = 0.87

/** Members learn that the price is not fair, and lose trust in owner and product by how much it is too high (B18). */
function decideExposure({ town, world, rows }: Simulation, gone: ReadonlySet<number>): void {
  const { priceEffect } = town.parameters
  const fairest = town.scenario.offer.reduce((least, { fairPrice }) => Math.min(least, fairPrice), 1)
  const fact = record(rows, KIND['shock-struck'], 0, NOBODY, SHOCK['price-exposed'], fairest, NO_FACT)
  if (fairest >= FAIR) return
  const loss = Math.min(1, priceEffect * 1.1 * cut(1.8 * (FAIR - fairest)))
  for (let seat = 0; seat < world.seats; seat++) {
    const person = world.marks[seat * MARKS + MARK.person] as number
    const group = world.marks[seat * MARKS + MARK.group] as number
    if (!isPresent(world, seat) || gone.has(seat)) continue
    if (uniform(town.dice, PURPOSE.exposure, person, world.day) >= HEARS) continue
    record(rows, KIND['price-learned'], group, person, -1, 0, fact)
    const trust = world.levels[seat * LEVELS + LEVEL.trust] as number
    const productTrust = world.levels[seat * LEVELS + LEVEL.productTrust] as number
    const cause = CAUSE['price-exposed']
    if (trust * loss > 0) record(rows, KIND['trust-changed'], group, person, cause, -trust * loss, fact)
    const lost = Math.min(1, 0.4 * priceEffect) * productTrust
    if (lost > 0) record(rows, KIND['product-trust-changed'], group, person, cause, -lost, fact)
  }
}

/** The member whom the others are tied to most leaves; where nobody is tied to anybody, the one who wrote most. */
function decideStar(simulation: Simulation, gone: Set<number>): void {
  const { world, rows } = simulation
  const fact = record(rows, KIND['shock-struck'], 0, NOBODY, SHOCK['star-leaves'], 0, NO_FACT)
  const fame = new Float64Array(world.seats)
  for (let slot = 0; slot < world.seats * TIES; slot++) {
    const other = (world.ties[slot] as number) - 1
    if (other >= 0 && isPresent(world, Math.floor(slot / TIES)))
      fame[other]! += world.tieStrengths[slot] as number
  }
  let star = -1
  let most = -1
  for (let seat = 0; seat < world.seats; seat++) {
    const known = (fame[seat] as number) + 1e-6 * (world.marks[seat * MARKS + MARK.posts] as number)
    if (!isPresent(world, seat) || gone.has(seat) || known <= most) continue
    star = seat
    most = known
  }
  if (star < 0) return
  gone.add(star)
  decideDeparture(simulation, { seat: star, cause: CAUSE.background, chance: 1, fact })
}

/** The community moves to another tool: those for whom it is worth the trouble come along (A11). */
function decideMigration(
  simulation: Simulation,
  { keeps, gone }: { readonly keeps: number; readonly gone: Set<number> },
): void {
  const { town, world, rows } = simulation
  const fact = record(rows, KIND['shock-struck'], 0, NOBODY, SHOCK.migrate, keeps, NO_FACT)
  for (let seat = 0; seat < world.seats; seat++) {
    if (!isPresent(world, seat) || gone.has(seat)) continue
    const person = world.marks[seat * MARKS + MARK.person] as number
    const isMuted = ((world.marks[seat * MARKS + MARK.flags] as number) & MUTED) !== 0
    const belonging = world.levels[seat * LEVELS + LEVEL.belonging] as number
    const comes = cut(keeps * (isMuted ? 0.55 : 1) * (0.8 + 0.4 * belonging))
    if (uniform(town.dice, PURPOSE.migration, person, world.day) < comes) continue
    gone.add(seat)
    decideDeparture(simulation, { seat, cause: CAUSE.migration, chance: 1 - comes, fact })
  }
}

interface Blow {
  readonly seat: number
  readonly cause: number
  /** Chance that she was to leave, 0–1. */
  readonly chance: number
  readonly fact: number
}

function decideDeparture({ world, rows }: Simulation, { seat, cause, chance, fact }: Blow): void {
  const person = world.marks[seat * MARKS + MARK.person] as number
  const group = world.marks[seat * MARKS + MARK.group] as number
  const left = record(rows, KIND['member-left'], group, person, cause, chance, fact)
  record(rows, KIND['blame-shared'], group, person, cause, 1, left)
}
