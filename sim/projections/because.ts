import { KIND, KINDS, kindName, type KindName } from '../events/kinds.ts'
import type { Rows } from '../events/rows.ts'
import { CAUSE } from '../model/causes.ts'
import type { Edit } from '../scenario/edit.ts'
import type { DayOfFacts } from './log-difference.ts'

/** How a fact differs between a parent and its branch. */
export type Differs = 'vanished' | 'appeared' | 'changed'

/**
 * Why it differs: the fact that its own row names differs; else the edit, where it is about just this; else her own
 * past; else the latest fact in her group that reaches others; else the owner; else what was edited, by itself.
 */
export const REASONS = ['cause', 'own-past', 'group', 'owner', 'edit'] as const
export type Reason = (typeof REASONS)[number]

/** A fact that only one of two histories has, or that has another value in the other. */
export interface DifferingFact {
  readonly day: number
  readonly differs: Differs
  readonly kind: KindName
  readonly group: number
  readonly actor: number
  readonly object: number
  /** Value in the history that has it; in the branch, where both do. */
  readonly value: number
  /** Seq in the parent and in the branch; −1 where it is not there. */
  readonly seqParent: number
  readonly seqBranch: number
  readonly reason: Reason
  /** Place of the fact behind it among the differing facts; −1 for the edit. */
  readonly because: number
}

/** Finds what differs between two histories, and why, day by day. */
export interface Explainer {
  readonly addDay: (parent: DayOfFacts, branch: DayOfFacts) => void
  /** Every differing fact so far; what a fact is because of stands before it. */
  readonly facts: readonly DifferingFact[]
}

/** A differing fact before its reason is known. */
interface Found {
  readonly differs: Differs
  /** Positions in the day of the parent and of the branch; −1 where it is not there. */
  readonly parentAt: number
  readonly branchAt: number
  /** Turn of the day, then place in it. */
  readonly turn: number
  readonly place: number
}

/** Where a differing fact stands. */
interface Asked {
  readonly parent: DayOfFacts
  readonly branch: DayOfFacts
  readonly group: number
  readonly actor: number
  readonly object: number
  readonly kind: number
}

/** Facts by which a member, or the owner, reaches the others of a group. */
const REACHES_OTHERS: readonly number[] = [
  KIND['content-posted'],
  KIND['ad-posted'],
  KIND['message-posted'],
  KIND['reply-given'],
  KIND['shock-struck'],
  KIND['member-joined'],
  KIND['member-left'],
  KIND['feed-read'],
  KIND['order-placed'],
  KIND['experience-told'],
  KIND['packet-sent'],
  KIND['packet-claimed'],
  KIND['intruder-posted'],
  KIND['meeting-held'],
  KIND['meeting-attended'],
  KIND['invitation-sent'],
  KIND['tie-changed'],
  KIND['member-removed'],
  KIND['role-given'],
  KIND['cue-given'],
  KIND['checked-in'],
  KIND['check-in-stopped'],
  KIND['pivot-made'],
]

/** Facts that are part of the past of the person in the column `object`, too. */
const HAPPENS_TO_OBJECT: readonly number[] = [
  KIND['reply-given'],
  KIND['invitation-sent'],
  KIND['tie-changed'],
  KIND['favour-done'],
]

/** The owner stands in the column `actor` as nobody. */
const OWNER = -1

/** Kinds of facts that the values below a path decide, and nothing else. */
const DECIDED_BY: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^plan\[\d+\]\.ads\b/, [KIND['ad-posted']]],
  [/^plan\[\d+\]\.content\b/, [KIND['content-posted']]],
  [/^plan\[\d+\]\.redPackets\b/, [KIND['packet-sent']]],
  [/^plan\[\d+\]\.offline\b/, [KIND['meeting-held']]],
  [/^plan\[\d+\]\.roles\b|^community\.centres\b/, [KIND['role-given']]],
  [/^plan\[\d+\]\.(identityCue|bondCue)\b/, [KIND['cue-given']]],
  [/^plan\[\d+\]\.checkIns\b/, [KIND['checked-in'], KIND['check-in-stopped']]],
  [/^plan\[\d+\]\.entryFee\b/, [KIND['member-joined'], KIND['entry-declined'], KIND['fee-paid']]],
  [/^(plan\[\d+\]|owner)\.moderation\b/, [KIND['intruder-posted'], KIND['member-removed']]],
  [/^(plan\[\d+\]|owner)\.listening\b/, [KIND['need-heard'], KIND['belief-drifted']]],
  [/^owner\.stock\b/, [KIND['belief-drifted']]],
  [/^arrivals\b/, [KIND['member-joined'], KIND['join-refused'], KIND['entry-declined']]],
  [/^shocks\b/, [KIND['shock-struck'], KIND['intruder-posted']]],
]

