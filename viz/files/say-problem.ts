import type { Locale } from '../../sim/index.ts'

type Rule = readonly [pattern: RegExp, hans: string, hant: string]

/** What must hold, as the engine says it in English; `$1` is what stands in the first brackets. The first that fits. */
const DEMANDS: readonly Rule[] = [
  [/^must be a (whole )?number from (\S+) to (\S+)$/, '必须是 $2 到 $3 的$1', '必須是 $2 到 $3 的$1'],
  [/^must be a (whole )?number of at least (\S+)$/, '必须是不小于 $2 的$1', '必須是不小於 $2 的$1'],
  [/^must be a (whole )?number of any size$/, '必须是$1', '必須是$1'],
  [
    /^must be a text of 1 to (\d+) characters, or a map of such texts by locale \((.*)\)$/,
    '必须是 1 到 $1 个字的文字，或按语言（$2）分列的文字',
    '必須是 1 到 $1 個字的文字，或按語言（$2）分列的文字',
  ],
  [/^must be a text of 1 to (\d+) characters$/, '必须是 1 到 $1 个字的文字', '必須是 1 到 $1 個字的文字'],
  [/^must have a text in (?:one of )?(.*)$/, '必须有其中一种语言的文字：$1', '必須有其中一種語言的文字：$1'],
  [/^must be one of (.*)$/, '必须是其中之一：$1', '必須是其中之一：$1'],
  [
    /^must be a topic of market\.pains(?: \((.*)\))?$/,
    '必须是 market.pains 里的话题 $1',
    '必須是 market.pains 裡的話題 $1',
  ],
  [
    /^must be a topic: .*$/,
    '话题要以字母开头，最多 60 个字母、数字或连字符',
    '話題要以字母開頭，最多 60 個字母、數字或連字號',
  ],
  [/^must be a map of model parameters$/, '必须是一组模型参数', '必須是一組模型參數'],
  [/^must be a map of topics$/, '必须是一组话题和数', '必須是一組話題和數值'],
  [
    /^must be a map or a list of maps$/,
    '必须是一组“键: 值”，或它们的列表',
    '必須是一組「鍵: 值」，或它們的列表',
  ],
  [/^must be a map$/, '必须是一组“键: 值”', '必須是一組「鍵: 值」'],
  [/^must be a list$/, '必须是列表', '必須是列表'],
  [/^must have at most (\d+) items$/, '最多 $1 项', '最多 $1 項'],
  [/^must have at most (\d+) characters$/, '最多 $1 个字', '最多 $1 個字'],
  [/^must have at most (\d+) bytes$/, '最多 $1 字节', '最多 $1 位元組'],
  [/^must have texts as keys$/, '键必须是文字', '鍵必須是文字'],
  [/^must name a known scenario$/, '必须是已有场景的名字', '必須是已有情境的名稱'],
  [/^must not lead back to a scenario on the way$/, '不能绕回自己', '不能繞回自己'],
  [/^must name at least one topic$/, '至少要有一个话题', '至少要有一個話題'],
  [/^must have a weight above 0$/, '至少要有一个大于 0 的权重', '至少要有一個大於 0 的權重'],
  [/^must add up to at most (\S+)$/, '加起来不能超过 $1', '加起來不能超過 $1'],
  [/^must be greater than (.*)$/, '必须大于 $1', '必須大於 $1'],
  [/^must be at most (.*)$/, '不能超过 $1', '不能超過 $1'],
  [/^must be the number of an offer \((.*)\)$/, '必须是产品的编号（$1）', '必須是產品的編號（$1）'],
  [/^must be given once$/, '只能写一次', '只能寫一次'],
  [/^must name an anchor that stands above it$/, '前面没有这个锚点', '前面沒有這個錨點'],
  [/^must not be nested deeper than (\d+) levels$/, '嵌套不能超过 $1 层', '巢狀不能超過 $1 層'],
  [/^must be one document$/, '只能是一份文档', '只能是一份文件'],
  [/^must be a text in UTF-8$/, '必须是 UTF-8 编码的文字', '必須是 UTF-8 編碼的文字'],
  [/^must be YAML or JSON$/, '这里不合 YAML 的写法', '這裡不合 YAML 的寫法'],
  [/^is not a known key here$/, '这里没有这个字段', '這裡沒有這個欄位'],
  [/^is not a known key$/, '没有这个字段', '沒有這個欄位'],
  [/^is not a model parameter$/, '没有这个模型参数', '沒有這個模型參數'],
  [/^is not a topic of market\.pains$/, 'market.pains 里没有这个话题', 'market.pains 裡沒有這個話題'],
  [/^must be (qunxiang-scenario\/\d+)$/, '必须是 $1', '必須是 $1'],
]

