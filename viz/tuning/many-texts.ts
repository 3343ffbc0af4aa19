import type { Locale } from '../../sim/index.ts'

export interface ManyTexts {
  readonly title: string
  readonly start: string
  readonly stop: string
  readonly resume: string
  readonly progress: (of: { done: string; all: string }) => string
  readonly alive: string
  readonly aliveOf: (of: { letter: string; alive: string; runs: string }) => string
  readonly median: (of: { letter: string; value: string }) => string
  readonly higher: (of: { letter: string; higher: string; pairs: string; other: string }) => string
  readonly strip: (of: { name: string; says: string }) => string
  /** Of the dot that is pointed at. */
  readonly run: (of: { run: string; values: string }) => string
  readonly runs: string
  readonly runsHint: string
  readonly runColumn: string
  readonly end: string
  readonly open: (of: { run: string; seed: string }) => string
  readonly numbersHead: readonly string[]
  readonly hint: string
  readonly broken: (of: { count: string }) => string
}

export const MANY_TEXTS: Readonly<Record<Locale, ManyTexts>> = {
  'zh-Hans': {
    title: '换一批人，还会这样吗',
    start: '重来 100 次',
    stop: '停下',
    resume: '接着跑',
    progress: ({ done, all }) => `${done} / ${all} 次`,
    alive: '活到最后',
    aliveOf: ({ letter, alive, runs }) => `${letter} ${runs} 次里 ${alive} 次`,
    median: ({ letter, value }) => `${letter} 中位 ${value}`,
    higher: ({ letter, higher, pairs, other }) => `${pairs} 对里 ${higher} 对 ${letter} 比 ${other} 高`,
    strip: ({ name, says }) => `${name}：${says}`,
    run: ({ run, values }) => `第 ${run} 次：${values}。点一下看这一次。`,
    runs: '逐次看',
    runsHint: '点序号，那一次就上墙。',
    runColumn: '第几次',
    end: '结局',
    open: ({ run, seed }) => `看第 ${run} 次，种子 ${seed}`,
    numbersHead: ['指标', '做法', '次数', '中位', '10% 低于', '90% 低于'],
    hint: '一个点是一次推演：同一对里人和运气相同，只有做法不同。拖动上面的滑块，先看 10 次，再补到 100 次。',
    broken: ({ count }) => `${count} 次没有算完。`,
  },
  'zh-Hant': {
    title: '換一批人，還會這樣嗎',
    start: '重來 100 次',
    stop: '停下',
    resume: '接著跑',
    progress: ({ done, all }) => `${done} / ${all} 次`,
    alive: '活到最後',
    aliveOf: ({ letter, alive, runs }) => `${letter} ${runs} 次裡 ${alive} 次`,
    median: ({ letter, value }) => `${letter} 中位 ${value}`,
    higher: ({ letter, higher, pairs, other }) => `${pairs} 對裡 ${higher} 對 ${letter} 比 ${other} 高`,
    strip: ({ name, says }) => `${name}：${says}`,
    run: ({ run, values }) => `第 ${run} 次：${values}。點一下看這一次。`,
    runs: '逐次看',
    runsHint: '點序號，那一次就上牆。',
    runColumn: '第幾次',
    end: '結局',
    open: ({ run, seed }) => `看第 ${run} 次，種子 ${seed}`,
    numbersHead: ['指標', '做法', '次數', '中位', '10% 低於', '90% 低於'],
    hint: '一個點是一次推演：同一對裡人和運氣相同，只有做法不同。拖動上面的滑桿，先看 10 次，再補到 100 次。',
    broken: ({ count }) => `${count} 次沒有算完。`,
  },
  en: {
    title: 'And with other people?',
    start: '100 reruns',
    stop: 'Stop',
    resume: 'Go on',
    progress: ({ done, all }) => `${done} / ${all} runs`,
    alive: 'Alive at the end',
    aliveOf: ({ letter, alive, runs }) => `${letter} ${alive} of ${runs}`,
    median: ({ letter, value }) => `${letter} median ${value}`,
    higher: ({ letter, higher, pairs, other }) => `${letter} above ${other} in ${higher} of ${pairs} pairs`,
    strip: ({ name, says }) => `${name}: ${says}`,
    run: ({ run, values }) => `Run ${run}: ${values}. Click to see it.`,
    runs: 'Run by run',
    runsHint: 'The number of a run puts it on the wall.',
    runColumn: 'Run',
    end: 'end',
    open: ({ run, seed }) => `See run ${run}, seed ${seed}`,
    numbersHead: ['Number', 'Plan', 'Runs', 'Median', '10% below', '90% below'],
    hint: 'A dot is a run; the two of a pair share people and luck, and only the plan differs. Drag a slider above: 10 runs first, then up to 100.',
    broken: ({ count }) => `${count} ${count === '1' ? 'run' : 'runs'} did not come to an end.`,
  },
}
