import type { KindName } from '../../sim/index.ts'
import type { KindGroup } from './kinds.ts'

type Places<Name extends string> = (parts: Readonly<Record<Name, string>>) => string

/** The texts of the screen of the log; those of 简体中文 are the source. */
export interface LogTexts {
  readonly title: string
  readonly sides: string
  readonly openLog: string
  readonly save: string
  readonly saving: string
  readonly csv: string
  readonly csvMaking: string
  readonly cancel: string
  readonly producing: Places<'side'>
  readonly stopped: string
  readonly again: string
  readonly waiting: Places<'side'>
  readonly failed: string
  readonly filters: string
  readonly filtersOn: Places<'count'>
  readonly kinds: string
  readonly allKinds: string
  readonly kindsInDetail: string
  readonly groups: Readonly<Record<KindGroup, string>>
  readonly who: string
  readonly whoHint: string
  readonly whoFound: Places<'count'>
  readonly whoNobody: string
  readonly fromDay: string
  readonly toDay: string
  readonly cause: string
  readonly anyCause: string
  readonly group: string
  readonly anyGroup: string
  readonly follow: string
  readonly clear: string
  readonly countAll: Places<'all'>
  readonly count: Places<'count' | 'all'>
  readonly countUntil: Places<'count' | 'all' | 'when'>
  readonly none: string
  readonly noneUntil: Places<'when'>
  readonly columns: {
    readonly day: string
    readonly group: string
    readonly who: string
    readonly kind: string
    readonly sentence: string
    readonly object: string
    readonly value: string
    readonly because: string
    readonly seq: string
    readonly cause: string
    readonly person: string
  }
  readonly tableLabel: Places<'side'>
  readonly hint: string
  readonly because: Places<'kind' | 'when'>
  readonly chain: string
  readonly chainEmpty: string
  readonly chainOf: Places<'seq'>
  readonly root: string
  readonly therefore: string
  readonly onWall: Places<'name'>
  readonly filteredOut: string
  readonly showIt: string
  readonly owner: string
  readonly outsider: string
  readonly offTopic: string
  readonly yes: string
  readonly no: string
  /** Short names of the kinds. */
  readonly kindNames: Readonly<Record<KindName, string>>
  /** In the order of their codes. */
  readonly sources: readonly string[]
  readonly costs: readonly string[]
  readonly needs: readonly string[]
  readonly roles: readonly string[]
  readonly cues: readonly string[]
  /** Topics of the shipped scenarios; others are called as their scenario calls them. */
  readonly topics: Readonly<Record<string, string>>
}
