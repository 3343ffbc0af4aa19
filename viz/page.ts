import { LOCALES } from '../sim/index.ts'
import type { Locale, Playback, Scenario } from '../sim/index.ts'
import { activityExtent, createActivityChart } from './charts/activity.ts'
import { createCashChart } from './charts/cash.ts'
import type { Chart } from './charts/chart.ts'
import { createStatesChart, statesExtent } from './charts/states.ts'
import { h } from './dom.ts'
import { formatFor } from './locales/format.ts'
import { MESSAGES, isLocale, localeFor } from './locales/messages.ts'
import { createBar } from './panels/bar.ts'
import type { Bar } from './panels/bar.ts'
import { openAbout, openHelp, openTable } from './panels/dialog.ts'
import { failurePanel } from './panels/failure.ts'
import { recall, remember } from './panels/memory.ts'
import { createSidePanel } from './panels/side.ts'
import type { SidePanel } from './panels/side.ts'
import { nextTheme, resolveTheme } from './panels/theme.ts'
import type { ThemeChoice } from './panels/theme.ts'
import {
  SPEEDS,
  advance,
  changeSpeed,
  pause,
  play,
  seek,
  shownDay,
  startClock,
  step,
  withSpeed,
} from './player/clock.ts'
import { compute } from './player/compute.ts'
import { countOf } from './player/frames.ts'
import type { View } from './player/frames.ts'
import type { Library } from './player/library.ts'
import { createLoop } from './player/loop.ts'
import type { Query } from './query.ts'
import { addSeatCards } from './stage/card.ts'
import { PALETTES, applyPalette } from './stage/palette.ts'
import { layOutSeats } from './stage/seats.ts'
import { createWall } from './stage/wall.ts'
import type { Wall } from './stage/wall.ts'
import { createDock } from './timeline/dock.ts'
import type { Dock } from './timeline/dock.ts'
import { icon } from './timeline/icons.ts'
import { KEYS, listenToKeys } from './timeline/keys.ts'
import { chapterAt, chaptersOf, momentText } from './timeline/moments.ts'
import type { Chapter } from './timeline/moments.ts'

const LETTERS = ['A', 'B'] as const
const SMALLEST_CELL = 6
const LARGEST_CELL = 44
const SHARPEST = 2
/** How often a slider under way is told to screen readers. */
const SAY_EVERY_MS = 1000

/** One run on the page: first a name, then a scenario, then everything, or a reason why not. */
interface Side {
  readonly letter: string
  readonly name: string
  scenario: Scenario | null
  playback: Playback | null
  /** `text` null: there is no such scenario. */
  failure: { readonly text: string | null } | null
  done: number
}

/** A side as it stands in the document. */
interface Stand {
  readonly side: Side
  readonly panel: SidePanel
  readonly wall: Wall | null
  readonly refreshCard: () => void
}