/** Explains what differs between a run and its branch with these edits. */
export function createExplainer(edits: readonly Edit[]): Explainer {
  const decided = DECIDED_BY.flatMap(([path, kinds]) =>
    edits.some((edit) => path.test(edit.path)) ? kinds : [],
  )
  const facts: DifferingFact[] = []
  const ofParent = new Map<number, number>()
  const ofBranch = new Map<number, number>()
  const ofActor = new Map<number, number>()
  const ofGroup = new Map<number, number>()
  let ofAnybody = -1
  let day = 0
  return { addDay, facts }

  function addDay(parent: DayOfFacts, branch: DayOfFacts): void {
    for (const found of differencesOf(parent, branch)) {
      const { parentAt, branchAt, differs } = found
      const side = branchAt >= 0 ? branch : parent
      const at = branchAt >= 0 ? branchAt : parentAt
      const [group, actor] = [side.rows.group[at] as number, side.rows.actor[at] as number]
      const kind = side.rows.kind[at] as number
      const object = side.rows.object[at] as number
      const [reason, because] = reasonOf(found, { parent, branch, group, actor, object, kind })
      const place = facts.length
      const seqParent = parentAt < 0 ? -1 : parent.rows.base + parentAt
      const seqBranch = branchAt < 0 ? -1 : branch.rows.base + branchAt
      facts.push({
        day,
        differs,
        kind: kindName(kind) as KindName,
        group,
        actor,
        object,
        value: side.rows.value[at] as number,
        seqParent,
        seqBranch,
        reason,
        because,
      })
      if (seqParent >= 0) ofParent.set(seqParent, place)
      if (seqBranch >= 0) ofBranch.set(seqBranch, place)
      ofActor.set(actor, place)
      if (HAPPENS_TO_OBJECT.includes(kind)) ofActor.set(object, place)
      if (REACHES_OTHERS.includes(kind)) ofGroup.set(group, place)
      ofAnybody = place
    }
    day += 1
  }

  function reasonOf(
    { parentAt, branchAt }: Found,
    { parent, branch, group, actor, object, kind }: Asked,
  ): readonly [Reason, number] {
    const named = behind(branch, branchAt, ofBranch) ?? behind(parent, parentAt, ofParent)
    if (named !== undefined) return ['cause', named]
    if (decided.includes(kind)) return ['edit', -1]
    const own = ofActor.get(actor) ?? (kind === KIND['invitation-sent'] ? ofActor.get(object) : undefined)
    if (own !== undefined) return ['own-past', own]
    // The owner hears from every group; what an owner does is felt in every group.
    if (actor === OWNER) return ofAnybody < 0 ? ['edit', -1] : ['group', ofAnybody]
    const near = ofGroup.get(group)
    if (near !== undefined) return ['group', near]
    const owner = ofActor.get(OWNER)
    return owner === undefined ? ['edit', -1] : ['owner', owner]
  }
}

/** The nearest differing fact in the chain of causes, as far as it lies within the day; the first link may be older. */
function behind(
  { rows, from }: DayOfFacts,
  at: number,
  differing: ReadonlyMap<number, number>,
): number | undefined {
  let place = at
  while (place >= from) {
    const cause = rows.cause[place] as number
    const found = differing.get(cause)
    if (cause < 0 || found !== undefined) return found
    place = cause - rows.base
  }
  return undefined
}

/** What differs in a day, in the order of its turns. Same: kind, group, actor, object, and which one of them it is. */
function differencesOf(parent: DayOfFacts, branch: DayOfFacts): Found[] {
  const found: Found[] = []
  const left = new Map<string, number[]>()
  for (let at = parent.from; at < parent.to; at++) {
    const key = keyOf(parent.rows, at)
    const places = left.get(key)
    if (places === undefined) left.set(key, [at])
    else places.push(at)
  }
  for (let at = branch.from; at < branch.to; at++) {
    const kind = branch.rows.kind[at] as number
    if (kind === KIND['fork-opened']) continue
    const match = left.get(keyOf(branch.rows, at))?.shift()
    if (match !== undefined && parent.rows.value[match] === branch.rows.value[at]) continue
    found.push({
      differs: match === undefined ? 'appeared' : 'changed',
      parentAt: match ?? -1,
      branchAt: at,
      turn: turnOf(branch, at),
      place: at - branch.from,
    })
  }
  for (const places of left.values()) {
    for (const at of places) {
      const kind = parent.rows.kind[at] as number
      if (kind === KIND['fork-opened']) continue
      found.push({
        differs: 'vanished',
        parentAt: at,
        branchAt: -1,
        turn: turnOf(parent, at),
        place: at - parent.from,
      })
    }
  }
  return found.sort((a, b) => a.turn - b.turn || a.place - b.place)
}

function keyOf(rows: Rows, at: number): string {
  return `${rows.kind[at]} ${rows.group[at]} ${rows.actor[at]} ${rows.object[at]}`
}

/**
 * Parts of the day, in their order, each with what decides within it; what is not here belongs to the day itself, which
 * comes first.
 */
const TURNS: readonly (readonly string[])[] = [
  ['shocks'],
  ['arrivals'],
  ['owner-work'],
  ['intruders'],
  ['moderating'],
  ['reading'],
  ['roles'],
  ['talking', 'favours'],
  ['check-ins'],
  ['cues'],
  ['packets'],
  ['meetings'],
  ['buying'],
  ['trying'],
  ['inviting'],
  ['tasks'],
  ['needs'],
  ['leaving'],
  ['listening'],
  ['owner-ledger'],
]
const turnNamed = (part: string): number => TURNS.findIndex((parts) => parts.includes(part))
const SHOCKS = turnNamed('shocks')
const TASKS = turnNamed('tasks')

/**
 * The turn of a fact: that of its kind, or a later one of the fact behind it, for kinds that several turns record (a tie
 * comes from an answer, or from a meeting). What a shock does, it does at once; being made to do things has no fact of its
 * own behind it.
 */
function turnOf(day: DayOfFacts, at: number): number {
  const { rows, from } = day
  const name = kindName(rows.kind[at] as number)
  if (name === 'value-changed' && rows.object[at] === CAUSE.tasks) return TASKS
  const own = name === undefined ? -1 : turnNamed(KINDS[name].emittedBy)
  const cause = (rows.cause[at] as number) - rows.base
  if ((rows.cause[at] as number) < 0 || cause < from) return own
  const before = turnOf(day, cause)
  return before === SHOCKS ? before : Math.max(own, before)
}
