import { describe, expect, it } from 'vitest'
import { writeYaml } from '../../sim/scenario/write-yaml.ts'

describe('the text of a scenario file', () => {
  it('has what holds single values in one line, and one product as one', () => {
    const values = {
      format: 'qunxiang-scenario/1',
      name: { en: 'x', 'zh-Hans': '小' },
      market: { people: 100, pains: { skin: 0.5 } },
      offer: [{ solves: 'skin', price: 20 }],
      plan: [{ content: { perDay: 1 }, answers: 0.5 }],
      shocks: [],
    }
    expect(writeYaml(values)).toBe(`format: qunxiang-scenario/1
name: { en: x, zh-Hans: 小 }
market:
  people: 100
  pains: { skin: 0.5 }
offer: { solves: skin, price: 20 }
plan:
  - content: { perDay: 1 }
    answers: 0.5
shocks: []
`)
  })

  it('begins with the comments, each on a line of its own whatever is in it', () => {
    expect(writeYaml({ days: 3 }, ['of\nx: 1', 'two'])).toBe('# of x: 1\n# two\ndays: 3\n')
  })
})
