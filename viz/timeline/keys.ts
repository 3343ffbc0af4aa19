import type { Messages } from '../locales/zh-Hans.ts'

/** What the keys can do; the page says how. */
export interface Actions {
  readonly toggle: () => void
  readonly step: (days: number) => void
  readonly end: (which: 'start' | 'end') => void
  readonly moment: (direction: 1 | -1) => void
  /** Number in SPEEDS. */
  readonly speed: (at: number) => void
  readonly view: () => void
  readonly theme: () => void
  readonly language: () => void
  readonly chapters: () => void
  readonly help: () => void
  readonly why: () => void
  readonly openLog: () => void
  readonly chooser: () => void
  readonly limits: () => void
  readonly outcomes: () => void
  readonly escape: () => void
}

/** One line of the list of keys. The same list answers the keyboard and fills the help. */
export interface Key {
  readonly shown: readonly string[]
  readonly does: (texts: Messages) => string
  /** Keys of KeyboardEvent.key, lower case, with `Shift+` where it matters. */
  readonly on: Readonly<Record<string, (actions: Actions) => void>>
}

export const KEYS: readonly Key[] = [
  { shown: ['Space', 'K'], does: (t) => t.keys.play, on: { ' ': (a) => a.toggle(), k: (a) => a.toggle() } },
  {
    shown: ['←', '→'],
    does: (t) => t.keys.day,
    on: { arrowleft: (a) => a.step(-1), arrowright: (a) => a.step(1) },
  },
  {
    shown: ['Shift ←', 'Shift →', 'PageUp', 'PageDown'],
    does: (t) => t.keys.week,
    on: {
      'shift+arrowleft': (a) => a.step(-7),
      'shift+arrowright': (a) => a.step(7),
      pageup: (a) => a.step(-7),
      pagedown: (a) => a.step(7),
    },
  },
  {
    shown: ['Home', 'End'],
    does: (t) => t.keys.ends,
    on: { home: (a) => a.end('start'), end: (a) => a.end('end') },
  },
  {
    shown: ['[', ']'],
    does: (t) => t.keys.moment,
    on: { '[': (a) => a.moment(-1), ']': (a) => a.moment(1) },
  },
  {
    shown: ['1', '…', '7'],
    does: (t) => t.keys.speeds,
    on: Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7].map((digit) => [`${digit}`, (a: Actions) => a.speed(digit - 1)]),
    ),
  },
  { shown: ['V'], does: (t) => t.keys.view, on: { v: (a) => a.view() } },
  { shown: ['C'], does: (t) => t.keys.chapters, on: { c: (a) => a.chapters() } },
  { shown: ['T'], does: (t) => t.keys.theme, on: { t: (a) => a.theme() } },
  { shown: ['L'], does: (t) => t.keys.language, on: { l: (a) => a.language() } },
  { shown: ['↑', '↓', '←', '→'], does: (t) => t.keys.seat, on: {} },
  { shown: ['W', 'Enter'], does: (t) => t.keys.why, on: { w: (a) => a.why() } },
  { shown: ['R'], does: (t) => t.keys.outcomes, on: { r: (a) => a.outcomes() } },
  { shown: ['O'], does: (t) => t.keys.openLog, on: { o: (a) => a.openLog() } },
  { shown: ['S'], does: (t) => t.keys.chooser, on: { s: (a) => a.chooser() } },
  { shown: ['N'], does: (t) => t.keys.limits, on: { n: (a) => a.limits() } },
  { shown: ['?'], does: (t) => t.keys.help, on: { '?': (a) => a.help() } },
  { shown: ['Esc'], does: (t) => t.keys.close, on: { escape: (a) => a.escape() } },
]

/** Keys that scroll a page that is taller than its window: there they are left alone. */
const SCROLLING = new Set(['pageup', 'pagedown', 'home', 'end'])

/** Answers the keyboard, except while somebody types, composes, reads a dialog or presses a button. */
export function listenToKeys(actions: Actions): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (document.querySelector('dialog.dialog[open]')) return
    const target = event.target instanceof HTMLElement ? event.target : document.body
    if (target.closest('input, textarea, select, [contenteditable]')) return
    const key = event.key.toLowerCase()
    if (key === ' ' && target.closest('button, a, summary')) return
    const slider = target.closest('[role=slider]') !== null
    if (SCROLLING.has(key) && !slider && scrolls()) return
    const name = event.shiftKey && key.startsWith('arrow') ? `shift+${key}` : key
    const act = KEYS.map((line) => line.on[name]).find((found) => found !== undefined)
    if (!act) return
    event.preventDefault()
    act(actions)
  })
}

function scrolls(): boolean {
  const { scrollHeight, clientHeight } = document.documentElement
  return scrollHeight > clientHeight + 1
}
