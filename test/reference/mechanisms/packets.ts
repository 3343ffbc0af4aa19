import { NOBODY } from '../reference-facts.ts'
import type { Member } from '../reference-members.ts'
import { draw, memberOf, openersIn, record, type Run } from '../reference-run.ts'

/** How often gifts go round on one day. */
const ROUNDS = 3

/** A packet that lies open in a group. */
interface Packet {
  readonly fact: number
  /** Person who sent it, −1 for the owner. */
  readonly sender: number
  readonly fen: number
  /** How many can take of it. */
  readonly shares: number
}

/** Somebody who took a share of a packet. */
interface Claim {
  readonly taker: Member
  readonly fen: number
  readonly fact: number
}

/** Who takes what, what is passed on, and what it does to those who took. */
export function decideClaims(run: Run): void {
  for (const { number: group, packetFact } of run.groups) {
    let open = packetsToday(run, group)
    if (open.length === 0) continue
    const takers = takersIn(run, group)
    const takings: Claim[] = []
    for (let round = 0; round < ROUNDS; round++) {
      open = open.flatMap((packet, n) => {
        const claims = shareOut(run, { group, packet, takers, number: (round * 100 + n) % 256 })
        takings.push(...claims)
        return passOn(run, { group, packet, claims, number: (round * 100 + n) % 256 })
      })
    }
    for (const taker of takers) {
      if (takings.some((claim) => claim.taker === taker)) decideThanks(run, taker, packetFact)
    }
  }
}

/** What the owner has sent into a group today. */
function packetsToday(run: Run, group: number): Packet[] {
  const yesterday = run.facts.findLastIndex(({ kind }) => kind === 'day-closed')
  return run.facts
    .slice(yesterday + 1)
    .filter((fact) => fact.kind === 'packet-sent' && fact.actor === NOBODY && fact.group === group)
    .map(({ seq, object, value }) => ({
      ...{ fact: seq, sender: NOBODY },
      ...{ fen: Math.round(value * 100), shares: Number(object) },
    }))
}

/** Who is there and quick enough, in the order of drawn times. */
function takersIn(run: Run, group: number): Member[] {
  const timeOf = ({ person }: Member) => draw(run, 'claiming', person, 1)
  return openersIn(run)
    .filter((member) => member.group === group)
    .filter(({ person }) => draw(run, 'claiming', person) < run.town.parameters.packetTakers)
    .sort((a, b) => timeOf(a) - timeOf(b) || a.person - b.person)
}

interface Opening {
  readonly group: number
  readonly packet: Packet
  /** Number of the packet today, for its draws. */
  readonly number: number
}

function shareOut(
  run: Run,
  { group, packet, takers, number }: Opening & { readonly takers: readonly Member[] },
): Claim[] {
  const { packetTie, tieEffect } = run.town.parameters
  const claims: Claim[] = []
  let rest = packet.fen
  for (const taker of takers.filter(({ person }) => person !== packet.sender)) {
    const left = packet.shares - claims.length
    if (left === 0) break
    const { person: actor } = taker
    const fen = shareOf(rest, left, draw(run, 'share', actor, number))
    rest -= fen
    const about = { group, actor, object: packet.sender }
    const fact = record(run, 'packet-claimed', { ...about, value: fen / 100, cause: packet.fact })
    claims.push({ taker, fen, fact })
    const closer = tieEffect * packetTie
    if (closer > 0 && packet.sender !== NOBODY) {
      record(run, 'tie-changed', { ...about, value: closer, cause: fact })
    }
  }
  return claims
}

/** Uniform from one fen to twice the rest ÷ people left, so that a fen stays for everybody; the last takes the rest. */
function shareOf(rest: number, left: number, u: number): number {
  if (left === 1) return rest
  return Math.min(rest - (left - 1), 1 + Math.floor(u * Math.floor((2 * rest) / left)))
}

/** Takers who send a packet of their own, most readily who took most. */
function passOn(
  run: Run,
  { group, packet, claims, number }: Opening & { readonly claims: readonly Claim[] },
): Packet[] {
  const { packetEffect, packetPassedOn, packetPassedOnLuckiest } = run.town.parameters
  const most = Math.max(0, ...claims.map(({ fen }) => fen))
  const gift = Math.max(100, Math.round((2 * packet.fen) / packet.shares))
  const shares = Math.min(packet.shares, gift)
  return claims.flatMap(({ taker: { person: sender }, fen, fact: cause }) => {
    const eager = fen === most ? packetPassedOnLuckiest : packetPassedOn
    if (draw(run, 'passingOn', sender, number) >= packetEffect * eager * (fen / gift)) return []
    const fact = record(run, 'packet-sent', {
      group,
      actor: sender,
      object: shares,
      value: gift / 100,
      cause,
    })
    return [{ fact, sender, fen: gift, shares }]
  })
}

/** A habit, and perhaps a word of thanks, which is a message off topic. */
function decideThanks(run: Run, { person: actor }: Member, cause: number): void {
  const { packetHabit, packetThanks, packetEffect } = run.town.parameters
  const { group, traits, windfall } = memberOf(run, actor)
  const habit = Math.min(1, packetHabit * (packetEffect * (0.4 + 0.6 * traits.windfallLove))) * (1 - windfall)
  if (habit > 0) record(run, 'windfall-changed', { group, actor, object: 'packets', value: habit, cause })
  const thanks = packetThanks * packetEffect * (0.4 + traits.windfallLove)
  if (draw(run, 'claiming', actor, 2) < thanks) record(run, 'message-posted', { group, actor, cause })
}
