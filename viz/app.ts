import { LOCALES } from '../sim/index.ts'
import type { Locale } from '../sim/index.ts'
import { hatch } from './charts/hatch.ts'
import { h } from './dom.ts'
import { loadWords } from './locales/words.ts'
import type { Words } from './locales/words.ts'
import { createBar } from './panels/bar.ts'
import type { Bar } from './panels/bar.ts'
import { openDialog, openHelp } from './panels/dialog.ts'
import type { FileContext } from './panels/file-context.ts'
import { recall, remember } from './panels/memory.ts'
import type { View } from './player/frames.ts'
import { acceptDrops, chooseFile } from './panels/open-file.ts'
import { createPresenting } from './panels/present.ts'
import { nextTheme, resolveTheme } from './panels/theme.ts'
import type { ThemeChoice } from './panels/theme.ts'
import { titleOf } from './player/library.ts'
import type { Library } from './player/library.ts'
import { nameOf } from './player/side.ts'
import type { OpenedLog, Side } from './player/side.ts'
import type { Settings, SettingsStore } from './player/settings.ts'
import { NAME_KEYS, readQuery } from './query.ts'
import type { Query } from './query.ts'
import { createLineUp, savedSides } from './screens/line-up.ts'
import type { Screen, ScreenName } from './screens/screen.ts'
import { keepSession, recallSession, sessionKey } from './screens/session.ts'
import type { Stage } from './screens/stage.ts'
import { applySettings } from './settings/apply.ts'
import type { ColourBy } from './stage/look.ts'
import { PALETTES, applyPalette } from './stage/palette.ts'
import type { Palette, Theme } from './stage/palette.ts'
import { KEYS, listenToKeys } from './timeline/keys.ts'

type StageName = Extract<ScreenName, 'lab' | 'compare'>

