import type { Words } from '../locales/words.ts'
import type { View } from '../player/frames.ts'
import { nameOf, playable } from '../player/side.ts'
import type { Side } from '../player/side.ts'
import { activityExtent, createActivityChart } from './activity.ts'
import { createCashChart } from './cash.ts'
import type { Chart } from './chart.ts'
import { createStatesChart, statesExtent } from './states.ts'

type Extent = readonly [number, number]

/** Members and messages of A, the cash of both, members and messages of B; one scale for both sides. */
export function createCharts(
  sides: readonly Side[],
  words: Words,
  page: { readonly view: () => View; readonly onTable: (chart: Chart) => void },
): Chart[] {
  const { locale, texts, format, when } = words
  const ready = playable(sides)
  const options = { texts, format, when, onTable: page.onTable }
  const people = shared(ready.map(({ playback }) => statesExtent(playback)))
  const messages = shared(ready.map(({ playback }) => activityExtent(playback)))
  const [first = [], second = []] = ready.map(({ side: { letter }, playback }) => [
    createStatesChart(playback, { ...options, letter, extent: people, view: page.view }),
    createActivityChart(playback, { ...options, letter, extent: messages }),
  ])
  const lines = ready.map(({ side, playback }) => ({
    letter: side.letter,
    name: nameOf(side, locale),
    playback,
  }))
  return [...first, createCashChart(lines, { ...options, letter: '' }), ...second]
}

function shared(extents: readonly Extent[]): Extent {
  return [Math.min(0, ...extents.map(([low]) => low)), Math.max(1, ...extents.map(([, high]) => high))]
}
