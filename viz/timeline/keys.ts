import type { Messages } from '../locales/zh-Hans.ts'

/** What the keys can do; the page says how. */
export interface Actions {
  readonly toggle: () => void
  readonly step: (days: number) => void
  readonly end: (which: 'start' | 'end') => void
  readonly moment: (direction: 1 | -1) => void
  /** Number in SPEEDS. */
  readonly speed: (at: number) => void
  readonly goToDay: () => void
  readonly chapters: () => void
  readonly view: () => void
  readonly why: () => void
  readonly find: () => void
  readonly compare: () => void
  readonly outcomes: () => void
  readonly present: () => void
  readonly fork: () => void
  readonly undo: () => void
  readonly redo: () => void
  readonly chooser: () => void
  readonly openLog: () => void
  readonly theme: () => void
  readonly language: () => void
  readonly settings: () => void
  readonly limits: () => void
  readonly help: () => void
  readonly escape: () => void
}

/** Parts of the help, in their order. */
export const KEY_SECTIONS = ['play', 'look', 'change', 'page'] as const
export type KeySection = (typeof KEY_SECTIONS)[number]

/** One line of the list of keys. The same list answers the keyboard and fills the help. */
export interface Key {
  readonly section: KeySection
  readonly shown: readonly string[]
  readonly does: (texts: Messages) => string
  /** Keys of KeyboardEvent.key, lower case, with `Ctrl+` (or ⌘) and `Shift+` in front where they matter. */
  readonly on: Readonly<Record<string, (actions: Actions) => void>>
}

const SPEED_KEYS = Object.fromEntries(
  [1, 2, 3, 4, 5, 6, 7].map((digit) => [`${digit}`, (a: Actions) => a.speed(digit - 1)]),
)

export const KEYS: readonly Key[] = [
  ...section('play', [
    [['Space', 'K'], (t) => t.keys.play, { ' ': (a) => a.toggle(), k: (a) => a.toggle() }],
    [['←', '→'], (t) => t.keys.day, { arrowleft: (a) => a.step(-1), arrowright: (a) => a.step(1) }],
    [
      ['Shift ←', 'Shift →', 'PageUp', 'PageDown'],
      (t) => t.keys.week,
      {
        'shift+arrowleft': (a) => a.step(-7),
        'shift+arrowright': (a) => a.step(7),
        pageup: (a) => a.step(-7),
        pagedown: (a) => a.step(7),
      },
    ],
    [['[', ']'], (t) => t.keys.moment, { '[': (a) => a.moment(-1), ']': (a) => a.moment(1) }],
    [['Home', 'End'], (t) => t.keys.ends, { home: (a) => a.end('start'), end: (a) => a.end('end') }],
    [['G'], (t) => t.keys.goToDay, { g: (a) => a.goToDay() }],
    [['1', '…', '7'], (t) => t.keys.speeds, SPEED_KEYS],
  ]),
  ...section('look', [
    [['↑', '↓', '←', '→'], (t) => t.keys.seat, {}],
    [['W', 'Enter'], (t) => t.keys.why, { w: (a) => a.why() }],
    [['/'], (t) => t.keys.find, { '/': (a) => a.find() }],
    [['V'], (t) => t.keys.view, { v: (a) => a.view() }],
    [['M'], (t) => t.keys.chapters, { m: (a) => a.chapters() }],
    [['C'], (t) => t.keys.compare, { c: (a) => a.compare() }],
    [['R'], (t) => t.keys.outcomes, { r: (a) => a.outcomes() }],
    [['P'], (t) => t.keys.present, { p: (a) => a.present() }],
  ]),
  ...section('change', [
    [['F'], (t) => t.keys.fork, { f: (a) => a.fork() }],
    [['Ctrl Z'], (t) => t.keys.undo, { 'ctrl+z': (a) => a.undo() }],
    [
      ['Ctrl Shift Z', 'Ctrl Y'],
      (t) => t.keys.redo,
      { 'ctrl+shift+z': (a) => a.redo(), 'ctrl+y': (a) => a.redo() },
    ],
    [['S'], (t) => t.keys.chooser, { s: (a) => a.chooser() }],
    [['O'], (t) => t.keys.openLog, { o: (a) => a.openLog() }],
  ]),
  ...section('page', [
    [['T'], (t) => t.keys.theme, { t: (a) => a.theme() }],
    [['L'], (t) => t.keys.language, { l: (a) => a.language() }],
    [[','], (t) => t.keys.settings, { ',': (a) => a.settings() }],
    [['N'], (t) => t.keys.limits, { n: (a) => a.limits() }],
    [['?'], (t) => t.keys.help, { '?': (a) => a.help() }],
    [['Esc'], (t) => t.keys.close, { escape: (a) => a.escape() }],
  ]),
]

function section(
  name: KeySection,
  lines: readonly (readonly [Key['shown'], Key['does'], Key['on']])[],
): Key[] {
  return lines.map(([shown, does, on]) => ({ section: name, shown, does, on }))
}

/** Keys that scroll a page that is taller than its window: there they are left alone. */
const SCROLLING = new Set(['pageup', 'pagedown', 'home', 'end'])

/** A key that was pressed, and where. */
export interface Press {
  readonly key: string
  readonly shift: boolean
  /** Ctrl, or ⌘. */
  readonly control: boolean
  readonly alt: boolean
  /** What has the focus. */
  readonly on: 'page' | 'button' | 'slider' | 'field'
  /** The page is taller than its window. */
  readonly scrolls: boolean
  /** Keys that write a character may act by themselves (WCAG 2.1.4). */
  readonly singleKeys: boolean
}

/** What a press asks for; undefined where it is not ours. */
export function actionOf(pressed: Press): ((actions: Actions) => void) | undefined {
  const { shift, control, alt, on } = pressed
  const key = pressed.key.toLowerCase()
  if (alt || on === 'field') return undefined
  if (key === ' ' && on === 'button') return undefined
  if (SCROLLING.has(key) && on !== 'slider' && pressed.scrolls) return undefined
  const writes = key.length === 1 && key !== ' '
  if (writes && !control && !pressed.singleKeys) return undefined
  const shifted = shift && (control || key.startsWith('arrow'))
  const name = `${control ? 'ctrl+' : ''}${shifted ? 'shift+' : ''}${key}`
  return KEYS.map((line) => line.on[name]).find((found) => found !== undefined)
}

/** Answers the keyboard, except while somebody types, composes, reads a dialog or presses a button. */
export function listenToKeys(
  actions: Actions,
  options: { readonly singleKeys: () => boolean } = { singleKeys: () => true },
): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return
    if (document.querySelector('dialog.dialog[open]')) return
    const act = actionOf({
      key: event.key,
      shift: event.shiftKey,
      control: event.ctrlKey || event.metaKey,
      alt: event.altKey,
      on: placeOf(event.target),
      scrolls: scrolls(),
      singleKeys: options.singleKeys(),
    })
    if (!act) return
    event.preventDefault()
    act(actions)
  })
}

function placeOf(target: EventTarget | null): Press['on'] {
  if (!(target instanceof HTMLElement)) return 'page'
  if (target.closest('input, textarea, select, [contenteditable]')) return 'field'
  if (target.closest('button, a, summary')) return 'button'
  return target.closest('[role=slider]') ? 'slider' : 'page'
}

function scrolls(): boolean {
  const { scrollHeight, clientHeight } = document.documentElement
  return scrollHeight > clientHeight + 1
}
