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
}

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
    messages: { useful: '#006156', ads: '#C76A00', chatter: '#8C877D' },
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
    messages: { useful: '#74EBEF', ads: '#FACE88', chatter: '#887D81' },
  },
}

/** Hands the palette to the style sheet and the charts as custom properties. */
export function applyPalette(root: HTMLElement, palette: Palette): void {
  const { states, messages, ...own } = palette
  const entries = [
    ...Object.entries(own),
    ...Object.entries(states).map(([state, colour]) => [`state-${state}`, colour] as const),
    ...Object.entries(messages).map(([kind, colour]) => [`message-${kind}`, colour] as const),
  ]
  for (const [name, colour] of entries) root.style.setProperty(`--${name}`, colour)
}
