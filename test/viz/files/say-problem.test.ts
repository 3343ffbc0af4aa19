import { describe, expect, it } from 'vitest'
import { ScenarioError, readScenarioText, resolveScenarioText } from '../../../sim/index.ts'
import { sayProblem } from '../../../viz/files/say-problem.ts'

/** Files with as many kinds of mistakes as there are. */
const WRONG = [
  'days: many\nfounders: -1\nfoo: 2\nperDay: 3\n',
  'name: { fr: x }\nmarket: { people: 100, pains: { skin: 0.8, gifts: 0.7, 7: 0.1 } }\n',
  'name: {}\nmarket: { pains: {} }\n',
  'name: [1]\nmarket: { pains: { skin: 0.3 } }\ncommunity: { positioning: { focus: { skni: 1 } } }\n',
  'market: { pains: { skin: 0.3 } }\ncommunity: { positioning: { focus: { skin: 0 } }, groupsBy: sise }\nplan: 3\nshocks: x\n',
  'market: { pains: { skin: 0.3 } }\nowner: 7\noffer: [{ solves: skni, price: -1, buyer: usr }]\nmodel: { nonsense: 1 }\n',
  'market: { pains: { skin: 0.3 } }\nfounders: 900\ncommunity: { capacity: 10 }\nmodel: 3\n',
  'market: { pains: { skin: 0.3 } }\narrivals: [{ from: 5, to: 3, perDay: 1 }]\nplan: [{ from: 5 }, { from: 2, ads: { offer: 9 } }]\n',
  'market: { people: 100, pains: { skin: 0.3 } }\nfounders: 300\ncommunity: { groups: 5 }\n',
  'extends: bass\n',
  'extends: mine\n',
  'format: qunxiang-scenario/9\n',
  'a: 1\na: 2\nb: *gone\n? [x]\n: 1\n',
  'x: [1, 2\n',
  '---\na: 1\n---\nb: 2\n',
  '',
  '- 1\n',
]

function problemsIn(text: string): readonly string[] {
  const head = text.startsWith('format') ? '' : 'format: qunxiang-scenario/1\n'
  const plain = ['', '- 1\n', '---\na: 1\n---\nb: 2\n'].includes(text)
  const library = Object.assign((name: string) => (name === 'base' ? {} : undefined), { names: ['base'] })
  try {
    resolveScenarioText(readScenarioText(plain ? text : head + text, 'mine.yaml'), 'mine', library)
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems.map(({ says }) => says)
  }
  return []
}

const all = [...new Set(WRONG.flatMap(problemsIn))]

describe('what is wrong with a file', () => {
  it('is said in both kinds of Chinese, whatever it is', () => {
    expect(all.length).toBeGreaterThan(30)
    expect(all.filter((says) => sayProblem(says, 'zh-Hans') === null)).toEqual([])
    expect(all.filter((says) => sayProblem(says, 'zh-Hant') === null)).toEqual([])
  })

  it('leaves no English behind but names and the grammar of YAML', () => {
    const english = /\b(must|got|least|known|nothing|whole|number|mean|text|map|list|again|first|none)\b/
    const left = all
      .filter((says) => !says.startsWith('must be YAML'))
      .map((says) => sayProblem(says, 'zh-Hans') ?? '')
      .filter((said) => english.test(said.replace(/：[a-z].*$/i, '')))
    expect(left).toEqual([])
  })

  it.each([
    ['must be a whole number from 1 to 1500, got "many"', '必须是 1 到 1500 的整数，现在是 "many"'],
    ['must be a number of at least 0, got nothing', '必须是不小于 0 的数，现在什么也没写'],
    [
      'must be one of user or other, got "usr": did you mean user?',
      '必须是其中之一：user、other，现在是 "usr"。是不是 user？',
    ],
    ['is not a known key: did you mean days?', '没有这个字段：是不是 days？'],
    ['must be given once, got it again (first on line 2)', '只能写一次，第 2 行已经写过'],
    ['must be a list, got "a, got b: did you mean c?"', '必须是列表，现在是 "a, got b: did you mean c?"'],
  ])('%s', (says, said) => expect(sayProblem(says, 'zh-Hans')).toBe(said))

  it('stays as it is in English, and where nobody has put it into Chinese', () => {
    expect(sayProblem('must be a list, got 3', 'en')).toBeNull()
    expect(sayProblem('must sing, got 3', 'zh-Hans')).toBeNull()
  })
})
