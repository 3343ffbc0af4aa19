import type { Playback, Scenario } from '../../sim/index.ts'
import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { addressWith } from '../chooser/address.ts'
import { createAfterwards } from '../panels/afterwards.ts'
import type { Afterwards } from '../panels/afterwards.ts'
import { failurePanel } from '../panels/failure.ts'
import { createSidePanel } from '../panels/side.ts'
import type { SidePanel } from '../panels/side.ts'
import { titleOf } from '../player/library.ts'
import type { Library } from '../player/library.ts'
import { titleOfSide } from '../player/side.ts'
import type { Side } from '../player/side.ts'
import { addSeatCards } from './card.ts'
import type { CardContext, Cards } from './card.ts'
import { groupsOf } from './group-members.ts'
import { createGroups } from './groups.ts'
import type { WallLook } from './look.ts'
import { nicknameOf } from './nickname.ts'
import { createReader } from './reader.ts'
import { layOutSeats } from './seats.ts'
import { createTemperature } from './temperature.ts'
import { createWall } from './wall.ts'
import type { Wall, WallOptions } from './wall.ts'
import './stage.css'

const SMALLEST_CELL = 6
const LARGEST_CELL = 44
const SHARPEST = 2

/** A side as it stands in the document: computing, failed, or with its wall. */
export interface Stand {
  readonly side: Side
  readonly panel: SidePanel
  readonly wall: Wall | null
  readonly cards: Cards | null
  readonly afterwards: Afterwards | null
  readonly showProgress: () => void
  /** Wall, numbers, temperature and an open card, after so many whole days of its own. */
  readonly showDay: (day: number) => void
  /** In other colours, or as somebody else sees it. */
  readonly setLook: (look: WallLook) => void
  /** For those who cannot see the wall; only when things stand still. */
  readonly summarise: (text: string) => void
}

/** What a stand asks the page. */
export interface StandContext {
  readonly words: Words
  readonly library: Library
  readonly sides: readonly Side[]
  /** Whether the teacher's sentence about a side is shown. */
  readonly told: (side: Side) => boolean
  readonly tell: (side: Side, told: boolean) => void
  readonly look: () => WallLook
  readonly day: () => number
  readonly why: (side: Side) => Pick<CardContext, 'why' | 'closeWhy' | 'told'>
}

export function createStand(side: Side, context: StandContext): Stand {
  const { texts, format, locale } = context.words
  const { letter, playback, failure } = side
  const name = titleOfSide(side, context.words)
  const question = side.scenario?.question?.[locale] ?? ''
  const afterwards = playback && afterwardsOf(side, context)
  const panel = createSidePanel({
    letter,
    name,
    question,
    afterwards: afterwards?.element ?? null,
    texts,
    format,
  })
  const still: Stand = {
    side,
    panel,
    wall: null,
    cards: null,
    afterwards,
    showProgress: () => {},
    showDay: () => {},
    setLook: (look) => panel.setLook(look),
    summarise: () => {},
  }
  if (failure) {
    panel.element.classList.add('failed')
    panel.room.append(failurePanel(name, { failure, known: Object.keys(context.library.scenarios), texts }))
    return still
  }
  if (!playback) {
    const { element, show } = progressBar(side, context.words)
    panel.room.append(element)
    return { ...still, showProgress: show }
  }
  const day = (): number => Math.min(context.day(), playback.days)
  const view = (): WallLook['view'] => context.look().view
  const { nicknames } = texts
  const nickname = (seat: number): string =>
    nicknameOf(playback.person[seat] ?? seat, nicknames, context.words.gap)
  const wall = wallOf(playback, { look: context.look(), nameOf: nickname }, context.words)
  const label = texts.wall({ letter, name })
  const cards = addSeatCards(wall, {
    playback,
    texts,
    format,
    nameOf: nickname,
    day,
    view,
    label,
    ...context.why(side),
  })
  const temperature = createTemperature(playback, context.words)
  const reader = createReader(playback, {
    words: context.words,
    label: `${letter} ${texts.stage.byState}`,
    day,
    view,
    seat: cards.seat,
    show: (seat) => cards.show(seat, true),
  })
  panel.room.append(wall.element, temperature.element, reader.element)
  return {
    ...still,
    wall,
    cards,
    showDay(day) {
      wall.show(day)
      panel.showDay(day, playback, view())
      temperature.showDay(day, view())
      cards.refresh()
    },
    setLook(look) {
      panel.setLook(look)
      wall.setLook(look)
    },
    summarise(text) {
      wall.describe(text)
      reader.refresh()
    },
  }
}