/** Puts the page together: the header, the screens below it, and what they share. */
export function openApp(
  root: HTMLElement,
  {
    library,
    query,
    settings,
    words: first,
  }: {
    readonly library: Library
    readonly query: Query
    readonly settings: SettingsStore
    readonly words: Words
  },
): void {
  let words = first
  /** That of the address holds until the reader chooses another. */
  let visitTheme = query.theme
  let screenName: ScreenName = 'start'
  let screen: Screen | null = null
  let stage: Stage | null = null
  let stageLoading: Promise<Stage> | null = null
  let mode: StageName = 'compare'
  let view: View = 'truth'
  let openingDay = 0
  let colourBy: ColourBy = 'state'
  let isOpened = false
  /** Logs of before the reload are still being read. */
  let isRestoring = false
  let bar: Bar | null = null
  /** Sides with logs, by the address under which they were left: no address can bring them back. */
  const left = new Map<string, readonly Side[]>()
  const lazy = new Map<ScreenName, Promise<Screen>>()
  /** Tells the log that another day is shown, once there is one. */
  let followDay = (): void => {}

  const darkness = matchMedia('(prefers-color-scheme: dark)')
  const spoken = h('p', { class: 'hidden', role: 'status' })
  const head = h('div', { class: 'head-room' })
  const room = h('div', { class: 'screen' })

  const lineUp = createLineUp(library, {
    heard: (side, news) => {
      stage?.heard(side, news)
      if (news === 'settled' && screenName === 'log') screen?.rebuild()
    },
    changed: () => {
      stage?.changed()
      if (screenName === 'log') screen?.rebuild()
    },
    branching: (done) => stage?.branching(done),
    failed: (text) =>
      openDialog(words.texts.failedBranch, words.texts.close, h('pre', { tabindex: 0 }, text)),
  })
  const files: FileContext = {
    words: () => words,
    sides: () => (screenName === 'start' || !isOpened ? [] : lineUp.sides()),
    library,
    openedLog,
    openedScenario,
  }
  const presenting = createPresenting(() => screen?.rebuild())
  root.replaceChildren(head, room, spoken, hatch())
  document.documentElement.lang = words.locale
  applyTheme()
  buildBar()
  begin()
  listenToKeys(
    {
      ...stageActions(() => stage),
      view: () => setView(view === 'truth' ? 'owner' : 'truth'),
      theme: changeTheme,
      language: () =>
        void setLocale(LOCALES[(LOCALES.indexOf(words.locale) + 1) % LOCALES.length] ?? words.locale),
      help: () => openHelp(KEYS, words.texts),
      openLog: () => chooseFile(files),
      chooser: askChooser,
      limits: askLimits,
      settings: askSettings,
      compare: () => void goTo(screenName === 'compare' ? 'lab' : 'compare'),
      present: presenting.toggle,
      escape() {
        if (!presenting.end()) stage?.actions.escape()
      },
    },
    { singleKeys: () => settings.get().keys },
  )
  acceptDrops(files)
  darkness.addEventListener('change', applyTheme)
  settings.subscribe((now, before) => void follow(now, before))
  addEventListener('popstate', goBack)

  /** What the address asks for; the list of scenarios where it asks for none. */
  function begin(): void {
    const { names, screen: wanted, seed, day } = query
    // A log alone has no name in the address, only its screen: what was opened before is not brought back without one.
    const isKept = wanted !== null && recallSession(sessionKey([], seed ?? library.seed)) !== null
    if (!names && !library.isGiven && !isKept && (wanted === null || wanted === 'start'))
      return void goTo('start', { silently: true })
    openingDay = day
    openSides(names ?? (library.isGiven ? library.names : []), seed ?? library.seed)
    const many = lineUp.sides().length > 1
    void goTo(wanted ?? (many ? 'compare' : 'lab'), { silently: true })
  }

  /** Sides as they were before a reload, or as the address names them. Logs have to be read first. */
  function openSides(names: readonly string[], seed: string): void {
    isOpened = true
    const kept = recallSession(sessionKey(names, seed))
    colourBy = kept?.colourBy ?? colourBy
    view = kept?.view ?? view
    bar?.showView(view)
    const wanted = kept?.sides.flatMap(({ letter, log }) => (log === null ? [] : [{ letter, log }])) ?? []
    const open = (logs: ReadonlyMap<string, OpenedLog>): void => {
      isRestoring = false
      lineUp.open(
        names.length > 0 ? names : library.names,
        seed,
        kept ? { sides: kept.sides, logs } : undefined,
      )
      const focused = lineUp.sides().find(({ letter }) => letter === kept?.focused)
      if (focused) lineUp.focus(focused)
    }
    if (wanted.length === 0) return open(new Map())
    isRestoring = true
    import('./files/restore.ts')
      .then(({ restoreLogs }) => restoreLogs(wanted))
      .then(
        (logs) => {
          open(logs)
          if (screenName === 'compare' && lineUp.sides().length < 2) void goTo('lab', { silently: true })
        },
        () => open(new Map()), // what was kept is gone: then as the address says
      )
  }

  /** Other scenarios from the list, each from its first day. */
  function openNames(names: readonly string[], mode: StageName): void {
    leave()
    openingDay = 0
    stage?.openAt(0)
    push({ names, seed: lineUp.seed(), day: 0, screen: mode })
    openSides(names, lineUp.seed())
    void goTo(mode, { silently: true })
  }

  async function goTo(name: ScreenName, { silently = false } = {}): Promise<void> {
    if (name !== 'start' && !isOpened) openSides(library.names, library.seed)
    if (name === 'compare' && lineUp.sides().length < 2) addContrast()
    if (name === 'lab' || name === 'compare') mode = name
    const isOther = name !== screenName || !screen
    screenName = name
    bar?.showScreen(name)
    if (isOther && !silently) push({ screen: name })
    const next = await screenOf(name)
    if (screenName !== name || !next) return
    if (next !== screen) {
      screen?.hide()
      screen = next
      room.replaceChildren(next.element)
      next.rebuild()
      next.show()
    }
    tellTitle()
    keep()
  }

  /** The stage in the mode of the moment. */
  async function readyStage(): Promise<void> {
    stageLoading ??= loadStage()
    try {
      stage ??= await stageLoading
    } catch (error) {
      stageLoading = null
      throw error
    }
    stage.setMode(mode)
  }

  function dayNow(): number {
    return stage?.day() ?? openingDay
  }

  /** What is not needed for the first picture is loaded when it is first asked for. */
  async function screenOf(name: ScreenName): Promise<Screen | null> {
    try {
      if (name !== 'start') await readyStage()
      if (name === 'lab' || name === 'compare') return stage
      let loading = lazy.get(name)
      if (!loading) {
        loading = name === 'start' ? loadStart() : loadLog()
        lazy.set(name, loading)
      }
      return await loading
    } catch (error) {
      lazy.delete(name)
      sayFailure(words.texts.screens[name], error)
      return null
    }
  }

  /** The stage, loaded with the first sides; the list of scenarios does without. */
  async function loadStage(): Promise<Stage> {
    const { createStage } = await import('./screens/stage.ts')
    return createStage({
      words: () => words,
      palette,
      library,
      lineUp,
      opening: { day: openingDay, mode, view, colourBy },
      isCalm: settings.isCalm,
      holdsAtMoments: () => settings.get().hold,
      chosenCharts: () => (recall('charts') ?? '').split(' '),
      chooseCharts: (names) => remember('charts', names.join(' ')),
      skipsQuiet: () => recall('skip-quiet') === 'yes',
      setSkipsQuiet: (skips) => remember('skip-quiet', skips ? 'yes' : 'no'),
      announce,
      failed: sayFailure,
      choose: askChooser,
      openRun,
      changed: keep,
      moved() {
        if (screenName === 'log') followDay()
      },
      setMode: (mode) => void goTo(mode),
      setView,
    })
  }

  async function loadStart(): Promise<Screen> {
    const { createStart } = await import('./start/start.ts')
    return createStart({
      words: () => words,
      palette,
      library,
      isCalm: settings.isCalm,
      open: openNames,
      chooseFile: () => chooseFile(files),
    })
  }

  async function loadLog(): Promise<Screen> {
    const { createLogScreen } = await import('./log/log-screen.ts')
    const screen = createLogScreen({
      words: () => words,
      sides: lineUp.sides,
      focused: () => lineUp.sides().indexOf(lineUp.focused()),
      focus(at) {
        const side = lineUp.sides()[at]
        if (side) lineUp.focus(side)
      },
      day: dayNow,
      seek: (day) => stage?.seek(day),
      select(at, person) {
        const side = lineUp.sides()[at]
        if (side) void goTo('lab').then(() => stage?.select(side, person))
      },
      openLog: () => chooseFile(files),
    })
    followDay = screen.showDay
    return screen
  }

  /** To compare takes two: what the scenario is meant to be seen beside, or what the reader chooses. */
  function addContrast(): void {
    const side = lineUp.focused()
    const known = lineUp.sides().map(({ name }) => name)
    const contrast = (side.scenario?.contrast ?? []).find(
      (name) => Object.hasOwn(library.scenarios, name) && !known.includes(name),
    )
    if (contrast === undefined) return askChooser()
    lineUp.add(contrast, () => nameOf(side, words.locale))
  }

  /** A scenario of the reader's own: in the place of a side, or alone. */
  function openedScenario(name: string, at: number | null): void {
    const names =
      at === null || !isOpened ? [name] : lineUp.sides().map((side, each) => (each === at ? name : side.name))
    openNames(names, names.length > 1 ? 'compare' : 'lab')
  }

  /** A log takes the place of a side, or of everything where nothing has been opened yet. */
  function openedLog(at: number, log: OpenedLog): void {
    stage?.leave()
    lineUp.openLog(isOpened && screenName !== 'start' ? at : null, log)
    isOpened = true
    const letter = lineUp.sides()[at]?.letter ?? ''
    if (screenName === 'start') void goTo('lab')
    announce(words.texts.openLogOpened({ letter, file: log.file.name }))
  }

  /** All scenarios there are, loaded when first asked for, like what the model does not know. */
  function askChooser(): void {
    if (!isOpened) return
    import('./chooser/chooser.ts').then(
      ({ openChooser }) =>
        openChooser({
          library,
          sides: lineUp.sides(),
          words,
          add(name) {
            lineUp.add(name, () => titleOf(library, name, words.locale))
            void goTo('compare')
          },
        }),
      (error: unknown) => sayFailure(words.texts.chooser.title, error),
    )
  }

  function askLimits(): void {
    import('./limits/limits.ts').then(
      ({ openLimits }) => openLimits(words),
      (error: unknown) => sayFailure(words.texts.limits.title, error),
    )
  }

  function sayFailure(title: string, error: unknown): void {
    const { texts } = words
    openDialog(title, texts.close, h('p', { role: 'alert' }, texts.failedPage), h('pre', {}, String(error)))
  }

  function announce(text: string): void {
    spoken.textContent = text
  }

  /** The run with another seed on every wall, on the same day; the address names it, and the way back leads back. */
  function openRun(seed: string): void {
    leave()
    push({ seed })
    lineUp.runAgain(seed)
    announce(words.texts.outcomes.opened({ seed }))
  }

  /** What no address can bring back is remembered with the one under which it was left. */
  function leave(): void {
    if (lineUp.sides().some(({ log }) => log)) left.set(location.search, lineUp.sides())
    stage?.leave()
  }

  function push(what: { names?: readonly string[]; seed?: string; day?: number; screen?: ScreenName }): void {
    history.pushState(null, '', addressOf(what))
  }

  /** Another entry of the history came back. */
  function goBack(): void {
    const next = readQuery(location.search)
    const names = next.names ?? library.names
    const seed = next.seed ?? library.seed
    const isSame = seed === lineUp.seed() && String(names) === String(namesOf(lineUp.sides()))
    if (isOpened && !isSame) {
      stage?.leave()
      const before = left.get(location.search)
      if (before) lineUp.runAgain(seed, before)
      else if (String(names) === String(namesOf(lineUp.sides()))) lineUp.runAgain(seed)
      else openSides(names, seed)
    }
    const many = lineUp.sides().length > 1
    const fallback = next.names || library.isGiven ? (many ? 'compare' : 'lab') : 'start'
    void goTo(next.screen ?? fallback, { silently: true })
  }

  /** Keeps the address and the session in step with what is shown, so that a reload changes nothing. */
  function keep(): void {
    if (!isOpened || isRestoring) return
    const sides = lineUp.sides()
    const names = namesOf(sides)
    history.replaceState(history.state, '', addressOf({ names, seed: lineUp.seed(), day: dayNow() }))
    keepSession({
      key: sessionKey(names, lineUp.seed()),
      sides: savedSides(sides),
      focused: lineUp.focused().letter,
      colourBy: stage?.colourBy() ?? colourBy,
      view,
    })
  }

  /** Only what differs from what the page would do by itself stands in the address. */
  function addressOf(what: {
    names?: readonly string[]
    seed?: string
    day?: number
    screen?: ScreenName
  }): string {
    const url = new URL(location.href)
    const { searchParams: query } = url
    const set = (key: string, value: string | null): void => {
      if (value === null) query.delete(key)
      else query.set(key, value)
    }
    const { names, seed, day } = what
    if (names) NAME_KEYS.forEach((key, at) => set(key, names[at] ?? null))
    if (seed !== undefined) set('seed', seed === library.seed ? null : seed)
    if (day !== undefined) set('t', day === 0 ? null : String(day))
    set('m', what.screen ?? screenName)
    return `${url.pathname}${url.search}`
  }

  function buildBar(): void {
    const { texts, locale } = words
    bar = createBar({
      texts,
      locale,
      theme: themeNow(),
      view,
      screen: screenName,
      goTo: (name) => void goTo(name),
      setView,
      setLocale: (next) => void setLocale(next),
      nextTheme: changeTheme,
      help: () => openHelp(KEYS, texts),
      settings: askSettings,
      openFile: () => chooseFile(files),
      limits: askLimits,
    })
    head.replaceChildren(bar.element)
  }

  function tellTitle(): void {
    const { texts, locale } = words
    const names = lineUp.sides().map((side) => nameOf(side, locale))
    const what = screenName === 'start' || !isOpened ? texts.screens.start : names.join(' · ')
    document.title = `${what} – ${texts.brand}`
  }

  function setView(next: View): void {
    view = next
    stage?.setView(next)
    bar?.showView(next)
  }

  async function setLocale(next: Locale): Promise<void> {
    settings.set({ locale: next })
    keepInAddress('l', next)
  }

  function changeTheme(): void {
    const theme = nextTheme(themeNow(), systemTheme())
    visitTheme = null
    settings.set({ theme })
    keepInAddress('theme', theme)
    applyTheme()
  }

  function askSettings(): void {
    import('./settings/settings.ts').then(
      ({ openSettings }) => openSettings(settings, words),
      (error: unknown) => sayFailure(words.texts.settingsOpen, error),
    )
  }

  /** The page as it was set: what is written and drawn anew, and what is asked anew each time. */
  async function follow(now: Settings, before: Settings): Promise<void> {
    if (now.theme !== before.theme) visitTheme = null
    applyTheme()
    const locale = now.locale ?? words.locale
    if (locale !== words.locale) words = await loadWords(locale)
    else if (now.textSize === before.textSize) return
    document.documentElement.lang = words.locale
    const focused = document.activeElement?.id ?? ''
    buildBar()
    screen?.rebuild()
    tellTitle()
    if (focused !== '') document.getElementById(focused)?.focus({ preventScroll: true })
  }

  function applyTheme(): void {
    const { documentElement: root } = document
    root.dataset['theme'] = resolveTheme(themeNow(), systemTheme())
    applyPalette(root, palette())
    applySettings(root, settings.get())
    bar?.showTheme(themeNow())
    stage?.setLook()
    if (screen && screen !== stage) screen.rebuild()
  }

  function themeNow(): ThemeChoice {
    return visitTheme ?? settings.get().theme
  }

  function systemTheme(): Theme {
    return darkness.matches ? 'dark' : 'light'
  }

  function palette(): Palette {
    return PALETTES[resolveTheme(themeNow(), systemTheme())]
  }
}

