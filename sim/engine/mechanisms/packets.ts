// Red packets: whoever is there takes a share of each, in the order of drawn times, until it is empty; the split is the
// published one, uniform on [0.01, 2 × rest ÷ people left] (R7). Part of it is passed on, mainly by more people giving,
// the luckiest more (K4). Takers say thanks, grow fond of packets, and miss them later; trust does not move (C12).
// Whether a member's packet ties its takers is contested, and one parameter (X5). Simplified: packets of a day are
// opened together, and gifts go round at most three times.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { CAUSE, COST } from '../../model/causes.ts'
import { TRAIT } from '../../model/person.ts'
import {
  GROUP_MARK,
  GROUP_MARKS,
  isPresent,
  LEVEL,
  LEVELS,
  MARK,
  MARKS,
  OWNER_MARK,
} from '../../model/world.ts'
import { countOn } from '../../scenario/fraction.ts'
import type { Phase } from '../../scenario/scenario.ts'
import { PURPOSE, uniform } from '../dice.ts'
import { spendToday, type Purse } from '../purse.ts'
import { isOwnerAway, ownerEffort, phaseToday, type Simulation } from '../simulation.ts'

const OWNER = -1
const OFF_TOPIC = 0
/** How often gifts go round on one day. */
const ROUNDS = 3

/** Whom the owner can send to, and from what. */
interface Giving {
  /** Groups in the order of the day: when cash runs short, it is the last of them that go without. */
  readonly order: readonly number[]
  readonly purse: Purse
}

/** The packets that the owner sends this morning. A tired owner still sends some: it is the easiest thing to do. */
export function decidePackets(simulation: Simulation, { order, purse }: Giving): void {
  const { world, town, rows } = simulation
  if (isOwnerAway(simulation) || (world.ownerMarks[OWNER_MARK.packetsStopped] as number) === 1) return
  const phase = phaseToday(simulation)
  const { perDay, amount } = phase.redPackets
  const shares = sharesOf(phase)
  const planned = countOn(world.day, phase.from, perDay)
  if (planned === 0) return
  const done = 0.3 + 0.7 * ownerEffort(simulation)
  for (const group of order) {
    for (let packet = 0; packet < planned; packet++) {
      const number = group * 1000 + packet
      if (uniform(town.dice, PURPOSE.sending, number, world.day) >= done) continue
      if (!spendToday(purse, amount)) return
      const fact = record(rows, KIND['packet-sent'], group, OWNER, shares, amount, -1)
      record(rows, KIND['cost-paid'], group, OWNER, COST.packets, amount, fact)
    }
  }
}

/** How many can take from a packet: as planned, but nobody less than a fen. */
function sharesOf({ redPackets: { amount, shares } }: Phase): number {
  return Math.min(shares, Math.round(amount * 100))
}

/** A packet that lies open in a group. */
interface Packet {
  readonly fact: number
  /** Person who sent it, −1 for the owner. */
  readonly sender: number
  /** Fen in it, and people who can take a share. */
  readonly fen: number
  readonly shares: number
}

/** Somebody who is there to take a share. */
interface Taker {
  readonly seat: number
  readonly person: number
  /** When in the day she is there, 0–1. */
  readonly time: number
  /** How much she loves windfalls, 0–1. */
  readonly windfallLove: number
}

/** Who takes what from today's packets, what is passed on, and what it does to those who took. */
export function decideClaims(simulation: Simulation): void {
  const { world } = simulation
  for (let group = 0; group < world.setting.groups; group++) {
    const packets = packetsOf(simulation, group)
    if (packets.length === 0) continue
    const takers = takersOf(simulation, group)
    const lucky = new Set<Taker>()
    let open: readonly Packet[] = packets
    for (let round = 0; round < ROUNDS && open.length > 0; round++) {
      open = open.flatMap((packet, n) =>
        openPacket(simulation, { group, packet, number: round * 100 + n, takers, lucky }),
      )
    }
    for (const taker of takers) if (lucky.has(taker)) decideThanks(simulation, group, taker)
  }
}

/** Facts that each of the owner's packets is recorded with: itself and what it cost. A group's stand together. */
const ROWS_A_PACKET = 2

/** The owner's packets of today stand in the world: their number, shares and amount are those of the plan. */
function packetsOf(simulation: Simulation, group: number): Packet[] {
  const { world } = simulation
  const at = group * GROUP_MARKS
  const count = world.groupMarks[at + GROUP_MARK.packets] as number
  if (count === 0) return []
  const phase = phaseToday(simulation)
  const shares = sharesOf(phase)
  const fen = Math.round(phase.redPackets.amount * 100)
  const last = world.groupMarks[at + GROUP_MARK.packetFact] as number
  return Array.from({ length: count }, (_, packet) => ({
    fact: last - ROWS_A_PACKET * (count - 1 - packet),
    sender: OWNER,
    fen,
    shares,
  }))
}

