import type { Locale } from '../../sim/index.ts'

export interface FindTexts {
  readonly title: string
  readonly wish: string
  readonly hint: string
  readonly nobody: string
  readonly found: (parts: { readonly count: string }) => string
  readonly many: (parts: { readonly count: string }) => string
  readonly joined: (parts: { readonly day: string }) => string
}

/** The texts of the search for a member. */
export const FIND_TEXTS: Readonly<Record<Locale, FindTexts>> = {
  'zh-Hans': {
    title: '找人',
    wish: '编号或昵称',
    hint: '比如 17，或者“小鹿”。昵称是虚构的。',
    nobody: '没有这个人。',
    found: ({ count }) => `找到 ${count} 人。`,
    many: ({ count }) => `先列 ${count} 人，多写几个字就更准。`,
    joined: ({ day }) => `${day}进群`,
  },
  'zh-Hant': {
    title: '找人',
    wish: '編號或暱稱',
    hint: '例如 17，或是「小鹿」。暱稱是虛構的。',
    nobody: '查無此人。',
    found: ({ count }) => `找到 ${count} 人。`,
    many: ({ count }) => `先列出 ${count} 人，多打幾個字會更準。`,
    joined: ({ day }) => `${day}進群`,
  },
  en: {
    title: 'Find a member',
    wish: 'Number or nickname',
    hint: 'For example 17, or a part of a nickname. Nicknames are invented.',
    nobody: 'Nobody of that name or number.',
    found: ({ count }) => (count === '1' ? 'Found 1 member.' : `Found ${count} members.`),
    many: ({ count }) => `The first ${count}; type more to narrow it down.`,
    joined: ({ day }) => `joined on ${day.toLowerCase()}`,
  },
}
