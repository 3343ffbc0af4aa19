import { CAUSES } from '../../sim/index.ts'
import type { Cause, Playback } from '../../sim/index.ts'
import { createLateWhy } from '../account/late-why.ts'
import type { Chart } from '../charts/chart.ts'
import type { ChartHooks } from '../charts/hooks.ts'
import { choiceOf } from '../charts/kinds.ts'
import { createChartRow } from '../charts/row.ts'
import type { ChartRow } from '../charts/row.ts'
import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import type { Outcomes } from '../outcomes/outcomes.ts'
import { createRunHooks } from '../outcomes/run-hooks.ts'
import { createAside } from '../panels/aside.ts'
import type { Aside } from '../panels/aside.ts'
import { openAbout, openTable } from '../panels/dialog.ts'
import { createDifference } from '../panels/difference.ts'
import type { Difference } from '../panels/difference.ts'
import { daySummary, wallSummary } from '../panels/summary.ts'
import {
  SPEEDS,
  advance,
  changeSpeed,
  pause,
  play,
  press,
  seek,
  shownDay,
  startClock,
  step,
  withSpeed,
} from '../player/clock.ts'
import type { Clock } from '../player/clock.ts'
import type { View } from '../player/frames.ts'
import type { Library } from '../player/library.ts'
import { createLoop } from '../player/loop.ts'
import { quietDays } from '../player/quiet.ts'
import { forkDayOf, isReady, playable, titleOfSide } from '../player/side.ts'
import type { Side } from '../player/side.ts'
import type { Palette } from '../stage/palette.ts'
import type { ColourBy, WallLook } from '../stage/look.ts'
import type { SeatOrder } from '../stage/order.ts'
import { createStand, layOutWalls } from '../stage/stand.ts'
import type { Stand } from '../stage/stand.ts'
import { createStageTools } from '../stage/tools.ts'
import type { StageTools } from '../stage/tools.ts'
import { createDock } from '../timeline/dock.ts'
import type { Dock } from '../timeline/dock.ts'
import { icon } from '../timeline/icons.ts'
import type { Actions } from '../timeline/keys.ts'
import { holdsOf } from '../timeline/holds.ts'
import { chaptersOf, momentText } from '../timeline/moments.ts'
import type { Chapter } from '../timeline/moments.ts'
import type { LineUp } from './line-up.ts'
import type { Screen } from './screen.ts'
import './stage.css'

/** A day on which no more than this share of the seats changes is a quiet one. */
const QUIET_SHARE = 0.02

/** How often a slider under way is told to screen readers. */
const SAY_EVERY_MS = 1000

/** One side with a panel beside it, or all sides on one clock. */
export type StageMode = 'lab' | 'compare'

/** What the stage asks the page. */
export interface StageContext {
  readonly words: () => Words
  readonly palette: () => Palette
  readonly library: Library
  readonly lineUp: LineUp
  /** What the stage begins with. */
  readonly opening: {
    readonly day: number
    readonly mode: StageMode
    readonly view: View
    readonly colourBy: ColourBy
  }
  /** Whether nothing is to move by itself. */
  readonly isCalm: () => boolean
  /** Whether a replay holds at the most telling moments. */
  readonly holdsAtMoments: () => boolean
  /** Names of the charts that the tiles show. */
  readonly chosenCharts: () => readonly string[]
  readonly chooseCharts: (names: readonly string[]) => void
  readonly skipsQuiet: () => boolean
  readonly setSkipsQuiet: (skips: boolean) => void
  readonly announce: (text: string) => void
  /** Something that was to be loaded did not come. */
  readonly failed: (title: string, error: unknown) => void
  readonly choose: () => void
  readonly openRun: (seed: string) => void
  /** Something that a reload must not lose has changed. */
  readonly changed: () => void
  /** Another whole day is shown. */
  readonly moved: () => void
  /** The stage wants to be seen in that mode. */
  readonly setMode: (mode: StageMode) => void
  /** Another view is wanted, of the whole page. */
  readonly setView: (view: View) => void
}

