import './log.css'
import type { Playback } from '../../sim/index.ts'
import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { nameOf } from '../player/side.ts'
import type { Side } from '../player/side.ts'
import { NO_CHOICES, choicesMade, filterOf } from './choices.ts'
import { createFrame } from './frame.ts'
import type { Frame } from './frame.ts'
import { openLogReader } from './log-reader.ts'
import type { LogReader } from './log-reader.ts'
import { createLogView } from './log-view.ts'
import type { LogView } from './log-view.ts'
import { failedNote, plainNote, producingNote } from './notes.ts'
import { peopleAsked } from './people.ts'
import type { LogSource } from './requests.ts'
import { saveFile } from './save.ts'
import { vocabularyOf } from './sentences.ts'
import { LOG_TEXTS } from './texts.ts'
import type { LogTexts } from './log-texts.ts'

/** What the screen of the log asks of the page. */
export interface LogScreenContext {
  readonly words: () => Words
  readonly sides: () => readonly Side[]
  /** Index of the side that is looked at. */
  readonly focused: () => number
  readonly focus: (side: number) => void
  /** Whole days that are shown. */
  readonly day: () => number
  readonly seek: (day: number) => void
  readonly select: (side: number, person: number) => void
  readonly openLog: () => void
}

/** A screen of the page; this one also follows the clock. */
export interface LogScreen {
  readonly element: HTMLElement
  readonly show: () => void
  readonly hide: () => void
  /** Locale, theme or data changed. */
  readonly rebuild: () => void
  /** Another whole day is shown. */
  readonly showDay: () => void
}

/** How it stands with the history that is looked at. */
type Standing =
  | { readonly type: 'nothing' }
  | { readonly type: 'producing' }
  | { readonly type: 'stopped' }
  | { readonly type: 'failed'; readonly text: string }
  | { readonly type: 'open'; readonly days: number; readonly count: number; readonly kinds: Uint32Array }

