import { describe, expect, it } from 'vitest'
import { KIND, type KindName } from '../../sim/events/kinds.ts'
import { createRows, record } from '../../sim/events/rows.ts'
import { CAUSE } from '../../sim/model/causes.ts'
import { createExplainer } from '../../sim/projections/because.ts'

type Line = readonly [kind: KindName, actor: number, value?: number, cause?: number, object?: number]

/** A day of one group that consists of these facts. */
function day(...lines: readonly Line[]) {
  const rows = createRows()
  for (const [kind, actor, value = 0, cause = -1, object = 0] of lines)
    record(rows, KIND[kind], 0, actor, object, value, cause)
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

  it('is her own past, too, where somebody asked for her, or came closer to her', () => {
    const explainer = createExplainer([{ path: 'invitations.reward', value: 5 }])
    explainer.addDay(
      day(),
      day(['invitation-sent', 1, 1, -1, 7], ['member-joined', 7, 0.1, 0], ['tie-changed', 7, 0.3, 1, 1]),
    )
    explainer.addDay(day(['invitation-sent', 2, 1, -1, 7], ['feed-read', 1]), day(['feed-read', 1, 0.5]))
    expect(explainer.facts.map(({ kind, reason, because }) => [kind, reason, because])).toEqual([
      ['invitation-sent', 'edit', -1],
      ['member-joined', 'cause', 0],
      ['tie-changed', 'cause', 1],
      ['feed-read', 'own-past', 2],
      ['invitation-sent', 'own-past', 2],
    ])
  })

  it('stands in the turn of the day in which it happened, whichever turns record its kind', () => {
    const explainer = createExplainer([{ path: 'plan[0].redPackets.perDay', value: 1 }])
    explainer.addDay(
      day(),
      day(
        ['shock-struck', -1],
        ['member-left', 9, 1, 0],
        ['packet-sent', -1, 20],
        ['value-changed', 1, 0.1, 2],
        ['packet-claimed', 1, 0.5, 2],
        ['packet-sent', 1, 1, 4],
        ['meeting-held', -1, 0.5],
        ['meeting-attended', 1, 0, 6],
        ['tie-changed', 1, 0.3, 7, 2],
        ['value-changed', 2, -0.1, -1, CAUSE.tasks],
        ['need-changed', 2, 0.1],
      ),
    )
    const places = explainer.facts.map(({ seqBranch }) => seqBranch)
    expect(places).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(explainer.facts.filter(({ reason }) => reason === 'cause')).toHaveLength(6)
  })

  it('lies in the group where somebody was removed or took a role, and in the favour for whom it was done', () => {
    const explainer = createExplainer([{ path: 'community.rules', value: 1 }])
    explainer.addDay(
      day(['intruder-posted', 5], ['member-removed', 5, 0.2, 0]),
      day(['role-given', 6], ['favour-done', 7, 0, -1, 8], ['checked-in', 8]),
    )
    expect(explainer.facts.map(({ kind, reason, because }) => [kind, reason, because])).toEqual([
      ['intruder-posted', 'edit', -1],
      ['member-removed', 'cause', 0],
      ['role-given', 'group', 1],
      ['favour-done', 'group', 2],
      ['checked-in', 'own-past', 3],
    ])
  })

  it.each<[string, KindName]>([
    ['plan[0].roles', 'role-given'],
    ['community.centres', 'role-given'],
    ['plan[1].bondCue', 'cue-given'],
    ['plan[0].checkIns', 'checked-in'],
    ['plan[0].entryFee', 'entry-declined'],
    ['owner.moderation', 'member-removed'],
    ['plan[0].listening', 'need-heard'],
    ['owner.stock', 'belief-drifted'],
  ])('is the edit itself where %s decides %s', (path, kind) => {
    const explainer = createExplainer([{ path, value: 1 }])
    explainer.addDay(day(), day(['feed-read', 3], [kind, 3]))
    expect(explainer.facts.find((fact) => fact.kind === kind)?.reason).toBe('edit')
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