/** The stage: walls, charts and dock on one clock. */
export interface Stage extends Screen {
  readonly setMode: (mode: StageMode) => void
  /** News of a side that is being computed. */
  readonly heard: (side: Side, news: 'resolved' | 'progress' | 'settled') => void
  /** The line-up has changed. */
  readonly changed: () => void
  /** The day on which the next sides open, where it is not the one that is shown. */
  readonly openAt: (day: number) => void
  /** What was open over the sides belongs to them; other sides are about to take their place. */
  readonly leave: () => void
  /** How much of a branch is computed. */
  readonly branching: (done: number) => void
  readonly day: () => number
  readonly seek: (day: number) => void
  readonly colourBy: () => ColourBy
  readonly setView: (view: View) => void
  readonly setLook: () => void
  /** Brings a member of a side before the reader: her seat, and her account. */
  readonly select: (side: Side, person: number) => void
  readonly actions: StageActions
}

/** What keys do on the stage. */
export type StageActions = Pick<
  Actions,
  | ('toggle' | 'step' | 'end' | 'moment' | 'speed' | 'goToDay' | 'chapters')
  | ('why' | 'find' | 'outcomes' | 'fork' | 'undo' | 'redo' | 'escape')
>

/**
 * Puts the stage together and keeps clock, walls, charts and dock in step. Longer than other files: it is the one place
 * that knows all of them, and they know nothing of each other.
 */
