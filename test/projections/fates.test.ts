import { describe, expect, it } from 'vitest'
import { CAUSE } from '../../sim/model/causes.ts'
import { createEndings, endingsDay } from '../../sim/projections/endings.ts'
import {
  countChanges,
  createFateTeller,
  differingFates,
  type EndedHistory,
} from '../../sim/projections/fates.ts'
import { handMade } from '../testing/hand-made.ts'

type Happen = ReturnType<typeof handMade>['happen']

/** A history in which people join on day 0, and on the next day happens what is said. */
function historyIn(people: readonly number[], write: (happen: Happen) => void, days = 2): EndedHistory {
  const { world, rows, join, happen, pass } = handMade()
  const endings = createEndings()
  join(people)
  pass(1)
  const from = rows.count
  write(happen)
  pass(1)
  endingsDay(endings, world, rows, from, rows.count)
  pass(days - 2)
  return { world, endings }
}

const end = (
  happen: Happen,
  kind: 'member-left' | 'member-muted',
  actor: number,
  cause: 'chatter' | 'hard-ads',
) => {
  const fact = happen(kind, { actor, object: CAUSE[cause] })
  happen('blame-shared', { actor, object: CAUSE[cause], value: 0.75, cause: fact })
  happen('blame-shared', { actor, object: CAUSE.background, value: 0.25, cause: fact })
}

describe('the fate of a person', () => {
  const fateOf = createFateTeller(
    historyIn(
      [1, 2, 3, 4],
      (happen) => {
        end(happen, 'member-muted', 1, 'chatter')
        end(happen, 'member-left', 2, 'hard-ads')
        happen('member-removed', { actor: 3 })
      },
      4,
    ),
  )

  it.each([
    ['mutes', 1, { outcome: 'muted', day: 1, cause: 'chatter' }],
    ['leaves', 2, { outcome: 'left', day: 1, cause: 'hard-ads' }],
    ['is removed', 3, { outcome: 'left', day: 1, cause: null }],
    ['stays', 4, { outcome: 'present', day: null, cause: null }],
    ['does not come', 5, { outcome: 'never-joined', day: null, cause: null }],
    ['is nobody', 100_000, { outcome: 'never-joined', day: null, cause: null }],
  ] as const)('who %s is told with its day and main cause', (_, person, fate) =>
    expect(fateOf(person)).toEqual(fate),
  )

  it('is that of the last ending, where somebody mutes and then leaves', () => {
    const left = createFateTeller(
      historyIn([1], (happen) => {
        end(happen, 'member-muted', 1, 'chatter')
        end(happen, 'member-left', 1, 'hard-ads')
      }),
    )
    expect(left(1)).toEqual({ outcome: 'left', day: 1, cause: 'hard-ads' })
  })
})

describe('fates in two histories', () => {
  const parent = historyIn([1, 2, 3, 4, 5], (happen) => {
    for (const person of [1, 2]) end(happen, 'member-left', person, 'hard-ads')
    end(happen, 'member-left', 3, 'chatter')
  })
  const branch = historyIn([5, 4, 3, 2, 6], (happen) => {
    end(happen, 'member-left', 5, 'chatter')
    end(happen, 'member-muted', 4, 'hard-ads')
  })
  const fates = differingFates(parent, branch)

  it('are those of the same people, wherever they sit', () => {
    expect(fates.map(({ person, parent, branch }) => [person, parent.outcome, branch.outcome])).toEqual([
      [1, 'left', 'never-joined'],
      [2, 'left', 'present'],
      [3, 'left', 'present'],
      [4, 'present', 'muted'],
      [5, 'present', 'left'],
      [6, 'never-joined', 'present'],
    ])
  })

  it('are counted by what became of people, with the causes where they left or muted', () => {
    const [first, ...others] = countChanges(fates)
    expect(first).toEqual({
      ...{ from: 'left', to: 'present', people: 2 },
      causes: [
        { cause: 'hard-ads', people: 1 },
        { cause: 'chatter', people: 1 },
      ],
    })
    expect(others).toHaveLength(4)
    expect(others).toContainEqual({
      ...{ from: 'present', to: 'muted', people: 1 },
      causes: [{ cause: 'hard-ads', people: 1 }],
    })
    expect(others).toContainEqual({ from: 'never-joined', to: 'present', people: 1, causes: [] })
  })

  it('do not differ from themselves, nor by the day on which a sleeper was last seen', () => {
    expect(differingFates(parent, parent)).toEqual([])
    const asleep = (day: number): EndedHistory => {
      const { world, join, happen, pass } = handMade()
      join([1])
      pass(day)
      happen('feed-read', { actor: 1, object: 1, value: 1 })
      pass(60 - day)
      return { world, endings: createEndings() }
    }
    expect(createFateTeller(asleep(3))(1)).toEqual({ outcome: 'asleep', day: 3, cause: null })
    expect(differingFates(asleep(3), asleep(5))).toEqual([])
  })

  it('differ by the day of leaving alone', () => {
    const later = historyIn([1, 2, 3, 4, 5], () => undefined, 2)
    const model = createEndings()
    const shown = differingFates(parent, { world: later.world, endings: model })
    expect(shown.map(({ person }) => person)).toEqual([1, 2, 3])
  })
})
