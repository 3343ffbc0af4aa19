import { ROLE } from '../../model/needs.ts'
import { SHOCK } from '../../model/causes.ts'
import { editScenario } from '../../scenario/edit.ts'
import type { Phase, Scenario } from '../../scenario/scenario.ts'
import { ofKind, type Fact } from '../facts.ts'
import { mustHold } from '../must-hold.ts'
import { daysOf, told, type History } from './history.ts'
import type { Law } from './law.ts'
import { aRush, lawOfHistories } from './of-histories.ts'

// What people and owner can do at all: with whom, after what, and how much of it.

const orders = lawOfHistories(
  null,
  'nobody orders again before she has tried what she ordered, and each order is tried once',
  ({ facts }) => {
    const waiting = new Map<number, number>()
    for (const fact of facts) {
      if (fact.kind === 'order-placed') {
        mustHold(!waiting.has(fact.actor), () => `the order before must have been tried, got ${told(fact)}`)
        waiting.set(fact.actor, fact.seq)
      } else if (fact.kind === 'product-tried') {
        const order = waiting.get(fact.actor)
        mustHold(order === fact.cause, () => `${told(fact)} must be of order ${String(order)}`)
        waiting.delete(fact.actor)
      }
    }
  },
  aRush,
)

/** What nobody does who has not looked in on that day. */
const OF_READERS: readonly Fact['kind'][] = [
  ...(['message-posted', 'reply-given', 'favour-done', 'packet-claimed', 'packet-sent'] as const),
  ...(['order-placed', 'invitation-sent', 'checked-in', 'check-in-stopped'] as const),
]

const readers = lawOfHistories(
  null,
  'who writes, answers, takes, gives, buys, invites or checks in has looked in on that day',
  (history) => {
    for (const facts of daysOf(history)) {
      const looked = new Set<number>()
      for (const fact of facts) {
        if (fact.kind === 'feed-read') looked.add(fact.actor)
        const needs = fact.actor >= 0 && OF_READERS.includes(fact.kind)
        mustHold(!needs || looked.has(fact.actor), () => `who acts must have looked in, got ${told(fact)}`)
      }
    }
  },
)

/** What takes two. */
const OF_TWO: readonly Fact['kind'][] = [
  ...(['reply-given', 'favour-done', 'tie-changed', 'invitation-sent', 'packet-claimed'] as const),
]

const others = lawOfHistories(
  null,
  'nobody answers, helps, knows, invites or treats herself',
  ({ facts }) => {
    for (const fact of facts) {
      const isAlone = OF_TWO.includes(fact.kind) && fact.actor === fact.object
      mustHold(!isAlone, () => `it takes two, got ${told(fact)}`)
    }
  },
)

const homes = lawOfHistories(null, 'what is about a member is written down with her group', ({ facts }) => {
  const homeOf = new Map<number, number>()
  for (const fact of facts) {
    if (fact.kind === 'member-joined') homeOf.set(fact.actor, fact.group)
    const home = homeOf.get(fact.actor) ?? fact.group
    mustHold(fact.group === home, () => `the group must be ${home}, got ${told(fact)}`)
  }
})

/** What only an owner does who is there. */
const OF_OWNER: readonly Fact['kind'][] = [
  ...(['content-posted', 'ad-posted', 'packet-sent', 'reply-given', 'cue-given', 'meeting-held'] as const),
]

const absence = lawOfHistories(
  null,
  'an owner who is away posts, sends, answers and holds nothing',
  (history) => {
    let awayUntil = 0
    daysOf(history).forEach((facts, day) => {
      for (const fact of facts) {
        const { kind, actor, object, value } = fact
        const takesAway = object === SHOCK['owner-absent'] || object === SHOCK['owner-ill']
        if (kind === 'shock-struck' && takesAway) awayUntil = Math.max(awayUntil, day + value)
        const isOut = day < awayUntil && actor < 0 && OF_OWNER.includes(kind)
        mustHold(!isOut, () => `the owner must be there on day ${day}, got ${told(fact)}`)
      }
    })
  },
)

const room = lawOfHistories(
  null,
  'a meeting has no more guests than were planned, and nobody has a role for which there is none',
  mustHaveRoom,
)

const roles = lawOfHistories(
  null,
  'the same where everybody writes and would take a role',
  mustHaveRoom,
  aRush.map(
    (scenario) =>
      editScenario(scenario, [
        ...['postingScale', 'roleTaking', 'roleEffect'].map((name) => ({ path: `model.${name}`, value: 1 })),
        ...[0, 1].map((phase) => ({ path: `plan[${phase}].roles`, value: 0.2 })),
      ]).scenario,
  ),
)

function mustHaveRoom(history: History, scenario: Scenario): void {
  const standing = standingOf(scenario)
  daysOf(history).forEach((facts, day) => {
    const phase = scenario.plan.findLast(({ from }) => from <= day) as Phase
    for (const meeting of ofKind(facts, 'meeting-held')) {
      const guests = ofKind(facts, 'meeting-attended').filter(({ cause }) => cause === meeting.seq)
      mustHold(
        guests.length === meeting.object && guests.length <= phase.offline.size,
        () => `${told(meeting)} must have at most ${phase.offline.size} guests, got ${guests.length}`,
      )
    }
    for (const fact of facts) {
      standing.add(fact)
      if (fact.kind !== 'role-given' || fact.object !== ROLE.helper) continue
      const { members, helpers } = standing.of(fact.group)
      const most = Math.floor(phase.roles * members + 0.5)
      mustHold(helpers <= most, () => `roles on day ${day} must be at most ${most}, got ${helpers}`)
    }
  })
}

interface Standing {
  members: number
  helpers: number
}

/** Members and helpers of each group, fact by fact. */
function standingOf({ community }: Scenario) {
  const groups = Array.from({ length: community.groups }, (): Standing => ({ members: 0, helpers: 0 }))
  const helping = new Set<number>()
  const of = (group: number) => groups[group] as Standing
  return { add, of }

  function add({ kind, group, actor, object }: Fact): void {
    if (kind === 'member-joined') of(group).members += 1
    if (kind === 'role-given' && object === ROLE.helper && !helping.has(actor)) {
      helping.add(actor)
      of(group).helpers += 1
    }
    if (kind !== 'member-left' && kind !== 'member-removed') return
    of(group).members -= 1
    if (helping.delete(actor)) of(group).helpers -= 1
  }
}

/** Laws of what can be done. */
export const CONDUCT: readonly Law[] = [orders, readers, others, homes, absence, room, roles]
