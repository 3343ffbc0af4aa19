import { describe, expect, it } from 'vitest'
import { KIND, type KindName } from '../../sim/events/kinds.ts'
import { createRows, record } from '../../sim/events/rows.ts'
import { createExplainer } from '../../sim/projections/because.ts'

type Line = readonly [kind: KindName, actor: number, value?: number, cause?: number]

/** A day of one group that consists of these facts. */
function day(...lines: readonly Line[]) {
  const rows = createRows()
  for (const [kind, actor, value = 0, cause = -1] of lines)
    record(rows, KIND[kind], 0, actor, 0, value, cause)
  return { rows, from: 0, to: rows.count }
}

const ADS = [{ path: 'plan[0].ads.perDay', value: 0 }]

describe('why a fact differs', () => {
  it('is the edit, then the fact that it names, then her own past, then her group', () => {
    const explainer = createExplainer(ADS)
    explainer.addDay(
      day(['ad-posted', -1], ['trust-changed', 1, -0.1, 0], ['member-muted', 1], ['feed-read', 2, 0.5]),
      day(['feed-read', 2, 0.25]),
    )
    const told = explainer.facts.map(({ kind, differs, reason, because }) => [kind, differs, reason, because])
    expect(told).toEqual([
      ['ad-posted', 'vanished', 'edit', -1],
      ['feed-read', 'changed', 'group', 0],
      ['trust-changed', 'vanished', 'cause', 0],
      ['member-muted', 'vanished', 'own-past', 2],
    ])
  })

  it('has nothing to explain where only the row of the fork is new', () => {
    const explainer = createExplainer(ADS)
    explainer.addDay(day(['feed-read', 2]), day(['fork-opened', -1], ['feed-read', 2]))
    expect(explainer.facts).toEqual([])
  })

  it('is the edit where nothing else differs', () => {
    const explainer = createExplainer([{ path: 'model.leaveBase', value: 1 }])
    explainer.addDay(day(), day(['member-left', 3]))
    expect(explainer.facts).toMatchObject([{ kind: 'member-left', differs: 'appeared', reason: 'edit' }])
  })
})
