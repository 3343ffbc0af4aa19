import { COSTS } from '../../sim/model/causes.ts'
import {
  BOOK,
  GROUP_LEVEL,
  GROUP_LEVELS,
  GROUP_MARK,
  GROUP_MARKS,
  LEVEL,
  LEVELS,
  MARK,
  MARKS,
  OWNER_LEVEL,
  OWNER_MARK,
  POSTERS,
  TIES,
  type World,
} from '../../sim/model/world.ts'

/** Every number of a world under a name that can be read, such as `seat 3 trust` or `group 0 members`. */
export function stateOf(world: World): Map<string, number> {
  const state = new Map<string, number>([
    ['day', world.day],
    ['seats', world.seats],
  ])
  const take = (
    prefix: string,
    column: ArrayLike<number>,
    stride: number,
    names: Readonly<Record<string, number>>,
  ) => {
    for (let record = 0; record * stride < column.length; record++) {
      for (const [name, place] of Object.entries(names)) {
        state.set(`${prefix} ${record} ${name}`, column[record * stride + place] as number)
      }
    }
  }
  const list = (prefix: string, column: ArrayLike<number>) => {
    for (let at = 0; at < column.length; at++) state.set(`${prefix} ${at}`, column[at] as number)
  }
  take('seat', world.levels.subarray(0, world.seats * LEVELS), LEVELS, LEVEL)
  take('seat', world.marks.subarray(0, world.seats * MARKS), MARKS, MARK)
  for (let seat = 0; seat < world.seats; seat++) {
    list(`seat ${seat} tie`, world.ties.subarray(seat * TIES, (seat + 1) * TIES))
    list(`seat ${seat} strength`, world.tieStrengths.subarray(seat * TIES, (seat + 1) * TIES))
  }
  take('group', world.groupMarks, GROUP_MARKS, GROUP_MARK)
  // Numbers of today stand under the plain names.
  const { items, helpers, ...told } = GROUP_LEVEL
  take('group', world.groupLevels, GROUP_LEVELS, { ...told, usualItems: items, usualHelpers: helpers })
  for (let group = 0; group < world.setting.groups; group++) {
    list(`group ${group} poster`, world.posters.subarray(group * POSTERS, (group + 1) * POSTERS))
  }
  list('seat of', world.seatOf)
  list('topic items', world.topicItems)
  list('topic quality', world.topicQuality)
  list('offer ads', world.offerAds)
  list('offer softness', world.offerSoft)
  take('owner', world.ownerLevels, world.ownerLevels.length, OWNER_LEVEL)
  take('owner', world.ownerMarks, world.ownerMarks.length, OWNER_MARK)
  list('belief', world.beliefs)
  const { costs, ...books } = BOOK
  take('books', world.books, world.books.length, books)
  COSTS.forEach((cost, at) => state.set(`paid for ${cost}`, world.books[costs + at] as number))
  return state
}

/** What `change` does to a world: the new value of every number that moved, to five decimals. */
export function changesBy(world: World, change: () => void): Record<string, number> {
  const before = stateOf(world)
  change()
  const changes: Record<string, number> = {}
  for (const [name, value] of stateOf(world)) {
    if (value !== before.get(name)) changes[name] = Math.round(value * 1e5) / 1e5
  }
  return changes
}
