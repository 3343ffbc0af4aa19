import { describe, expect, it } from 'vitest'
import { KIND_NAMES, KINDS, type KindName } from '../../sim/events/kinds.ts'
import { LOCALES } from '../../sim/model/local-text.ts'
import type { DifferingFact } from '../../sim/projections/because.ts'
import { factText } from '../../sim/report/why-fact.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

const scenario = smallScenario()

function fact(kind: KindName, columns: Partial<DifferingFact> = {}): DifferingFact {
  return {
    ...{ day: 3, differs: 'appeared', kind, group: 0, actor: 7, object: 0, value: 0.5 },
    ...{ seqParent: -1, seqBranch: 9, reason: 'edit', because: -1 },
    ...columns,
  }
}

describe('a fact in words', () => {
  it.each([
    ['role-given', { object: 1 }, '#7 became a figure', '#7 成为中心人物'],
    [
      'need-changed',
      { object: 4 },
      'how far growth is met for #7 moved by 0.5',
      '#7 的需求「成长」满足程度 0.5',
    ],
    [
      'cue-given',
      { actor: -1, object: 1 },
      'the owner gave a cue of bond, strength 0.5',
      '群主营造两两结识，力度 0.5',
    ],
    ['need-heard', { object: 1 }, 'the owner heard of cooking from #7', '群主从 #7 那里听到了「cooking」'],
    ['need-found', { object: -1 }, 'the owner found that people need –', '群主发现大家真正要的是「–」'],
    ['favour-done', { object: 8 }, '#7 did #8 a favour', '#7 帮了 #8 一个忙（转单、推荐）'],
  ] as const)('%s has names in place of codes', (kind, columns, en, chinese) => {
    expect(factText(fact(kind, columns), scenario, 'en')).toBe(en)
    expect(factText(fact(kind, columns), scenario, 'zh-Hans')).toBe(chinese)
  })

  it('has no code left in any language where the columns name a word', () => {
    const named = KIND_NAMES.filter((kind) => / code$|^source$/.test(KINDS[kind].object ?? ''))
    for (const kind of named) {
      for (const locale of LOCALES) {
        const text = factText(fact(kind, { value: 0.25 }), scenario, locale)
        expect(text.replace('#7', '').replace('0.25', ''), `${kind} in ${locale}`).not.toMatch(/\d|[{}]/)
      }
    }
  })
})