/** All facts of a side in a table that can be searched: who, when, what, and because of what. */
export function createLogScreen(context: LogScreenContext): LogScreen {
  const element = h('main', { class: 'log-room' })
  let isShown = false
  let choices = NO_CHOICES
  let follows = false
  let isOpen = false
  let standing: Standing = { type: 'nothing' }
  let reader: LogReader | null = null
  /** The history that the reader goes through. */
  let of: Playback | null = null
  let byDay = Uint32Array.of(0)
  let frame: Frame | null = null
  let view: LogView | null = null
  let showShare: (share: number) => void = () => {}
  let writing: string | null = null
  let fileNameWanted = ''

  const sideNow = (): Side | undefined => context.sides()[context.focused()]
  const own = (): LogTexts => LOG_TEXTS[context.words().locale]

  /** The history of the side that is looked at; where that is another one, the worker goes through it anew. */
  function readSide(): void {
    const playback = sideNow()?.playback ?? null
    if (playback === of && (reader || standing.type !== 'nothing')) return
    startReading()
  }

  function startReading(): void {
    forget()
    writing = null
    view = null
    const side = sideNow()
    of = side?.playback ?? null
    if (!side || !of) return
    standing = { type: 'producing' }
    choices = { ...choices, group: null } // another history may have fewer groups
    reader = openLogReader(sourceOf(side, of), {
      progress: (share) => showShare(share),
      opened(opened) {
        standing = { ...opened, type: 'open' }
        build()
        applyFilter()
      },
      filtered(found) {
        byDay = new Uint32Array(found.byDay)
        view?.showList(countNow())
        showCount()
      },
      rows: ({ from, rows }) => view?.receive(from, rows),
      chain: ({ chain, places }) => view?.showChain({ rows: chain, places }),
      writing: (share) => frame?.showWriting(writing, share),
      written(file) {
        saveFile(file, fileNameWanted)
        endWriting()
      },
      failed(text) {
        reader = null
        writing = null
        standing = { type: 'failed', text }
        build()
      },
    })
  }

  /** Its facts are no longer wanted, and take a lot of room. */
  function forget(): void {
    reader?.close()
    reader = null
    of = null
    standing = { type: 'nothing' }
  }

  function startAgain(): void {
    startReading()
    build()
  }

  function stopReading(): void {
    reader?.close()
    reader = null
    standing = { type: 'stopped' }
    build()
  }

  /** Everything anew, in the language of the moment; list, place and choices stay. */
  function build(): void {
    const words = context.words()
    const { locale } = words
    const focused = document.activeElement?.id ?? ''
    frame = createFrame({
      own: own(),
      sides: context.sides().map((side) => ({ letter: side.letter, name: nameOf(side, locale) })),
      focused: context.focused(),
      follows,
      isOpen,
      openFilters: (wanted) => (isOpen = wanted),
      focus(side) {
        context.focus(side)
        readSide()
        build()
      },
      openLog: context.openLog,
      save: () => startWriting(own().saving, `${nameNow()}.jsonl`, { type: 'save' }),
      csv: startCsv,
      stopWriting() {
        reader?.stopWriting()
        endWriting()
      },
      follow(wanted) {
        follows = wanted
        view?.showCount(countNow())
        if (follows) view?.goToEnd()
        showCount()
      },
      clear: clearChoices,
    })
    element.replaceChildren(frame.element)
    frame.showWriting(null)
    buildBody(frame, words)
    if (writing) frame.showWriting(writing)
    if (focused !== '' && isShown) document.getElementById(focused)?.focus({ preventScroll: true })
  }

  function buildBody(into: Frame, words: Words): void {
    into.showFilters(null)
    const letter = sideNow()?.letter ?? ''
    const again = { says: own().again, act: startAgain }
    switch (standing.type) {
      case 'nothing':
        return into.showBody(plainNote(own().waiting({ side: letter })))
      case 'stopped':
        return into.showBody(plainNote(own().stopped, again))
      case 'failed':
        return into.showBody(failedNote(own(), standing.text, startAgain))
      case 'producing': {
        const note = producingNote(own(), { side: letter, cancel: stopReading })
        showShare = note.showShare
        return into.showBody(note.element)
      }
      case 'open':
        return showView(into, words, standing)
    }
  }

  function showView(into: Frame, words: Words, open: Extract<Standing, { type: 'open' }>): void {
    if (!of || !reader) return
    const ours = reader
    view = createLogView({
      line: { words, own: own(), vocabulary: vocabularyOf(words, own(), of.scenario) },
      label: own().tableLabel({ side: nameOfSide() }),
      choices,
      days: open.days,
      groups: of.scenario.community.groups,
      kinds: open.kinds,
      before: view,
      choose(changed) {
        choices = changed
        applyFilter()
      },
      clear: clearChoices,
      ask: (from, to) => ours.rows(from, to),
      askChain: (seq) => ours.chain(seq),
      look: (row) => context.seek(row.day + 1),
      goTo: (person) => context.select(context.focused(), person),
    })
    into.showFilters(view.filters)
    into.showBody(...view.body)
    into.showChoices(choicesMade(choices))
    view.showList(countNow())
    showPeople()
    showDay()
  }

  function applyFilter(): void {
    frame?.showChoices(choicesMade(choices))
    reader?.filter(filterOf(choices, showPeople()))
  }

  function showPeople(): readonly number[] | null {
    const { texts, gap } = context.words()
    const people = peopleAsked(choices.who, {
      members: of?.person ?? [],
      nicknames: texts.nicknames,
      gap,
      owner: own().owner,
    })
    view?.showPeople(people?.length ?? null)
    return people
  }

  function clearChoices(): void {
    choices = NO_CHOICES
    follows = false
    build()
    applyFilter()
  }

  /** Rows of the list that are shown. */
  function countNow(): number {
    const all = byDay.length - 1
    return byDay[follows ? Math.min(context.day(), all) : all] ?? 0
  }

  function showCount(): void {
    if (standing.type !== 'open') return
    const { format, when } = context.words()
    const parts = { count: format.count(countNow()), all: format.count(standing.count) }
    const day = when(context.day())
    const isAll = countNow() === standing.count
    if (follows) frame?.showCount(own().countUntil({ ...parts, when: day }))
    else frame?.showCount(isAll ? own().countAll(parts) : own().count(parts))
    view?.showEmpty(countNow() > 0 ? null : follows ? own().noneUntil({ when: day }) : own().none)
  }

  function showDay(): void {
    view?.showDay(context.day())
    if (follows) {
      view?.showCount(countNow())
      view?.goToEnd()
    }
    showCount()
  }

  function startCsv(): void {
    if (!of) return
    const { columns } = own()
    const words = context.words()
    startWriting(own().csvMaking, `${nameNow()}.csv`, {
      type: 'csv',
      count: countNow(),
      heads: columns,
      vocabulary: vocabularyOf(words, own(), of.scenario),
    })
  }

  function startWriting(what: string, name: string, request: Parameters<LogReader['write']>[0]): void {
    writing = what
    fileNameWanted = name
    frame?.showWriting(what)
    reader?.write(request)
  }

  function endWriting(): void {
    writing = null
    frame?.showWriting(null)
  }

  function nameOfSide(): string {
    const side = sideNow()
    const { texts, locale } = context.words()
    return side ? texts.side({ letter: side.letter, name: nameOf(side, locale) }) : ''
  }

  /** Of a file: that of the scenario and the seed, by which anybody can run it again. */
  function nameNow(): string {
    const name = sideNow()?.name.replace(/\.(qlog|jsonl|jsonl\.gz)$/i, '') ?? ''
    return of ? `${name}-${of.seed}` : name
  }

  return {
    element,
    show() {
      isShown = true
      readSide()
      build()
    },
    hide() {
      isShown = false
    },
    rebuild() {
      if (isShown) {
        readSide()
        build()
      } else if (reader && sideNow()?.playback !== of) forget()
    },
    showDay() {
      if (isShown) showDay()
    },
  }
}

function sourceOf({ log }: Side, playback: Playback): LogSource {
  if (log) return { kind: 'log', file: log }
  const { scenario, seed, forks } = playback
  return { kind: 'run', scenario, seed, forks }
}
