import { LOCALES } from '../sim/index.ts'
import type { Locale, Playback } from '../sim/index.ts'
import { createWhy } from './account/why.ts'
import { createCharts } from './charts/all.ts'
import type { Chart } from './charts/chart.ts'
import { hatch } from './charts/hatch.ts'
import { h } from './dom.ts'
import { isLocale, localeFor } from './locales/messages.ts'
import { wordsFor } from './locales/words.ts'
import { createBar } from './panels/bar.ts'
import type { Bar } from './panels/bar.ts'
import type { Outcomes } from './outcomes/outcomes.ts'
import { openAbout, openDialog, openHelp, openTable } from './panels/dialog.ts'
import { acceptDrops, chooseLog } from './panels/open-log.ts'
import type { LogContext } from './panels/open-log.ts'
import { recall, remember } from './panels/memory.ts'
import { daySummary, wallSummary } from './panels/summary.ts'
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
import type { Clock } from './player/clock.ts'
import type { View } from './player/frames.ts'
import type { Library } from './player/library.ts'
import { createLoop } from './player/loop.ts'
import { createRuns } from './player/runs.ts'
import { createSides, isReady, nameOf, playable, sideAfresh, sideOfLog } from './player/side.ts'
import type { OpenedLog, Side } from './player/side.ts'
import { readQuery } from './query.ts'
import type { Query } from './query.ts'
import { PALETTES, applyPalette } from './stage/palette.ts'
import type { Palette, Theme } from './stage/palette.ts'
import { createStand, layOutWalls } from './stage/stand.ts'
import type { Stand } from './stage/stand.ts'
import { createDock } from './timeline/dock.ts'
import type { Dock } from './timeline/dock.ts'
import { icon } from './timeline/icons.ts'
import { KEYS, listenToKeys } from './timeline/keys.ts'
import { chaptersOf, momentText } from './timeline/moments.ts'
import type { Chapter } from './timeline/moments.ts'

/** How often a slider under way is told to screen readers. */
const SAY_EVERY_MS = 1000

/**
 * Puts the page together and keeps clock, walls, charts and dock in step. Longer than other files: it is the one
 * place that knows all of them, and they know nothing of each other.
 */
