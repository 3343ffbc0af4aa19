// The worked example of CONTRIBUTING: a new mechanism, as somebody would write it first. Once a week the owner greets each
// member by name, and she trusts a little more. Assumption: nobody has measured it.

import { applyFrom, type Simulation } from '../../sim/engine/simulation.ts'
import { KIND } from '../../sim/events/kinds.ts'
import { record } from '../../sim/events/rows.ts'
import { CAUSE } from '../../sim/model/causes.ts'
import { isPresent, LEVEL, LEVELS, MARK, MARKS } from '../../sim/model/world.ts'

const WEEK = 7
/** Share of the trust that is missing which a greeting makes up. */
const GREETING = 0.5

/** Who is greeted today, and what it does. */
export function decideGreetings({ world, rows }: Simulation): void {
  greet({ world, rows }, (trust) => GREETING * (1 - trust))
}

/** The same with a fault: however much somebody trusts already, a greeting adds as much again. */
export function decideGreetingsWithoutCeiling({ world, rows }: Simulation): void {
  greet({ world, rows }, () => GREETING)
}

/** The same with another fault: whom the owner thinks of is left to a dice that nobody can roll again. */
export function decideGreetingsByChance(simulation: Simulation): void {
  if (Math.random() < 0.5) decideGreetings(simulation)
}

/** The same with a third: it writes the world itself, and a log does not know. */
export function decideGreetingsAtOnce(simulation: Simulation): void {
  const from = simulation.rows.count
  decideGreetings(simulation)
  applyFrom(simulation, from)
  simulation.rows.count = from
}

function greet({ world, rows }: Pick<Simulation, 'world' | 'rows'>, gainOf: (trust: number) => number): void {
  const { levels, marks, day } = world
  for (let seat = 0; seat < world.seats; seat++) {
    const person = marks[seat * MARKS + MARK.person] as number
    const group = marks[seat * MARKS + MARK.group] as number
    if (!isPresent(world, seat) || (person + day) % WEEK !== 0) continue
    const gained = gainOf(levels[seat * LEVELS + LEVEL.trust] as number)
    if (gained > 0) record(rows, KIND['trust-changed'], group, person, CAUSE.answers, gained, -1)
  }
}