/** What keys do on the stage, as soon as there is one. */
function stageActions(stage: () => Stage | null): Stage['actions'] {
  const act = <Arguments extends readonly unknown[]>(
    pick: (actions: Stage['actions']) => (...given: Arguments) => void,
  ) => {
    return (...given: Arguments): void => {
      const actions = stage()?.actions
      if (actions) pick(actions)(...given)
    }
  }
  return {
    toggle: act(({ toggle }) => toggle),
    step: act(({ step }) => step),
    end: act(({ end }) => end),
    moment: act(({ moment }) => moment),
    speed: act(({ speed }) => speed),
    goToDay: act(({ goToDay }) => goToDay),
    chapters: act(({ chapters }) => chapters),
    why: act(({ why }) => why),
    find: act(({ find }) => find),
    outcomes: act(({ outcomes }) => outcomes),
    fork: act(({ fork }) => fork),
    undo: act(({ undo }) => undo),
    redo: act(({ redo }) => redo),
    escape: act(({ escape }) => escape),
  }
}

/** The names by which sides that stand by themselves are found again; branches are kept elsewhere. */
function namesOf(sides: readonly Side[]): string[] {
  return sides.filter(({ parent, log }) => !parent && !log).map(({ name }) => name)
}

/** Where the address names a choice, it names the present one, so that a reload changes nothing. */
function keepInAddress(key: string, value: string): void {
  const url = new URL(location.href)
  if (!url.searchParams.has(key)) return
  url.searchParams.set(key, value)
  history.replaceState(history.state, '', url)
}