export function openPage(
  root: HTMLElement,
  { library, query }: { readonly library: Library; readonly query: Query },
): void {
  let sides = createSides(query.names ?? library.names)
  let seed = query.seed ?? library.seed
  let openingDay = query.day
  let words = wordsFor(query.locale ?? rememberedLocale())
  let themeChoice = query.theme ?? rememberedTheme()
  let view: View = 'truth'
  let clock = startClock(1)
  let chapters: readonly Chapter[] = []
  let stands: readonly Stand[] = []
  let charts: readonly Chart[] = []
  let bar: Bar | null = null
  let dock: Dock | null = null
  let start: HTMLElement | null = null
  let drawnDay = -1
  let seenDay = -1
  let saidAt = 0
  let resume = false
  let outcomes: Promise<Outcomes> | null = null
  /** Sides with logs, by the address under which they were left: no address can bring them back. */
  const left = new Map<string, Side[]>()
  /** Sides about which the teacher's sentence is shown. */
  const toldAbout = new Set<Side>()

  const darkness = matchMedia('(prefers-color-scheme: dark)')
  const stillness = matchMedia('(prefers-reduced-motion: reduce)')
  const resized = new ResizeObserver(() => lay())
  const page = h('div', { class: 'page' })
  const spoken = h('p', { class: 'hidden', role: 'status' })
  const why = createWhy({
    words: () => words,
    view: () => view,
    day: () => shownDay(clock),
    seeTruth: () => setView('truth'),
    place(sheet, away) {
      sheet.classList.toggle('on-left', away === 'left')
      page.append(sheet)
    },
    leftOf(side, seat) {
      const wall = standOf(side)?.wall
      return wall ? wall.element.getBoundingClientRect().left + wall.placeOf(seat).x : 0
    },
    mark(side, seat, focus) {
      const stand = standOf(side)
      if (focus) stand?.cards?.show(seat, true)
      else stand?.wall?.mark(seat < 0 ? (stand.cards?.seat() ?? -1) : seat)
    },
  })
  const logs: LogContext = { words: () => words, sides: () => sides, opened: openedLog }
  const runs = createRuns(library, (side, news) => {
    if (!sides.includes(side)) return // a log took its place
    if (news === 'settled') settle()
    else if (news === 'resolved') build()
    else for (const { showProgress } of stands) showProgress()
  })
  const loop = createLoop((seconds) => setClock(advance(clock, seconds, { calm: stillness.matches })))

  root.replaceChildren(page, spoken, hatch())
  applyTheme()
  build()
  runs.start(sides, seed)
  listenToKeys({
    toggle,
    step: (days) => setClock(step(clock, days)),
    end: (which) => setClock(seek(pause(clock), which === 'start' ? 0 : clock.days)),
    moment: goToMoment,
    speed: (at) => setClock(withSpeed(clock, SPEEDS[at] ?? clock.speed)),
    view: () => setView(view === 'truth' ? 'owner' : 'truth'),
    theme: changeTheme,
    language: () => setLocale(LOCALES[(LOCALES.indexOf(words.locale) + 1) % LOCALES.length] ?? words.locale),
    chapters: () => dock?.toggleChapters(),
    help: () => openHelp(KEYS, words.texts),
    why: askWhy,
    openLog: () => chooseLog(logs),
    outcomes: askOutcomes,
    chooser: askChooser,
    limits: askLimits,
    escape: () => why.close(),
  })
  acceptDrops(logs)
  darkness.addEventListener('change', applyTheme)
  addEventListener('popstate', goBack)

  /** A side came to an end; when it was the last, the page is ready to play. */
  function settle(): void {
    const ready = isReady(sides)
    if (ready) {
      clock = startClock(Math.max(...playable(sides).map(({ playback }) => playback.days)), openingDay)
      chapters = chaptersOf(sides.map((side) => side.playback))
    }
    build()
    if (ready) (start?.querySelector('button') ?? dock?.playButton)?.focus({ preventScroll: true })
  }

  function standOf(side: Side): Stand | undefined {
    return stands.find((stand) => stand.side === side)
  }

  /** The account of the seat whose card is open; without one, the keys are led to the first wall. */
  function askWhy(): void {
    const at = stands.find(({ cards }) => (cards?.seat() ?? -1) >= 0)
    if (why.isOpen()) why.close()
    else if (at?.cards) why.open(at.side, at.cards.seat(), { focus: true })
    else stands.find(({ cards }) => cards)?.cards?.show(0, true)
  }

  /** A log takes the place of a side; the clock stays where it is. */
  function openedLog(at: number, log: OpenedLog): void {
    const old = sides[at]
    if (!old) return
    leave()
    sides[at] = sideOfLog(old.letter, log)
    const days = Math.max(...playable(sides).map((side) => side.playback.days))
    clock = startClock(days, dock ? clock.day : openingDay)
    chapters = chaptersOf(sides.map((side) => side.playback))
    build()
    spoken.textContent = words.texts.openLogOpened({ letter: old.letter, file: log.file.name })
  }

  /** What was open over the sides belongs to them; other sides are about to take their place. */
  function leave(): void {
    why.close()
    outcomes?.then(
      (them) => them.close(),
      () => {}, // what does not load has been told where it was asked for
    )
    loop.stop()
  }

  /** Many runs of both sides. That part of the page is loaded when somebody first asks for it. */
  function askOutcomes(): void {
    if (!dock) return
    setClock(pause(clock))
    outcomes ??= import('./outcomes/outcomes.ts').then(({ createOutcomes }) =>
      createOutcomes({ words: () => words, sides: () => sides, openRun }),
    )
    outcomes.then(
      (them) => them.open(),
      (error: unknown) => {
        outcomes = null
        sayFailure(words.texts.outcomes.title, error)
      },
    )
  }

  /** All scenarios there are, loaded when first asked for, like what the model does not know. */
  function askChooser(): void {
    setClock(pause(clock))
    import('./chooser/chooser.ts').then(
      ({ openChooser }) => openChooser({ library, sides, words }),
      (error: unknown) => sayFailure(words.texts.chooser.title, error),
    )
  }

  function askLimits(): void {
    setClock(pause(clock))
    import('./limits/limits.ts').then(
      ({ openLimits }) => openLimits(words),
      (error: unknown) => sayFailure(words.texts.limits.title, error),
    )
  }

  function sayFailure(title: string, error: unknown): void {
    const { texts } = words
    openDialog(title, texts.close, h('p', { role: 'alert' }, texts.failedPage), h('pre', {}, String(error)))
  }

  /** The run with another seed on every wall, on the same day; the address names it, and the way back leads back. */
  function openRun(next: string): void {
    if (sides.some(({ log }) => log)) left.set(location.search, sides)
    const url = new URL(location.href)
    url.searchParams.set('seed', next)
    history.pushState(null, '', url)
    runAgain(next, sides.map(sideAfresh))
    spoken.textContent = words.texts.outcomes.opened({ seed: next })
  }

  /** The address of another run came back. */
  function goBack(): void {
    const next = readQuery(location.search).seed ?? library.seed
    if (next !== seed) runAgain(next, left.get(location.search) ?? sides.map(sideAfresh))
  }

  function runAgain(next: string, wanted: Side[]): void {
    openingDay = shownDay(clock)
    leave()
    runs.stop()
    seed = next
    sides = wanted
    build()
    if (isReady(sides)) settle()
    else runs.start(sides, seed)
  }

  /** Everything anew, in the language of the moment; where the reader was, she stays. */
  function build(): void {
    const { texts, locale } = words
    const focused = document.activeElement?.id ?? ''
    const ready = isReady(sides)
    document.documentElement.lang = locale
    document.title = `${sides.map((side) => nameOf(side, locale)).join(' · ')} – ${texts.brand}`
    stands = sides.map((side) =>
      createStand(side, {
        words,
        library,
        sides,
        told: (of) => toldAbout.has(of),
        tell(of, told) {
          if (told) toldAbout.add(of)
          else toldAbout.delete(of)
        },
        palette,
        view: () => view,
        day: () => shownDay(clock),
        why: (of) => ({
          why: (seat, options) => why.open(of, seat, options),
          closeWhy: () => why.close(),
          told: () => why.seatOn(of),
        }),
      }),
    )
    charts = ready ? createCharts(sides, words, { view: () => view, onTable: showTable }) : []
    bar = createBar({
      texts,
      locale,
      theme: themeChoice,
      view,
      setView,
      setLocale,
      nextTheme: changeTheme,
      help: () => openHelp(KEYS, texts),
      openLog: () => chooseLog(logs),
      chooser: askChooser,
      limits: askLimits,
    })
    dock = ready ? makeDock() : null
    start = ready && clock.day === 0 && !clock.playing ? startButton() : null
    const panels = stands.map(({ panel }) => panel.element)
    const walls = h('div', { class: 'walls' }, ...panels, ...(start ? [start] : []))
    const figures = h(
      'div',
      { class: `charts charts-${charts.length}` },
      ...charts.map((chart) => chart.element),
    )
    page.className = `page sides-${sides.length}`
    page.replaceChildren(
      bar.element,
      h('main', {}, walls, figures),
      dock?.element ?? h('div', { class: 'dock empty' }),
      footer(),
    )
    for (const { panel } of stands) panel.setPalette(palette())
    resized.disconnect()
    for (const element of [root, ...stands.map(({ panel }) => panel.room)]) resized.observe(element)
    lay()
    why.rebuild()
    if (focused !== '') document.getElementById(focused)?.focus({ preventScroll: true })
  }

  function showTable(chart: Chart): void {
    openTable(chart.table(shownDay(clock)), words.texts)
  }

  function sentenceOf({ side, moment }: Chapter): string {
    const playback = sides[side]?.playback
    return playback ? momentText(moment, playback, words.texts, words.format) : ''
  }

  function makeDock(): Dock {
    const { texts, format, when, locale } = words
    return createDock({
      texts,
      format,
      days: clock.days,
      sides: sides.map((side) => ({ letter: side.letter, name: nameOf(side, locale) })),
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
      openOutcomes: askOutcomes,
    })
  }

  function startButton(): HTMLElement {
    const { play: name } = words.texts
    const button = h(
      'button',
      { type: 'button', id: 'start', 'aria-label': name, onclick: toggle },
      icon('play'),
    )
    return h('div', { class: 'start' }, button)
  }

  function footer(): HTMLElement {
    const { texts, format, locale } = words
    function open(): void {
      const runs = playable(sides).map(({ side, playback }) => ({
        label: texts.side({ letter: side.letter, name: nameOf(side, locale) }),
        playback,
      }))
      openAbout(runs, texts, format)
    }
    const about = h('button', { type: 'button', id: 'about', class: 'link', onclick: open }, texts.about)
    const openLog = h(
      'button',
      { type: 'button', class: 'link open-log', onclick: () => chooseLog(logs) },
      texts.openLog,
    )
    return h('footer', {}, h('p', {}, texts.modelNote), openLog, about)
  }

  /** New sizes for everything. */
  function lay(): void {
    layOutWalls(stands)
    for (const chart of charts) chart.draw()
    dock?.lay()
    why.draw()
    redraw()
  }

  function redraw(): void {
    drawnDay = -1
    render()
    summarise()
  }

  function setClock(next: Clock): void {
    const stopped = clock.playing && !next.playing
    const moved = next.day !== clock.day
    clock = next
    if (clock.playing) loop.start()
    else loop.stop()
    if (moved || clock.playing) start?.remove()
    render()
    if (clock.playing || !(stopped || moved)) return
    summarise()
    if (!stopped) return
    for (const { wall } of stands) wall?.calm()
    spoken.textContent = daySummary(shownDay(clock), sides, chapters, words)
  }

  function toggle(): void {
    if (!dock) return
    const fromStart = document.activeElement?.id === 'start'
    setClock(clock.playing ? pause(clock) : play(clock))
    if (fromStart) dock.playButton.focus({ preventScroll: true })
  }

  function goTo(chapter: Chapter): void {
    setClock(seek(pause(clock), chapter.day))
    spoken.textContent = sentenceOf(chapter)
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
    const arrived = day !== seenDay // what was hidden at the end stays so until the end is reached anew
    seenDay = day
    const rippling = drawnDay >= 0 && clock.playing && day > drawnDay && !stillness.matches
    drawnDay = day
    for (const { side, panel, wall, cards, afterwards } of stands) {
      const { playback } = side
      if (!playback || !wall) continue
      if (arrived && day >= playback.days && !toldAbout.has(side)) {
        toldAbout.add(side)
        afterwards?.show(true)
      }
      const its = dayIn(playback)
      wall.show(its)
      if (rippling && its === day) wall.ripple(its)
      panel.showDay(its, playback, view)
      cards?.refresh()
    }
    why.showDay()
    for (const chart of charts) chart.label(day)
    dock.showDay(day)
    if (clock.playing && performance.now() - saidAt > SAY_EVERY_MS) say()
  }

  /** A shorter run stays at its end while the other goes on. */
  function dayIn(playback: Playback): number {
    return Math.min(shownDay(clock), playback.days)
  }

  function say(): void {
    saidAt = performance.now()
    dock?.say(shownDay(clock), daySummary(shownDay(clock), sides, chapters, words))
  }

  /** What those who cannot see walls and charts are told; only when things stand still. */
  function summarise(): void {
    say()
    for (const chart of charts) chart.summarise(shownDay(clock))
    for (const { side, wall } of stands) {
      const { letter, playback } = side
      if (!playback || !wall) continue
      wall.canvas.setAttribute(
        'aria-label',
        `${letter} ${wallSummary(dayIn(playback), playback, view, words)}`,
      )
    }
  }

  function setView(next: View): void {
    view = next
    bar?.showView(view)
    for (const { wall } of stands) wall?.setLook(palette(), view)
    for (const chart of charts) chart.draw()
    redraw()
  }

  function setLocale(next: Locale): void {
    words = wordsFor(next)
    remember('locale', next)
    keepInAddress('l', next)
    build()
  }

  function changeTheme(): void {
    themeChoice = nextTheme(themeChoice, systemTheme())
    remember('theme', themeChoice)
    keepInAddress('theme', themeChoice)
    bar?.showTheme(themeChoice)
    applyTheme()
  }

  function applyTheme(): void {
    document.documentElement.dataset['theme'] = resolveTheme(themeChoice, systemTheme())
    applyPalette(document.documentElement, palette())
    for (const { wall, panel } of stands) {
      wall?.setLook(palette(), view)
      panel.setPalette(palette())
    }
  }

  function systemTheme(): Theme {
    return darkness.matches ? 'dark' : 'light'
  }

  function palette(): Palette {
    return PALETTES[resolveTheme(themeChoice, systemTheme())]
  }
}

function rememberedLocale(): Locale {
  const locale = recall('locale') ?? ''
  return isLocale(locale) ? locale : localeFor(navigator.languages)
}

function rememberedTheme(): ThemeChoice {
  const theme = recall('theme')
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

/** Where the address names a choice, it names the present one, so that a reload changes nothing. */
function keepInAddress(key: string, value: string): void {
  const url = new URL(location.href)
  if (!url.searchParams.has(key)) return
  url.searchParams.set(key, value)
  history.replaceState(null, '', url)
}
