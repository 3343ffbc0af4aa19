import { roundByDraw } from '../../../sim/model/arithmetic.ts'
import { isAway } from '../reference-feed.ts'
import type { Member } from '../reference-members.ts'
import { placeOf } from '../reference-numbers.ts'
import { draw, openersIn, phaseOf, record, type Run } from '../reference-run.ts'
import { isHerDay } from './her-day.ts'

/** What the owner does today to bind members. */
export function decideCues(run: Run): void {
  if (run.town.parameters.cueEffect === 0 || isAway(run)) return
  for (const { number } of run.groups) {
    const there = openersIn(run).filter(({ group }) => group === number)
    if (there.length === 0) continue
    decideIdentity(run, number, there)
    decideBonds(run, number, there)
  }
}

/** A cue of what all have in common is felt once a week. */
function decideIdentity(run: Run, group: number, there: readonly Member[]): void {
  const { identityCue } = phaseOf(run)
  const { cueEffect, identityBelonging, noticeable } = run.town.parameters
  if (identityCue === 0) return
  const cause = record(run, 'cue-given', { group, object: 'identity', value: identityCue })
  for (const { person: actor, belonging } of there) {
    if (!isHerDay(run, actor)) continue
    const value = cueEffect * identityBelonging * identityCue * (1 - belonging)
    if (value < noticeable) continue
    record(run, 'belonging-changed', { group, actor, object: 'identity', value, cause })
  }
}

/** Pairs of those who looked in are brought together. */
function decideBonds(run: Run, group: number, there: readonly Member[]): void {
  const { bondCue } = phaseOf(run)
  const { cueEffect, bondPairs, bondTie, tieEffect } = run.town.parameters
  const tie = tieEffect * bondTie
  const wanted = roundByDraw(cueEffect * bondPairs * bondCue * there.length, draw(run, 'cues', group))
  const pairs = there.length < 2 || tie === 0 ? 0 : Math.min(100, wanted)
  if (pairs === 0) return
  const cause = record(run, 'cue-given', { group, object: 'bond', value: bondCue })
  for (let pair = 1; pair <= pairs; pair++) {
    const first = Math.floor(there.length * draw(run, 'cues', group, 2 * pair))
    const further = 1 + Math.floor((there.length - 1) * draw(run, 'cues', group, 2 * pair + 1))
    const one = placeOf(there, first).person
    const other = placeOf(there, (first + further) % there.length).person
    record(run, 'tie-changed', { group, actor: one, object: other, value: tie, cause })
  }
}
