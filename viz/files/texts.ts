import type { Locale } from '../../sim/index.ts'

/** What is said about files that a reader opens or saves. */
export interface FileTexts {
  readonly reading: (said: { readonly file: string }) => string
  readonly readingTitle: string
  readonly failed: (said: { readonly file: string }) => string
  /** Above the list of what is wrong. */
  readonly wrong: (said: { readonly count: string }) => string
  readonly unknown: string
  readonly line: (said: { readonly line: string }) => string
  /** The scenario as a whole. */
  readonly whole: string
  readonly where: string
  readonly path: string
  readonly problem: string
  readonly notSaved: (said: { readonly file: string }) => string
  readonly notSavedBecause: string
}

export const FILE_TEXTS: Readonly<Record<Locale, FileTexts>> = {
  'zh-Hans': {
    reading: ({ file }) => `正在读 ${file}`,
    readingTitle: '打开场景',
    failed: ({ file }) => `${file} 打不开`,
    wrong: ({ count }) => `画面没有变。文件里有 ${count} 处要改：`,
    unknown: '画面没有变。能打开的是场景（.yaml、.yml、.json）和日志（.qlog、.jsonl、.jsonl.gz）。',
    line: ({ line }) => `第 ${line} 行`,
    whole: '整个文件',
    where: '位置',
    path: '字段',
    problem: '问题',
    notSaved: ({ file }) => `${file} 没有存成`,
    notSavedBecause: '改动凑在一起不成立：',
  },
  'zh-Hant': {
    reading: ({ file }) => `正在讀取 ${file}`,
    readingTitle: '開啟情境',
    failed: ({ file }) => `${file} 打不開`,
    wrong: ({ count }) => `畫面沒有變動。檔案裡有 ${count} 處要改：`,
    unknown: '畫面沒有變動。可以開啟的是情境（.yaml、.yml、.json）和紀錄檔（.qlog、.jsonl、.jsonl.gz）。',
    line: ({ line }) => `第 ${line} 行`,
    whole: '整個檔案',
    where: '位置',
    path: '欄位',
    problem: '問題',
    notSaved: ({ file }) => `${file} 沒有存成`,
    notSavedBecause: '這些改動放在一起不成立：',
  },
  en: {
    reading: ({ file }) => `Reading ${file}`,
    readingTitle: 'Open a scenario',
    failed: ({ file }) => `${file} cannot be opened`,
    wrong: ({ count }) => `The picture is as it was. To be put right in the file: ${count}.`,
    unknown:
      'The picture is as it was. What can be opened is a scenario (.yaml, .yml, .json) or a log (.qlog, .jsonl, .jsonl.gz).',
    line: ({ line }) => `line ${line}`,
    whole: 'the whole file',
    where: 'Place',
    path: 'Field',
    problem: 'What must hold',
    notSaved: ({ file }) => `${file} was not saved`,
    notSavedBecause: 'The changes do not hold together:',
  },
}
