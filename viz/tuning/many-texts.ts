import type { Locale } from '../../sim/index.ts'

export interface ManyTexts {
  readonly title: string
  readonly start: string
  readonly stop: string
  readonly progress: (of: { done: string; all: string }) => string
  readonly alive: string
  readonly aliveOf: (of: { letter: string; alive: string; runs: string }) => string
  readonly median: (of: { letter: string; value: string }) => string
  readonly higher: (of: { letter: string; higher: string; pairs: string; other: string }) => string
  readonly strip: (of: { name: string; says: string }) => string
  readonly hint: string
  readonly broken: (of: { count: string }) => string
}

export const MANY_TEXTS: Readonly<Record<Locale, ManyTexts>> = {
  'zh-Hans': {
    title: '换一批人，还会这样吗',
    start: '重来 100 次',
    stop: '停下',
    progress: ({ done, all }) => `${done} / ${all} 次`,
    alive: '活到最后',
    aliveOf: ({ letter, alive, runs }) => `${letter} ${runs} 次里 ${alive} 次`,
    median: ({ letter, value }) => `${letter} 中位 ${value}`,
    higher: ({ letter, higher, pairs, other }) => `${pairs} 对里 ${higher} 对 ${letter} 比 ${other} 高`,
    strip: ({ name, says }) => `${name}：${says}`,
    hint: '一个点是一次推演：同一对里人和运气相同，只有做法不同。拖动上面的滑块，先看 10 次，再补到 100 次。',
    broken: ({ count }) => `${count} 次没有算完。`,
  },
  'zh-Hant': {
    title: '換一批人，還會這樣嗎',
    start: '重來 100 次',
    stop: '停下',
    progress: ({ done, all }) => `${done} / ${all} 次`,
    alive: '活到最後',
    aliveOf: ({ letter, alive, runs }) => `${letter} ${runs} 次裡 ${alive} 次`,
    median: ({ letter, value }) => `${letter} 中位 ${value}`,
    higher: ({ letter, higher, pairs, other }) => `${pairs} 對裡 ${higher} 對 ${letter} 比 ${other} 高`,
    strip: ({ name, says }) => `${name}：${says}`,
    hint: '一個點是一次推演：同一對裡人和運氣相同，只有做法不同。拖動上面的滑桿，先看 10 次，再補到 100 次。',
    broken: ({ count }) => `${count} 次沒有算完。`,
  },
  en: {
    title: 'And with other people?',
    start: '100 reruns',
    stop: 'Stop',
    progress: ({ done, all }) => `${done} / ${all} runs`,
    alive: 'Alive at the end',
    aliveOf: ({ letter, alive, runs }) => `${letter} ${alive} of ${runs}`,
    median: ({ letter, value }) => `${letter} median ${value}`,
    higher: ({ letter, higher, pairs, other }) => `${letter} above ${other} in ${higher} of ${pairs} pairs`,
    strip: ({ name, says }) => `${name}: ${says}`,
    hint: 'A dot is a run; the two of a pair share people and luck, and only the plan differs. Drag a slider above: 10 runs first, then up to 100.',
    broken: ({ count }) => `${count} ${count === '1' ? 'run' : 'runs'} did not come to an end.`,
  },
}
