import type { ActivityKind, SeatState } from '../../sim/index.ts'

export type Theme = 'light' | 'dark'

/**
 * Every colour that carries data, and the page's own. Chosen by search and kept by
 * test/viz/palette.test.ts: contrast ≥ 3:1 on page and panel, ΔE00 ≥ 14 between any two of a set,
 * also under simulated deuteranopia, protanopia and tritanopia (interface §4).
 */
export interface Palette {
  readonly page: string
  readonly panel: string
  readonly text: string
  readonly secondary: string
  readonly link: string
  /** Thin rules; never carries meaning by itself. */
  readonly rule: string
  /** Outline of a seat that somebody left. */
  readonly vacant: string
  /** Dot of a seat nobody has taken yet. */
  readonly free: string
  readonly states: Readonly<Record<Exclude<SeatState, 'empty' | 'gone'>, string>>
  readonly messages: Readonly<Record<ActivityKind, string>>
  /** Scores from low to high, one hue each: the more, the further from the page in lightness. */
  readonly ramps: Readonly<Record<Ramp, readonly string[]>>
}

/** Steps of a ramp: as many as can be told apart in small seats. */
export const RAMP_STEPS = 7
/** What a ramp may stand for. */
export const RAMPS = ['trust', 'interest', 'fatigue', 'spending'] as const
export type Ramp = (typeof RAMPS)[number]

export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    page: '#FFFFFF',
    panel: '#F4F6F8',
    text: '#14181D',
    secondary: '#4A525C',
    link: '#1F4FBF',
    rule: '#D5DAE0',
    vacant: '#C3C9D0',
    free: '#D5DAE0',
    states: {
      newcomer: '#2494E1',
      active: '#3A48DA',
      lurker: '#858593',
      muted: '#404034',
      zombie: '#20061C',
      fan: '#7E3568',
      buyer: '#27835E',
      leaving: '#B34200',
    },
    messages: {
      useful: '#006156',
      ads: '#C76A00',
      chatter: '#8C877D',
      packets: '#A3001E',
      meetings: '#5B3FA8',
    },
    ramps: {
      trust: ['#478EE6', '#3579CB', '#2364B0', '#0F4F96', '#003C7A', '#002A5A', '#00193D'],
      interest: ['#09A074', '#088963', '#007352', '#005D41', '#004832', '#003423', '#002115'],
      fatigue: ['#DD6B4F', '#C2563C', '#A6432A', '#8C2F18', '#721B03', '#540E00', '#380500'],
      spending: ['#AD74D5', '#9560BA', '#7E4CA0', '#683887', '#52256E', '#3E1257', '#2A0040'],
    },
  },
  dark: {
    page: '#0E1217',
    panel: '#171C23',
    text: '#F2F5F8',
    secondary: '#B4BDC8',
    link: '#8AB4FF',
    rule: '#2B333D',
    vacant: '#414B57',
    free: '#2B333D',
    states: {
      newcomer: '#A0CBF1',
      active: '#6F87FA',
      lurker: '#A7A499',
      muted: '#7C685F',
      zombie: '#EAEAE4',
      fan: '#B06296',
      buyer: '#5BFF94',
      leaving: '#E44E13',
    },
    messages: {
      useful: '#74EBEF',
      ads: '#FACE88',
      chatter: '#887D81',
      packets: '#E32129',
      meetings: '#8173EE',
    },
    ramps: {
      trust: ['#1F69BD', '#3D7FD0', '#5896E3', '#72ACF6', '#95C3FE', '#BDDAFF', '#E4F0FF'],
      interest: ['#037856', '#059169', '#1AAA7C', '#4CC094', '#6FD6AC', '#8FEDC5', '#C1FFE2'],
      fatigue: ['#B34529', '#C75D43', '#DB765C', '#EF8E75', '#FEA892', '#FFCABC', '#FFE9E3'],
      spending: ['#8850AD', '#9B67C0', '#AF7ED3', '#C495E6', '#D8ADF9', '#E7CAFE', '#F5E9FF'],
    },
  },
}

/** Hands the palette to the style sheet and the charts as custom properties. */
export function applyPalette(root: HTMLElement, palette: Palette): void {
  const { states, messages, ramps, ...own } = palette
  const entries = [
    ...Object.entries(own),
    ...Object.entries(states).map(([state, colour]) => [`state-${state}`, colour] as const),
    ...Object.entries(messages).map(([kind, colour]) => [`message-${kind}`, colour] as const),
    ...RAMPS.flatMap((ramp) => ramps[ramp].map((colour, at) => [`ramp-${ramp}-${at}`, colour] as const)),
  ]
  for (const [name, colour] of entries) root.style.setProperty(`--${name}`, colour)
}
