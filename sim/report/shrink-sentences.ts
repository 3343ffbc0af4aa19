import type { ShrinkStage } from '../lab/shrink.ts'
import type { Locale } from '../model/local-text.ts'

/** What is said about a scenario that was shrunk. */
interface ShrinkSentences {
  readonly title: (until: string) => string
  readonly from: (scenario: string, engine: string, sizes: string) => string
  readonly seed: (seed: string) => string
  /** Behind the numbers of a seed with which the condition does not hold. */
  readonly not: string
  readonly more: (seeds: number) => string
  readonly shown: (until: string) => string
  readonly notShown: (scenario: string, until: string) => string
  readonly before: string
  readonly after: string
  readonly rules: string
  readonly people: string
  readonly days: string
  readonly digits: string
  readonly tried: (scenarios: string, runs: string, seconds: string) => string
  readonly smallest: string
  readonly partial: string
  readonly otherCause: (was: string, is: string, until: string) => string
  readonly noCause: string
  readonly round: (round: number, stage: string) => string
  readonly runs: (runs: string) => string
  readonly stages: Readonly<Record<ShrinkStage, string>>
  readonly colon: string
  readonly comma: string
}

export const SHRINK_SENTENCES: Readonly<Record<Locale, ShrinkSentences>> = {
  en: {
    title: (until) => `The smallest scenario found that still shows: ${until}`,
    from: (scenario, engine, sizes) => `Shrunk from ${scenario} (engine ${engine}): ${sizes}`,
    seed: (seed) => `seed ${seed}`,
    not: ' (does not hold)',
    more: (seeds) => `… and ${seeds} more seeds`,
    shown: (until) => `Still shown: ${until}`,
    notShown: (scenario, until) => `${scenario} does not show it in the first place: ${until} does not hold`,
    before: 'before',
    after: 'after',
    rules: 'rules',
    people: 'people',
    days: 'days',
    digits: 'digits',
    tried: (scenarios, runs, seconds) => `${scenarios} scenarios tried in ${runs} runs, ${seconds} s.`,
    smallest: 'No single step makes it smaller.',
    partial: 'Stopped before the end: it may become smaller still.',
    otherCause: (was, is, until) =>
      `Members mute or leave for another reason: ${was} before, ${is} now. To hold on to it: --until '${until}'`,
    noCause: 'nobody muted or left',
    round: (round, stage) => `round ${round}, ${stage}`,
    runs: (runs) => `${runs} runs`,
    stages: {
      days: 'fewer days',
      people: 'fewer people',
      items: 'without phases, products, shocks',
      phases: 'phases merged',
      fields: 'without single rules',
      numbers: 'simpler numbers',
    },
    colon: ': ',
    comma: ', ',
  },
  'zh-Hans': {
    title: (until) => `找到的最小场景，仍然成立：${until}`,
    from: (scenario, engine, sizes) => `由 ${scenario} 缩小而来（引擎 ${engine}）：${sizes}`,
    seed: (seed) => `种子 ${seed}`,
    not: '（不成立）',
    more: (seeds) => `…… 还有 ${seeds} 个种子`,
    shown: (until) => `仍然成立：${until}`,
    notShown: (scenario, until) => `${scenario} 本来就不是这样：${until} 不成立`,
    before: '之前',
    after: '之后',
    rules: '规则',
    people: '人',
    days: '天',
    digits: '数字位数',
    tried: (scenarios, runs, seconds) => `试了 ${scenarios} 个场景，共 ${runs} 次运行，${seconds} 秒。`,
    smallest: '再改任何一步都不会更小。',
    partial: '中途停止：也许还能更小。',
    otherCause: (was, is, until) =>
      `成员设免打扰或退群的原因变了：之前是 ${was}，现在是 ${is}。要保住原因：--until '${until}'`,
    noCause: '没有人设免打扰或退群',
    round: (round, stage) => `第 ${round} 轮，${stage}`,
    runs: (runs) => `${runs} 次运行`,
    stages: {
      days: '减少天数',
      people: '减少人数',
      items: '去掉阶段、产品、事件',
      phases: '合并阶段',
      fields: '去掉单条规则',
      numbers: '简化数字',
    },
    colon: '：',
    comma: '，',
  },
  'zh-Hant': {
    title: (until) => `找到的最小場景，仍然成立：${until}`,
    from: (scenario, engine, sizes) => `由 ${scenario} 縮小而來（引擎 ${engine}）：${sizes}`,
    seed: (seed) => `種子 ${seed}`,
    not: '（不成立）',
    more: (seeds) => `…… 還有 ${seeds} 個種子`,
    shown: (until) => `仍然成立：${until}`,
    notShown: (scenario, until) => `${scenario} 本來就不是這樣：${until} 不成立`,
    before: '之前',
    after: '之後',
    rules: '規則',
    people: '人',
    days: '天',
    digits: '數字位數',
    tried: (scenarios, runs, seconds) => `試了 ${scenarios} 個場景，共 ${runs} 次執行，${seconds} 秒。`,
    smallest: '再改任何一步都不會更小。',
    partial: '中途停止：也許還能更小。',
    otherCause: (was, is, until) =>
      `成員關提醒或退群的原因變了：之前是 ${was}，現在是 ${is}。要保住原因：--until '${until}'`,
    noCause: '沒有人關提醒或退群',
    round: (round, stage) => `第 ${round} 輪，${stage}`,
    runs: (runs) => `${runs} 次執行`,
    stages: {
      days: '減少天數',
      people: '減少人數',
      items: '去掉階段、產品、事件',
      phases: '合併階段',
      fields: '去掉單條規則',
      numbers: '簡化數字',
    },
    colon: '：',
    comma: '，',
  },
}
