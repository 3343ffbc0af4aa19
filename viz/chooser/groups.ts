/** The questions by which scenarios are sorted, and the scenarios of each in the order in which they are taught. */
const GROUPS = {
  selling: [
    'ads-from-day-one',
    'pain-point-first',
    'hook-topic-first',
    'when-to-start-selling',
    'many-sellers',
    'rescue',
  ],
  positioning: [
    'broad-or-narrow',
    'problem-before-product',
    'user-is-not-buyer',
    'lively-not-healthy',
    'fun-or-useful',
    'platform-to-community',
  ],
  people: [
    'mutual-benefit',
    'one-star-or-many',
    'six-needs',
    'peer-check-in',
    'member-run-group',
    'rules-and-values',
  ],
  product: ['product-fit', 'one-shot-deal'],
  growth: ['fission-blitz', 'red-packet-rain'],
  running: ['hobby-without-carrier', 'offline-events'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type GroupName = keyof typeof GROUPS | 'others'

/** A scenario, and the changes to it that are shipped beside it: `NAME--VARIANT`. */
export interface Family {
  readonly name: string
  readonly variants: readonly string[]
}

export interface Group {
  readonly group: GroupName
  readonly families: readonly Family[]
}

/** The scenarios there are, by question; those that no question knows come last, and a group without any is left out. */
export function groupScenarios(names: readonly string[]): Group[] {
  const heads = names.filter((name) => parentOf(name, names) === null)
  const known = new Set<string>(Object.values(GROUPS).flat())
  const groups: (readonly [GroupName, readonly string[]])[] = [
    ...(Object.entries(GROUPS) as [GroupName, readonly string[]][]),
    ['others', heads.filter((name) => !known.has(name))],
  ]
  return groups
    .map(([group, members]) => ({
      group,
      families: members
        .filter((name) => heads.includes(name))
        .map((name) => ({
          name,
          variants: names.filter((each) => parentOf(each, names) === name).sort(byNumber),
        })),
    }))
    .filter(({ families }) => families.length > 0)
}

/** day-7 comes before day-14. */
const byNumber = new Intl.Collator('en', { numeric: true }).compare

/** Of a variant, the scenario that it changes; null where that is not there. */
function parentOf(name: string, names: readonly string[]): string | null {
  const [parent = '', ...variant] = name.split('--')
  return variant.length > 0 && names.includes(parent) ? parent : null
}