/** Those who opened today and are quick enough, in the order of their drawn times. */
function takersOf({ world, town, people }: Simulation, group: number): Taker[] {
  const takers: Taker[] = []
  for (let seat = 0; seat < world.seats; seat++) {
    const markAt = seat * MARKS
    if (world.marks[markAt + MARK.group] !== group || world.marks[markAt + MARK.openedDay] !== world.day)
      continue
    if (!isPresent(world, seat)) continue
    const person = world.marks[markAt + MARK.person] as number
    if (uniform(town.dice, PURPOSE.claiming, person, world.day) >= town.parameters.packetTakers) continue
    const time = uniform(town.dice, PURPOSE.claiming, person, world.day, 1)
    const windfallLove = people.traits[seat * people.stride + TRAIT.windfallLove] as number
    takers.push({ seat, person, time, windfallLove })
  }
  return takers.sort((a, b) => a.time - b.time || a.person - b.person)
}

interface Opening {
  readonly group: number
  readonly packet: Packet
  /** Number of the packet today, for its draws. */
  readonly number: number
  readonly takers: readonly Taker[]
  /** Those who have taken something today: whoever does is put on it. */
  readonly lucky: Set<Taker>
}

/** Shares a packet out; returns the packets that its takers pass on. */
function openPacket(simulation: Simulation, { group, packet, number, takers, lucky }: Opening): Packet[] {
  const { world, town, rows } = simulation
  const claims: { readonly taker: Taker; readonly fen: number; readonly fact: number }[] = []
  let rest = packet.fen
  for (const taker of takers) {
    const left = packet.shares - claims.length
    if (left === 0 || rest < left) break
    if (taker.person === packet.sender) continue
    const u = uniform(town.dice, PURPOSE.share, taker.person, world.day, number % 256)
    const fen = shareOf(rest, left, u)
    rest -= fen
    const fact = record(
      rows,
      KIND['packet-claimed'],
      group,
      taker.person,
      packet.sender,
      fen / 100,
      packet.fact,
    )
    claims.push({ taker, fen, fact })
    lucky.add(taker)
    decideTie(simulation, group, packet, { taker, fact })
  }
  const luckiest = claims.reduce((most, { fen }) => Math.max(most, fen), 0)
  const gift = Math.max(100, Math.round((2 * packet.fen) / packet.shares))
  const { packetPassedOn, packetPassedOnLuckiest, packetEffect } = town.parameters
  return claims.flatMap(({ taker, fen, fact }) => {
    const eagerness = fen === luckiest ? packetPassedOnLuckiest : packetPassedOn
    const chance = packetEffect * eagerness * (fen / gift)
    if (uniform(town.dice, PURPOSE.passingOn, taker.person, world.day, number % 256) >= chance) return []
    const shares = Math.min(packet.shares, gift)
    const sent = record(rows, KIND['packet-sent'], group, taker.person, shares, gift / 100, fact)
    return [{ fact: sent, sender: taker.person, fen: gift, shares }]
  })
}

/** A share in fen: uniform on [1, 2 × rest ÷ people left], the last one takes what is left; a fen stays for each. */
function shareOf(rest: number, left: number, u: number): number {
  if (left === 1) return rest
  const most = Math.floor((2 * rest) / left)
  return Math.min(rest - (left - 1), 1 + Math.floor(u * most))
}

interface Claim {
  readonly taker: Taker
  readonly fact: number
}

/** A member's packet may tie its takers to her, where one believes that packets tie (off by default). */
function decideTie(
  { town, rows }: Simulation,
  group: number,
  { sender }: Packet,
  { taker, fact }: Claim,
): void {
  const closer = town.parameters.tieEffect * town.parameters.packetTie
  if (closer === 0 || sender < 0) return
  record(rows, KIND['tie-changed'], group, taker.person, sender, closer, fact)
}

/** What a day with a packet does to one who took: a habit, and perhaps a word of thanks. */
function decideThanks(simulation: Simulation, group: number, taker: Taker): void {
  const { world, town, rows } = simulation
  const { packetHabit, packetThanks, packetEffect } = town.parameters
  const fact = world.groupMarks[group * GROUP_MARKS + GROUP_MARK.packetFact] as number
  const eager = packetEffect * (0.4 + 0.6 * taker.windfallLove)
  const habit = world.levels[taker.seat * LEVELS + LEVEL.windfall] as number
  const gained = Math.min(1, packetHabit * eager) * (1 - habit)
  if (gained > 0) record(rows, KIND['windfall-changed'], group, taker.person, CAUSE.packets, gained, fact)
  const thanks = packetThanks * packetEffect * (0.4 + taker.windfallLove)
  if (uniform(town.dice, PURPOSE.claiming, taker.person, world.day, 2) >= thanks) return
  record(rows, KIND['message-posted'], group, taker.person, -1, OFF_TOPIC, fact)
}