export function createStage(context: StageContext): Stage {
  const { library, lineUp } = context
  let { mode, view, colourBy } = context.opening
  let order: SeatOrder = 'join'
  let clock = startClock(1)
  let openingDay = context.opening.day
  let chapters: readonly Chapter[] = []
  let stands: readonly Stand[] = []
  let charts: ChartRow | null = null
  let dock: Dock | null = null
  let aside: Aside | null = null
  let difference: Difference | null = null
  let tools: StageTools | null = null
  let start: HTMLElement | null = null
  let drawnDay = -1
  let seenDay = -1
  let saidAt = 0
  let resume = false
  /** An account that is put in its place was open before. */
  let isRebuilding = false
  let isShown = false
  /** The clock is that of the present sides. */
  let isTimed = false
  let quiet: Uint8Array | null = null
  let holds: readonly number[] = []
  /** The last day that has been seen: nothing tells of what comes after it. */
  let furthest = 0
  let outcomes: Promise<Outcomes> | null = null
  let drawingRuns = 0
  /** Sides about which the teacher's sentence is shown. */
  const toldAbout = new Set<Side>()

  /** The panel has room beside the wall. */
  const wide = matchMedia('(min-width: 1100px) and (min-height: 640px)')
  const resized = new ResizeObserver(() => lay())
  // Each part has a place of its own: what is not built anew (a slider in somebody's hand) is not touched.
  const places = {
    walls: place(),
    aside: place(),
    tools: place(),
    difference: place(),
    charts: place(),
    dock: place(),
    footer: place(),
  }
  const { dock: dockPlace, footer: footerPlace, ...mainPlaces } = places
  const element = h(
    'div',
    { class: 'page' },
    h('main', {}, ...Object.values(mainPlaces)),
    dockPlace,
    footerPlace,
  )
  const loop = createLoop((seconds) => setClock(advance(clock, seconds, pace())))

  function shown(): readonly Side[] {
    return mode === 'lab' ? [lineUp.focused()] : lineUp.sides()
  }

  /** The sides of the dock: in the lab, a branch is shown among its kin. */
  function docked(): readonly Side[] {
    const sides = lineUp.sides()
    return mode === 'compare' || sides.some(({ parent }) => parent && sides.includes(parent))
      ? sides
      : shown()
  }

  /** The clock of all sides: it keeps its day when one of them comes or goes. */
  function time(): void {
    const sides = lineUp.sides()
    if (!isReady(sides)) return
    const days = Math.max(...playable(sides).map(({ playback }) => playback.days))
    const isNew = !isTimed
    if (isNew) furthest = openingDay
    if (isNew || days !== clock.days) clock = startClock(days, isNew ? openingDay : clock.day)
    const seen = shown()
    chapters = chaptersOf(docked().map((side) => (seen.includes(side) ? side.playback : null)))
    holds = holdsOf(chapters, clock.days)
    quiet = null
    isTimed = true
  }

  function pace(): Parameters<typeof advance>[2] {
    if (context.skipsQuiet()) {
      const playbacks = playable(shown()).map(({ playback }) => playback)
      quiet ??= quietDays(clock.days, playbacks, chapters, { mayChange: QUIET_SHARE })
    } else quiet = null
    return { calm: context.isCalm(), quiet, holds: context.holdsAtMoments() ? holds : [] }
  }

  function heard(_: Side, news: 'resolved' | 'progress' | 'settled'): void {
    if (news === 'progress') for (const { showProgress } of stands) showProgress()
    if (news === 'resolved') build()
    if (news !== 'settled') return
    time()
    build()
    if (isReady(lineUp.sides()) && isShown && document.activeElement === document.body)
      (start?.querySelector('button') ?? dock?.playButton)?.focus({ preventScroll: true })
    context.changed()
  }

  /** Other sides, or another in focus. */
  function changed(): void {
    if (lineUp.sides().every(({ playback, failure }) => !playback && !failure)) isTimed = false
    time()
    build()
    context.changed()
  }

  function standOf(side: Side): Stand | undefined {
    return stands.find((stand) => stand.side === side)
  }

  const why = createLateWhy({
    words: context.words,
    view: () => view,
    day: () => shownDay(clock),
    seek: (day) => setClock(seek(pause(clock), day)),
    failed: (error) => context.failed(context.words().texts.whyTitle, error),
    seeTruth: () => context.setView('truth'),
    place(sheet, away) {
      sheet.classList.toggle('on-left', away === 'left')
      if (aside && wide.matches) aside.showMember(sheet, { stays: isRebuilding })
      else places.walls.append(sheet)
    },
    closed: () => aside?.showMember(null),
    leftOf(side, seat) {
      const wall = standOf(side)?.wall
      return wall ? wall.element.getBoundingClientRect().left + wall.placeOf(seat).x : 0
    },
    mark(side, seat, focus) {
      const stand = standOf(side)
      if (focus) stand?.cards?.show(seat, true)
      else stand?.wall?.mark(seat < 0 ? (stand.cards?.seat() ?? -1) : seat)
    },
    highlight,
  })

  /** Runs that charts show. Many may be heard of between two pictures. */
  const runHooks = createRunHooks({
    news() {
      drawingRuns ||= requestAnimationFrame(() => {
        drawingRuns = 0
        if (!isShown) return
        charts?.draw()
        aside?.draw()
      })
    },
    ended(done, all) {
      const { texts, format } = context.words()
      const counts = { done: format.count(done), all: format.count(all) }
      context.announce(done < all ? texts.outcomes.stopped(counts) : texts.outcomes.finished(counts))
    },
    failed: (error) => context.failed(context.words().texts.outcomes.title, error),
  })

  /** The account of the seat whose card is open; without one, the keys are led to the first wall. */
  function askWhy(): void {
    const at = stands.find(({ cards }) => (cards?.seat() ?? -1) >= 0)
    if (why.isOpen()) why.close()
    else if (at?.cards) why.open(at.side, at.cards.seat(), { focus: true })
    else stands.find(({ cards }) => cards)?.cards?.show(0, true)
  }

  function select(side: Side, person: number): void {
    lineUp.focus(side)
    const seat = side.playback?.person.indexOf(person) ?? -1
    if (seat >= 0) why.open(side, seat, { focus: false })
  }

  function leave(): void {
    why.close()
    outcomes?.then(
      (them) => them.close(),
      () => {}, // what does not load has been told where it was asked for
    )
    runHooks.stop()
    loop.stop()
    clock = pause(clock)
    openingDay = shownDay(clock)
    isTimed = false
  }

  /** Many runs of both sides. That part of the page is loaded when somebody first asks for it. */
  function askOutcomes(): void {
    if (!dock) return
    setClock(pause(clock))
    runHooks.stop()
    outcomes ??= import('../outcomes/outcomes.ts').then(({ createOutcomes }) =>
      createOutcomes({
        words: context.words,
        sides: shown,
        openRun: context.openRun,
        known: runHooks.known,
      }),
    )
    outcomes.then(
      (them) => them.open(),
      (error: unknown) => {
        outcomes = null
        context.failed(context.words().texts.outcomes.title, error)
      },
    )
  }

  /** Everything anew, in the language of the moment; where the reader was, she stays. */
  function build(): void {
    const words = context.words()
    const focused = document.activeElement?.id ?? ''
    const sides = shown()
    const ready = isReady(lineUp.sides())
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
        look,
        day: () => shownDay(clock),
        why: (of) => ({
          why: (seat, options) => why.open(of, seat, options),
          closeWhy: () => why.close(),
          told: () => why.seatOn(of),
        }),
      }),
    )
    charts = ready ? makeCharts() : null
    dock = ready ? makeDock() : null
    start = ready && clock.day === 0 && !clock.playing ? startButton() : null
    tools = ready
      ? createStageTools({
          texts: words.texts,
          colourBy,
          order,
          setColourBy,
          setOrder,
          find: askFind,
          choose: context.choose,
        })
      : null
    difference = ready && mode === 'compare' ? createDifference(sides, words) : null
    if (mode === 'lab') aside ??= makeAside()
    else aside = null
    const panels = stands.map(({ panel }) => panel.element)
    const walls = h('div', { class: 'walls' }, ...panels, ...(start ? [start] : []))
    element.className = `page ${mode} sides-${stands.length}`
    places.walls.replaceChildren(walls)
    places.tools.replaceChildren(...(tools ? [tools.element] : []))
    places.difference.replaceChildren(...(difference ? [difference.element] : []))
    places.charts.replaceChildren(...(charts ? [charts.element] : []))
    places.dock.replaceChildren(dock?.element ?? h('div', { class: 'dock empty' }))
    places.footer.replaceChildren(footer())
    if (places.aside.firstElementChild !== (aside?.element ?? null))
      places.aside.replaceChildren(...(aside ? [aside.element] : []))
    for (const stand of stands) stand.setLook(look())
    aside?.rebuild()
    resized.disconnect()
    for (const each of [element, ...stands.map(({ panel }) => panel.room)]) resized.observe(each)
    for (const { wall } of stands) wall?.setOrder(order, { animated: false })
    lay()
    isRebuilding = true
    why.rebuild()
    isRebuilding = false
    if (focused !== '') document.getElementById(focused)?.focus({ preventScroll: true })
  }

  function makeAside(): Aside {
    return createAside({
      words: context.words,
      side: () => lineUp.focused(),
      day: () => shownDay(clock),
      view: () => view,
      lineUp,
      library,
      announce: context.announce,
      undo,
      redo,
      compare: () => context.setMode('compare'),
      seek: (day) => setClock(seek(pause(clock), day)),
      select: (person) => select(lineUp.focused(), person),
      highlight: (seats) => highlight(lineUp.focused(), seats),
      hooks: () => hooksOf([lineUp.focused()]),
      openRun: context.openRun,
    })
  }

  function makeCharts(): ChartRow {
    const focused = lineUp.focused()
    const all = lineUp.sides()
    // A parent that was removed is still what its branch is to be compared with.
    const sides = focused.parent && !all.includes(focused.parent) ? [...all, focused.parent] : all
    return createChartRow({
      sides,
      alone: mode === 'lab' ? sides.indexOf(focused) : null,
      words: context.words(),
      view: () => view,
      day: () => shownDay(clock),
      onTable: showTable,
      chosen: choiceOf(context.chosenCharts()),
      choose: context.chooseCharts,
      ...hooksOf(sides),
    })
  }

  function hooksOf(sides: readonly Side[]): ChartHooks {
    return {
      ...runHooks.of(sides),
      highlight(at, cause) {
        const side = sides[at]
        if (side) highlight(side, cause === null ? null : seatsLeftBy(side, cause))
      },
      openOutcomes: askOutcomes,
      openRun: context.openRun,
    }
  }

  /** The seats of those who have left, of whom most is to be put down to this cause. */
  function seatsLeftBy({ playback }: Side, cause: Cause): Uint8Array | null {
    if (!playback) return null
    const seats = new Uint8Array(playback.seats)
    const { seat, day, shares } = playback.departures
    seat.forEach((of, n) => {
      const row = shares.subarray(n * CAUSES.length, (n + 1) * CAUSES.length)
      const main = row.indexOf(Math.max(...row))
      if ((day[n] ?? 0) < shownDay(clock) && CAUSES[main] === cause) seats[of] = 1
    })
    return seats
  }

  function showTable(chart: Chart): void {
    openTable(chart.table(shownDay(clock)), context.words().texts)
  }

  function sentenceOf({ side, moment }: Chapter): string {
    const playback = docked()[side]?.playback
    const { texts, format } = context.words()
    return playback ? momentText(moment, playback, texts, format) : ''
  }

  function makeDock(): Dock {
    const words = context.words()
    const sides = docked()
    return createDock({
      words,
      days: clock.days,
      sides: sides.map((side) => ({
        letter: side.letter,
        name: titleOfSide(side, words),
        playback: side.playback,
        parent: side.parent && sides.includes(side.parent) ? sides.indexOf(side.parent) : null,
        forkDay: forkDayOf(side),
      })),
      chapters,
      sentenceOf,
      day: () => shownDay(clock),
      focused: () => Math.max(0, sides.indexOf(lineUp.focused())),
      focusSide(at) {
        const side = sides[at]
        if (side) lineUp.focus(side)
      },
      palette: context.palette,
      view: () => view,
      told: () => furthest,
      setSpeed: (speed) => setClock(withSpeed(clock, speed)),
      skipsQuiet: context.skipsQuiet,
      toggleQuiet: () => context.setSkipsQuiet(!context.skipsQuiet()),
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
    const { play: name } = context.words().texts
    const button = h(
      'button',
      { type: 'button', id: 'start', 'aria-label': name, onclick: toggle },
      icon('play'),
    )
    return h('div', { class: 'start' }, button)
  }

  function footer(): HTMLElement {
    const words = context.words()
    const { texts, format } = words
    function open(): void {
      const runs = playable(shown()).map(({ side, playback }) => ({
        label: texts.side({ letter: side.letter, name: titleOfSide(side, words) }),
        playback,
      }))
      openAbout(runs, texts, format)
    }
    const about = h('button', { type: 'button', id: 'about', class: 'link', onclick: open }, texts.about)
    return h('footer', {}, h('p', {}, texts.modelNote), about)
  }

  /** New sizes for everything. */
  function lay(): void {
    if (!isShown) return
    layOutWalls(stands)
    charts?.draw()
    dock?.lay()
    why.draw()
    aside?.draw()
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
    const isOtherDay = shownDay(next) !== shownDay(clock)
    clock = next
    if (isOtherDay) context.moved()
    if (clock.playing) loop.start()
    else loop.stop()
    if (moved || clock.playing) start?.remove()
    if (clock.playing && order === 'state') setOrder('join')
    render()
    if (clock.playing || !(stopped || moved)) return
    summarise()
    context.changed()
    if (!stopped) return
    for (const { wall } of stands) wall?.calm()
    context.announce(daySummary(shownDay(clock), shown(), chapters, context.words()))
  }

  function toggle(): void {
    if (!dock) return
    const fromStart = document.activeElement?.id === 'start'
    setClock(press(clock))
    if (fromStart) dock.playButton.focus({ preventScroll: true })
  }

  function goTo(chapter: Chapter): void {
    setClock(seek(pause(clock), chapter.day))
    context.announce(sentenceOf(chapter))
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
    if (!dock || !isShown) return
    const day = shownDay(clock)
    const calm = context.isCalm()
    const head = calm ? day : clock.day
    charts?.playhead(head)
    dock.playhead(head)
    dock.showClock(clock)
    if (day === drawnDay) return
    furthest = Math.max(furthest, day)
    const arrived = day !== seenDay // what was hidden at the end stays so until the end is reached anew
    seenDay = day
    const rippling = drawnDay >= 0 && clock.playing && day > drawnDay && !calm
    drawnDay = day
    for (const { side, showDay, wall, afterwards } of stands) {
      const { playback } = side
      if (!playback || !wall) continue
      if (arrived && day >= playback.days && !toldAbout.has(side)) {
        toldAbout.add(side)
        afterwards?.show(true)
      }
      const its = dayIn(playback)
      showDay(its)
      if (rippling && its === day) wall.ripple(its)
    }
    why.showDay()
    charts?.label(day)
    dock.showDay(day)
    difference?.showDay(day)
    aside?.showDay(day)
    if (clock.playing && performance.now() - saidAt > SAY_EVERY_MS) say()
  }

  /** A shorter run stays at its end while the other goes on. */
  function dayIn(playback: Playback): number {
    return Math.min(shownDay(clock), playback.days)
  }

  function say(): void {
    saidAt = performance.now()
    dock?.say(shownDay(clock), daySummary(shownDay(clock), shown(), chapters, context.words()))
  }

  /** What those who cannot see walls and charts are told; only when things stand still. */
  function summarise(): void {
    say()
    charts?.summarise(shownDay(clock))
    for (const { side, summarise: tell } of stands) {
      const { letter, playback } = side
      if (playback) tell(`${letter} ${wallSummary(dayIn(playback), playback, view, context.words())}`)
    }
  }

  function setView(next: View): void {
    view = next
    setLook()
    charts?.draw()
    redraw()
    context.changed()
  }

  function setLook(): void {
    for (const stand of stands) stand.setLook(look())
    dock?.refresh()
  }

  function look(): WallLook {
    return { palette: context.palette(), view, colourBy }
  }

  function setColourBy(next: ColourBy): void {
    colourBy = next
    tools?.showColourBy(next)
    for (const stand of stands) stand.setLook(look())
    context.changed()
  }

  /** By state only at a standstill. */
  function setOrder(next: SeatOrder): void {
    if (next === 'state') setClock(pause(clock))
    order = next
    tools?.showOrder(next)
    for (const { wall } of stands) wall?.setOrder(next, { animated: !context.isCalm() })
  }

  /** Marks the seats of some members of a side, until others are marked. */
  function highlight(side: Side, seats: Uint8Array | null): void {
    for (const stand of stands) stand.wall?.highlight(stand.side === side ? seats : null)
  }

  function askFind(): void {
    if (!dock) return
    setClock(pause(clock))
    import('../stage/find.ts').then(
      ({ openFind }) =>
        openFind({
          sides: shown(),
          words: context.words(),
          choose: (side, seat) => standOf(side)?.cards?.show(seat, true),
        }),
      (error: unknown) => context.failed(context.words().texts.stage.find, error),
    )
  }

  function setMode(next: StageMode): void {
    if (next === mode) return
    mode = next
    why.close()
    time()
    build()
  }

  function goToDay(): void {
    if (!dock) return
    setClock(pause(clock))
    void import('../timeline/go-to-day.ts').then(({ openGoToDay }) =>
      openGoToDay({
        words: context.words(),
        days: clock.days,
        day: shownDay(clock),
        go: (day) => setClock(seek(clock, day)),
      }),
    )
  }

  function undo(): void {
    const says = lineUp.undo()
    if (says !== null) context.announce(context.words().texts.undone({ change: says }))
  }

  function redo(): void {
    const says = lineUp.redo()
    if (says !== null) context.announce(context.words().texts.redone({ change: says }))
  }

  /** Where a side is changed: the panel beside it. */
  function fork(): void {
    if (!dock) return
    setClock(pause(clock))
    context.setMode('lab')
    aside?.open('tuning')
  }

  return {
    element,
    setMode,
    heard,
    changed,
    openAt(day) {
      openingDay = day
    },
    leave,
    branching: (done) => aside?.branching(done),
    day: () => shownDay(clock),
    seek: (day) => setClock(seek(pause(clock), day)),
    colourBy: () => colourBy,
    setView,
    setLook,
    select,
    show() {
      isShown = true
      lay()
    },
    hide() {
      runHooks.stop()
      aside?.hide()
      setClock(pause(clock))
      isShown = false
    },
    rebuild() {
      time()
      build()
    },
    actions: {
      toggle,
      step: (days) => setClock(step(clock, days)),
      end: (which) => setClock(seek(pause(clock), which === 'start' ? 0 : clock.days)),
      moment: goToMoment,
      speed: (at) => setClock(withSpeed(clock, SPEEDS[at] ?? clock.speed)),
      goToDay,
      find: askFind,
      chapters: () => dock?.toggleChapters(),
      why: askWhy,
      outcomes: askOutcomes,
      fork,
      undo,
      redo,
      escape: () => why.close(),
    },
  }
}

function place(): HTMLElement {
  return h('div', { class: 'place' })
}
