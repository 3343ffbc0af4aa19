import type { Locale } from '../../sim/index.ts'

/** What the first screen says. */
export interface StartTexts {
  /** One sentence: what this is. */
  readonly what: string
  readonly featured: string
  /** What the walls in small are. */
  readonly walls: string
  readonly stopWalls: string
  readonly moveWalls: string
  readonly all: string
  readonly count: (said: { readonly questions: string; readonly scenarios: string }) => string
  readonly story: string
  readonly compare: string
  /** What a button does, to those who hear it alone. */
  readonly storyOf: (said: { readonly name: string }) => string
  readonly compareOf: (said: { readonly name: string; readonly with: string }) => string
  readonly variants: (said: { readonly count: string }) => string
  readonly mine: string
  readonly mineSays: string
  readonly openFile: string
  readonly mineList: string
  readonly recent: string
}

export const START_TEXTS: Readonly<Record<Locale, StartTexts>> = {
  'zh-Hans': {
    what: '把一个微信群从开群推演到最后：谁留下，谁走了，为什么。',
    featured: '先看这几个群',
    walls: '一格一个人，六秒走完全程。',
    stopWalls: '停住动画',
    moveWalls: '播放动画',
    all: '全部场景',
    count: ({ questions, scenarios }) => `${questions} 个问题，${scenarios} 种做法`,
    story: '看故事',
    compare: '对照',
    storyOf: ({ name }) => `看故事：${name}`,
    compareOf: ({ name, with: other }) => `对照：${name}，旁边是${other}`,
    variants: ({ count }) => `另外 ${count} 种做法`,
    mine: '我的群',
    mineSays: '把场景文件或日志拖到页面上任何地方，或者从电脑里选。文件不会上传。',
    openFile: '打开文件',
    mineList: '打开过的场景',
    recent: '上次看到',
  },
  'zh-Hant': {
    what: '把一個微信群從開群推演到最後：誰留下、誰離開、為什麼。',
    featured: '先看這幾個群',
    walls: '一格一個人，六秒走完全程。',
    stopWalls: '停住動畫',
    moveWalls: '播放動畫',
    all: '全部情境',
    count: ({ questions, scenarios }) => `${questions} 個問題，${scenarios} 種做法`,
    story: '看故事',
    compare: '對照',
    storyOf: ({ name }) => `看故事：${name}`,
    compareOf: ({ name, with: other }) => `對照：${name}，旁邊是${other}`,
    variants: ({ count }) => `另外 ${count} 種做法`,
    mine: '我的群',
    mineSays: '把情境檔案或紀錄檔拖到頁面上任何地方，或從電腦裡選。檔案不會上傳。',
    openFile: '開啟檔案',
    mineList: '開啟過的情境',
    recent: '上次看到',
  },
  en: {
    what: 'Play a chat group from its first day to its last: who stays, who leaves, and why.',
    featured: 'Four groups to begin with',
    walls: 'Each square is a person; six seconds are the whole run.',
    stopWalls: 'Stop moving',
    moveWalls: 'Move',
    all: 'All scenarios',
    count: ({ questions, scenarios }) => `${questions} questions, ${scenarios} ways of going about them`,
    story: 'Watch',
    compare: 'Compare',
    storyOf: ({ name }) => `Watch: ${name}`,
    compareOf: ({ name, with: other }) => `Compare: ${name}, beside ${other}`,
    variants: ({ count }) => (count === '1' ? 'One other way' : `${count} other ways`),
    mine: 'My group',
    mineSays: 'Drop a scenario or a log anywhere on this page, or choose a file. Nothing is uploaded.',
    openFile: 'Open a file',
    mineList: 'Scenarios opened before',
    recent: 'Last seen',
  },
}