/** Puts the page together and keeps clock, walls, charts and dock in step. */
export function openPage(
  root: HTMLElement,
  given: { readonly library: Library; readonly query: Query },
): void {
  const { library, query } = given
  const known = recall('locale') ?? ''
  let locale: Locale = query.locale ?? (isLocale(known) ? known : localeFor(navigator.languages))
  let themeChoice = query.theme ?? ((recall('theme') ?? 'system') as ThemeChoice)
  if (!['system', 'light', 'dark'].includes(themeChoice)) themeChoice = 'system'
  let view: View = 'truth'
  let clock = startClock(1)
  let stands: Stand[] = []
  let charts: Chart[] = []
  let chapters: readonly Chapter[] = []
  let bar: Bar | null = null
  let dock: Dock | null = null
  let start: HTMLElement | null = null
  let drawnDay = -1
  let saidAt = 0
  let resume = false

  const names = (query.names ?? library.names).slice(0, LETTERS.length)
  const sides: Side[] = names.map((name, at) => ({
    letter: LETTERS[at] ?? '',
    name,
    scenario: null,
    playback: null,
    failure: null,
    done: 0,
  }))
  const darkness = matchMedia('(prefers-color-scheme: dark)')
  const stillness = matchMedia('(prefers-reduced-motion: reduce)')
  const resized = new ResizeObserver(() => lay())
  const stage = h('div', { class: 'page' })
  const spoken = h('p', { class: 'hidden', role: 'status' })
  root.replaceChildren(stage, spoken, hatch())

  const loop = createLoop((seconds) => {
    setClock(advance(clock, seconds, { calm: stillness.matches }))
  })

  const texts = (): (typeof MESSAGES)[Locale] => MESSAGES[locale]
  const format = (): ReturnType<typeof formatFor> => formatFor(locale)
  const palette = (): (typeof PALETTES)['light'] =>
    PALETTES[resolveTheme(themeChoice, darkness.matches ? 'dark' : 'light')]
  const isReady = (): boolean =>
    sides.some((side) => side.playback !== null) && sides.every((side) => side.playback ?? side.failure)
  const when = (day: number): string =>
    day === 0 ? texts().dayZero : texts().day({ day: format().count(day) })

  applyTheme()
  build()
  for (const side of sides) computeSide(side)

  listenToKeys({
    toggle,
    step: (days) => setClock(step(clock, days)),
    end: (which) => setClock(seek({ ...clock, playing: false }, which === 'start' ? 0 : clock.days)),
    moment: goToMoment,
    speed: (at) => setClock(withSpeed(clock, SPEEDS[at] ?? clock.speed)),
    view: () => setView(view === 'truth' ? 'owner' : 'truth'),
    theme: changeTheme,
    language: () => setLocale(LOCALES[(LOCALES.indexOf(locale) + 1) % LOCALES.length] ?? locale),
    chapters: () => dock?.toggleChapters(),
    help: () => openHelp(KEYS, texts()),
  })
  darkness.addEventListener('change', applyTheme)

  function computeSide(side: Side): void {
    if (!Object.hasOwn(library.scenarios, side.name)) {
      side.failure = { text: null }
      return settle()
    }
    compute(
      { name: side.name, seed: query.seed, library: library.scenarios },
      {
        resolved(scenario) {
          side.scenario = scenario
          build()
        },
        progress(day, days) {
          side.done = days === 0 ? 1 : day / days
          showProgress(side)
        },
        done(playback) {
          side.playback = playback
          settle()
        },
        failed(text) {
          side.failure = { text }
          settle()
        },
      },
    )
  }

  /** A side came to an end; when it was the last, the page is ready to play. */
  function settle(): void {
    if (isReady()) {
      const days = Math.max(...sides.map((side) => side.playback?.days ?? 0))
      clock = startClock(days, query.day)
      chapters = chaptersOf(sides.map((side) => side.playback))
    }
    build()
    if (isReady()) (start?.querySelector('button') ?? dock?.playButton)?.focus({ preventScroll: true })
  }

  /** Everything anew, in the language of the moment; where the reader was, she stays. */
  function build(): void {
    const focused = document.activeElement?.id ?? ''
    document.documentElement.lang = locale
    document.title = titleOf()
    const options = { texts: texts(), format: format() }
    stands = sides.map((side) => createStand(side))
    charts = isReady() ? createCharts() : []
    bar = createBar({
      texts: options.texts,
      locale,
      theme: themeChoice,
      view,
      setView,
      setLocale,
      nextTheme: changeTheme,
      help: () => openHelp(KEYS, texts()),
    })
    start = isReady() && clock.day === 0 && !clock.playing ? startButton() : null
    dock = isReady() ? makeDock() : null
    const walls = h(
      'div',
      { class: 'walls' },
      ...stands.map(({ panel }) => panel.element),
      ...(start ? [start] : []),
    )
    const figures = h('div', { class: 'charts' }, ...charts.map((chart) => chart.element))
    const main = h('main', {}, walls, figures)
    stage.className = `page sides-${sides.length}`
    stage.replaceChildren(bar.element, main, dock?.element ?? h('div', { class: 'dock empty' }), footer())
    for (const { panel } of stands) panel.setPalette(palette())
    for (const side of sides) showProgress(side)
    drawnDay = -1
    resized.disconnect()
    for (const element of [root, ...stands.map(({ panel }) => panel.room)]) resized.observe(element)
    lay()
    if (focused !== '') document.getElementById(focused)?.focus({ preventScroll: true })
  }

  function titleOf(): string {
    const shown = sides.map((side) => side.scenario?.name[locale] ?? side.name)
    return `${shown.join(' · ')} – ${texts().brand}`
  }

  function createStand(side: Side): Stand {
    const name = side.scenario?.name[locale] ?? side.name
    const question = side.scenario?.question?.[locale] ?? ''
    const panel = createSidePanel({ letter: side.letter, name, question, texts: texts(), format: format() })
    const { playback } = side
    if (side.failure) {
      const { text } = side.failure
      panel.element.classList.add('failed')
      panel.room.append(failurePanel(name, { text, known: Object.keys(library.scenarios), texts: texts() }))
    }
    if (!playback) {
      if (!side.failure) panel.room.append(progressBar(side))
      return { side, panel, wall: null, refreshCard: () => {} }
    }
    const wall = createWall(playback, { palette: palette(), view })
    const refreshCard = addSeatCards(wall, {
      playback,
      texts: texts(),
      format: format(),
      gap: locale === 'en' ? ' ' : '',
      day: () => dayOf(playback),
      view: () => view,
      label: texts().wall({ letter: side.letter, name }),
    })
    panel.room.append(wall.element)
    return { side, panel, wall, refreshCard }
  }

  function progressBar(side: Side): HTMLElement {
    const label = `${side.letter} ${texts().preparing}`
    const progress = h('progress', { id: `progress-${side.letter}`, max: 1, value: 0, 'aria-label': label })
    return h('div', { class: 'computing' }, h('p', {}, texts().preparing), progress)
  }

  function showProgress(side: Side): void {
    const progress = document.getElementById(`progress-${side.letter}`)
    if (!(progress instanceof HTMLProgressElement) || side.done === 0) return
    progress.value = side.done
    const text = progress.previousElementSibling
    if (text) text.textContent = texts().computing({ percent: format().percent(side.done) })
  }

  function createCharts(): Chart[] {
    const ready = sides.flatMap((side) => (side.playback ? [{ side, playback: side.playback }] : []))
    const shared = (extents: (readonly [number, number])[]): readonly [number, number] => [
      Math.min(0, ...extents.map(([low]) => low)),
      Math.max(1, ...extents.map(([, high]) => high)),
    ]
    const options = {
      texts: texts(),
      format: format(),
      when,
      onTable: (chart: Chart) => openTable(chart.table(shownDay(clock)), texts()),
    }
    const people = shared(ready.map(({ playback }) => statesExtent(playback)))
    const messages = shared(ready.map(({ playback }) => activityExtent(playback)))
    const ofSides = ready.map(({ side: { letter }, playback }) => [
      createStatesChart(playback, { ...options, letter, extent: people, view: () => view }),
      createActivityChart(playback, { ...options, letter, extent: messages }),
    ])
    const lines = ready.map(({ side, playback }) => ({
      letter: side.letter,
      name: side.scenario?.name[locale] ?? side.name,
      playback,
    }))
    const cash = createCashChart(lines, { ...options, letter: '' })
    const [first = [], second = []] = ofSides
    return [...first, cash, ...second]
  }

  function makeDock(): Dock {
    const sentenceOf = (chapter: Chapter): string => {
      const playback = sides[chapter.side]?.playback
      return playback ? momentText(chapter.moment, playback, texts(), format()) : ''
    }
    return createDock({
      texts: texts(),
      format: format(),
      days: clock.days,
      sides: sides.map((side) => ({ letter: side.letter, name: side.scenario?.name[locale] ?? side.name })),
      chapters,
      sentenceOf,
      when,
      day: () => shownDay(clock),
      toggle,
      step: (days) => setClock(step(clock, days)),
      seek: (day) => setClock(seek(clock, day)),
      hold() {
        resume = clock.playing
        setClock(pause(clock))
      },
      release() {
        if (resume && clock.day < clock.days) setClock(play(clock))
      },
      changeSpeed: (by) => setClock(changeSpeed(clock, by)),
      openChapter: goTo,
    })
  }

  function startButton(): HTMLElement {
    const button = h(
      'button',
      { type: 'button', id: 'start', 'aria-label': texts().play, onclick: toggle },
      icon('play'),
    )
    return h('div', { class: 'start' }, button)
  }

  function footer(): HTMLElement {
    const ready = sides.flatMap(({ letter, name, scenario, playback }) =>
      playback ? [{ label: texts().side({ letter, name: scenario?.name[locale] ?? name }), playback }] : [],
    )
    const about = h(
      'button',
      { type: 'button', id: 'about', class: 'link', onclick: () => openAbout(ready, texts(), format()) },
      texts().about,
    )
    return h('footer', {}, h('p', {}, texts().modelNote), about)
  }

  /** Sizes of everything: cells of both walls are of one size, in the same number of columns. */
  function lay(): void {
    const walls = stands.flatMap(({ wall, side }) =>
      wall && side.playback ? [{ wall, seats: side.playback.seats }] : [],
    )
    const ratio = Math.min(SHARPEST, window.devicePixelRatio || 1)
    const rooms = walls.map(({ wall }) => wall.element.getBoundingClientRect())
    if (rooms.length > 0) {
      const grid = layOutSeats({
        seats: Math.max(...walls.map(({ seats }) => seats)),
        width: Math.floor(Math.min(...rooms.map((room) => room.width)) * ratio),
        height: Math.floor(Math.min(...rooms.map((room) => room.height)) * ratio),
        smallest: Math.floor(SMALLEST_CELL * ratio),
        largest: Math.floor(LARGEST_CELL * ratio),
      })
      for (const { wall } of walls) wall.setGrid(grid, ratio)
    }
    for (const chart of charts) chart.draw()
    dock?.lay()
    drawnDay = -1
    render()
    summarise()
  }

  function setClock(next: typeof clock): void {
    const stopped = clock.playing && !next.playing
    const moved = next.day !== clock.day
    clock = next
    if (clock.playing) loop.start()
    else loop.stop()
    if (moved || clock.playing) start?.remove()
    render()
    if (stopped) for (const { wall } of stands) wall?.calm()
    if (!clock.playing && (stopped || moved)) summarise()
    if (stopped) spoken.textContent = summary(shownDay(clock))
  }

  function toggle(): void {
    if (!isReady()) return
    const fromStart = document.activeElement?.id === 'start'
    setClock(clock.playing ? pause(clock) : play(clock))
    if (fromStart) dock?.playButton.focus({ preventScroll: true })
  }

  function goTo(chapter: Chapter): void {
    setClock(seek(pause(clock), chapter.day))
    const playback = sides[chapter.side]?.playback
    if (playback) spoken.textContent = momentText(chapter.moment, playback, texts(), format())
  }

  function goToMoment(direction: 1 | -1): void {
    const day = shownDay(clock)
    const found =
      direction === 1
        ? chapters.find((chapter) => chapter.day > day)
        : chapters.findLast((chapter) => chapter.day < day)
    if (found) goTo(found)
  }

  /** Draws the moment. Charts and playhead move by fractions of a day, everything else by whole days. */
  function render(): void {
    if (!dock) return
    const day = shownDay(clock)
    const head = stillness.matches ? day : clock.day
    for (const chart of charts) chart.playhead(head)
    dock.playhead(head)
    dock.showClock(clock)
    if (day === drawnDay) return
    const followed = drawnDay >= 0 && clock.playing && day > drawnDay
    drawnDay = day
    for (const { side, panel, wall, refreshCard } of stands) {
      const { playback } = side
      if (!playback || !wall) continue
      const its = dayOf(playback)
      wall.show(its)
      if (followed && !stillness.matches && its === day) wall.ripple(its)
      panel.showDay(its, playback, view)
      refreshCard()
    }
    for (const chart of charts) chart.label(day)
    dock.showDay(day)
    if (clock.playing && performance.now() - saidAt > SAY_EVERY_MS) say()
  }

  function dayOf(playback: Playback): number {
    return Math.min(shownDay(clock), playback.days)
  }

  function say(): void {
    saidAt = performance.now()
    dock?.say(shownDay(clock), summary(shownDay(clock)))
  }

  /** What those who cannot see walls and charts are told; only when things stand still. */
  function summarise(): void {
    say()
    for (const chart of charts) chart.summarise(shownDay(clock))
    for (const { side, wall } of stands) {
      const { playback } = side
      if (!playback || !wall) continue
      const day = dayOf(playback)
      const count = (state: 'muted' | 'gone' | 'leaving'): number => countOf(playback.stateCounts, day, state)
      const text = texts().wallSummary({
        when: when(day),
        members: format().count(playback.series.members[day] ?? 0),
        muted: view === 'owner' ? '?' : format().count(count('muted')),
        gone: format().count(count('gone') + count('leaving')),
      })
      wall.canvas.setAttribute('aria-label', `${side.letter} ${text}`)
    }
  }

  /** 「第 12 天，A 在群 431 人，B 在群 380 人」 */
  function summary(day: number): string {
    const parts = sides.flatMap(({ letter, playback }) =>
      playback
        ? [
            texts().membersNow({
              letter,
              count: format().count(playback.series.members[dayOf(playback)] ?? 0),
            }),
          ]
        : [],
    )
    const chapter = chapterAt(chapters, day)
    const playback = chapter?.day === day ? sides[chapter.side]?.playback : null
    const event =
      chapter && playback ? `${texts().stop} ${momentText(chapter.moment, playback, texts(), format())}` : ''
    return [when(day), ...parts].join(texts().comma) + event
  }

  function setView(next: View): void {
    view = next
    bar?.showView(view)
    for (const { wall } of stands) wall?.setLook(palette(), view)
    for (const chart of charts) chart.draw()
    drawnDay = -1
    render()
    summarise()
  }

  function setLocale(next: Locale): void {
    locale = next
    remember('locale', locale)
    keepInAddress('l', locale)
    build()
  }

  function changeTheme(): void {
    themeChoice = nextTheme(themeChoice, darkness.matches ? 'dark' : 'light')
    remember('theme', themeChoice)
    keepInAddress('theme', themeChoice)
    bar?.showTheme(themeChoice)
    applyTheme()
  }

  function applyTheme(): void {
    const theme = resolveTheme(themeChoice, darkness.matches ? 'dark' : 'light')
    document.documentElement.dataset['theme'] = theme
    applyPalette(document.documentElement, palette())
    for (const { wall, panel } of stands) {
      wall?.setLook(palette(), view)
      panel.setPalette(palette())
    }
  }

  /** Where the address names a choice, it names the present one, so that a reload changes nothing. */
  function keepInAddress(key: string, value: string): void {
    const url = new URL(location.href)
    if (!url.searchParams.has(key)) return
    url.searchParams.set(key, value)
    history.replaceState(null, '', url)
  }
}

/** The hatching that sleepers have in the chart. */
function hatch(): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  svg.setAttribute('class', 'hidden')
  svg.setAttribute('aria-hidden', 'true')
  svg.innerHTML =
    '<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
    '<rect width="5" height="5" style="fill:var(--page)"/><rect width="2.6" height="5" style="fill:var(--state-zombie)"/></pattern></defs>'
  return svg
}