/** One wall, or a small one for each group. */
function wallOf(playback: Playback, options: WallOptions, { texts: { stage }, format }: Words): Wall {
  const groups = groupsOf(playback)
  if (!groups) return createWall(playback, options)
  const words = {
    name: (group: number) => stage.group({ number: format.count(group + 1) }),
    members: (count: number) => stage.groupMembers({ count: format.count(count) }),
    back: stage.groupsBack,
    more: (count: number) => stage.groupsMore({ count: format.count(count) }),
  }
  return createGroups(playback, { ...options, ...groups, words })
}

/** Contrasts go to the other side; where a log is open, which no address holds, to a window of their own. */
function afterwardsOf(side: Side, context: StandContext): Afterwards | null {
  const { library, sides, words, told, tell } = context
  const { texts, locale } = words
  const { lesson, contrast } = lessonOf(side)
  const names = sides.map((each) => each.name)
  const at = side === sides[0] ? 1 : 0
  const letter = at === 0 ? 'A' : 'B'
  const others = contrast.filter((name) => Object.hasOwn(library.scenarios, name) && !names.includes(name))
  return createAfterwards({
    letter: side.letter,
    lesson: lesson?.[locale] ?? '',
    contrasts: others.map((name) => {
      const title = titleOf(library, name, locale)
      return {
        name: title,
        says: texts.afterwards.opens({ name: title, letter }),
        href: addressWith(location.search, { names, at, name }),
        newWindow: sides.some(({ log }) => log),
      }
    }),
    told: told(side),
    tell: (next) => tell(side, next),
    texts,
  })
}

/** Logs that were written before there were lessons have none. */
function lessonOf({ scenario }: Side): Pick<Scenario, 'lesson' | 'contrast'> {
  const { lesson = null, contrast = [] } = (scenario ?? {}) as Partial<Scenario>
  return { lesson, contrast }
}

/** Cells of all walls are of one size, in the same number of columns: as large as the fullest wall allows. */
export function layOutWalls(stands: readonly Stand[]): void {
  const walls = stands.flatMap(({ wall }) => wall ?? [])
  if (walls.length === 0) return
  const ratio = Math.min(SHARPEST, window.devicePixelRatio || 1)
  const rooms = walls.map(({ element }) => element.getBoundingClientRect())
  const grid = layOutSeats({
    seats: Math.max(...walls.map(({ seats }) => seats)),
    width: Math.floor(Math.min(...rooms.map((room) => room.width)) * ratio),
    height: Math.floor(Math.min(...rooms.map((room) => room.height)) * ratio),
    smallest: Math.floor(SMALLEST_CELL * ratio),
    largest: Math.floor(LARGEST_CELL * ratio),
  })
  for (const wall of walls) wall.setGrid(grid, ratio)
}

function progressBar(side: Side, { texts, format }: Words): { element: HTMLElement; show: () => void } {
  const text = h('p', {}, texts.preparing)
  const progress = h('progress', { max: 1, value: 0, 'aria-label': `${side.letter} ${texts.preparing}` })
  function show(): void {
    if (side.done === 0) return
    progress.value = side.done
    text.textContent = texts.computing({ percent: format.percent(side.done) })
  }
  show()
  return { element: h('div', { class: 'computing' }, text, progress), show }
}