const FOUND: readonly Rule[] = [
  [/^nothing$/, '现在什么也没写', '現在什麼也沒寫'],
  [/^(none|no weight)$/, '现在一个也没有', '現在一個也沒有'],
  [/^only zeros$/, '现在全是 0', '現在全是 0'],
  [/^a map or a list$/, '现在不是', '現在不是'],
  [/^an empty (?:map|file)$/, '现在是空的', '現在是空的'],
  [/^a map$/, '现在是一组“键: 值”', '現在是一組「鍵: 值」'],
  [/^a list$/, '现在是列表', '現在是列表'],
  [/^several$/, '现在有好几份', '現在有好幾份'],
  [/^other bytes$/, '现在是别的编码', '現在是別的編碼'],
  [/^it again \(first on line (\d+)\)$/, '第 $1 行已经写过', '第 $1 行已經寫過'],
  [/^(.*)$/s, '现在是 $1', '現在是 $1'],
]

const HINTS: readonly Rule[] = [
  [/^did you mean (.*)\?$/, '是不是 $1？', '是不是 $1？'],
  [/^known here (?:are|is) (.*)$/, '这里可以写：$1', '這裡可以寫：$1'],
  [/^known are (.*)$/, '已有：$1', '已有：$1'],
  [/^another version of Qunxiang wrote this file$/, '这是另一个版本写的文件', '這是另一個版本寫的檔案'],
]

/** What must hold and what was found, in the reader's language; null: only the engine's English will do. */
export function sayProblem(says: string, locale: Locale): string | null {
  if (locale === 'en') return null
  const { demand, found, hint } = partsOf(says)
  const must = inWords(DEMANDS, demand, locale)
  if (must === null) return null
  const got = found === null ? '' : `，${inWords(FOUND, found, locale) ?? found}`
  // What a reader of YAML says about its own grammar stays as it is.
  const then = hint === null ? '' : `${got === '' ? '：' : '。'}${inWords(HINTS, hint, locale) ?? hint}`
  return must + got + then
}

/** `must be …, got …: did you mean …?` The hint may hold anything; what was found is quoted if it is a text. */
function partsOf(says: string): { demand: string; found: string | null; hint: string | null } {
  const [, grammar] = /^must be YAML or JSON: (.*)$/.exec(says) ?? []
  if (grammar !== undefined) return { demand: 'must be YAML or JSON', found: null, hint: grammar }
  const found = /^(.*?), got ("(?:[^"\\]|\\.)*"|.*?)(?:: ((?:did you|another|known) .*))?$/.exec(says)
  if (found) return { demand: found[1] ?? '', found: found[2] ?? '', hint: found[3] ?? null }
  const hint = /^(.*?): ((?:did you mean|known) .*)$/.exec(says)
  return hint
    ? { demand: hint[1] ?? '', found: null, hint: hint[2] ?? null }
    : { demand: says, found: null, hint: null }
}

function inWords(rules: readonly Rule[], text: string, locale: Exclude<Locale, 'en'>): string | null {
  for (const [pattern, hans, hant] of rules) {
    const found = pattern.exec(text)
    if (!found) continue
    const words = locale === 'zh-Hans' ? hans : hant
    return words.replace(/\$(\d)/g, (_, at: string) => filled(pattern, found, Number(at), locale)).trimEnd()
  }
  return null
}

/** Lists as Chinese writes them; whether a number is a whole one is a word of its own. */
function filled(pattern: RegExp, found: RegExpExecArray, at: number, locale: Exclude<Locale, 'en'>): string {
  const text = found[at] ?? ''
  if (at === 1 && pattern.source.includes('(whole )?')) {
    if (locale === 'zh-Hans') return text === '' ? '数' : '整数'
    return text === '' ? '數' : '整數'
  }
  return /^"/.test(text) ? text : text.replace(/, | or /g, '、')
}
