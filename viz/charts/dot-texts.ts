import type { Locale } from '../../sim/index.ts'

const zhHans = {
  side: '边',
  open: '打开结局',
  run: '重跑 20 次',
  nothing: '同样的做法换 20 次运气，看结局有多不同。',
  hint: '实心活到最后，空心死了。点一个看那一次。',
  notRun: '还没有重跑',
  sum: ({ lived, died }: { lived: string; died: string }) => `${lived} 次活到最后，${died} 次死群`,
}

type DotTexts = typeof zhHans

const zhHant: DotTexts = {
  side: '邊',
  open: '打開結局',
  run: '重跑 20 次',
  nothing: '同樣的做法換 20 次運氣，看結局差多少。',
  hint: '實心活到最後，空心死了。點一個看那一次。',
  notRun: '還沒有重跑',
  sum: ({ lived, died }) => `${lived} 次活到最後，${died} 次死群`,
}

const en: DotTexts = {
  side: 'Side',
  open: 'Open the outcomes',
  run: 'Run 20 times',
  nothing: 'The same plan under 20 other lucks: see how its ends differ.',
  hint: 'Filled lives to the end, hollow died. Click one to see that run.',
  notRun: 'not run again yet',
  sum: ({ lived, died }) => `${lived} live to the end, ${died} die`,
}

/** Texts of the tile with the 20 dots. 简体中文 is the source. */
export const DOT_TEXTS: Readonly<Record<Locale, DotTexts>> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en }
