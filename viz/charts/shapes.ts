// Lines and areas as SVG paths: all that the charts need of d3-shape, which comes whole or not at all and would be a
// twentieth of the first load.

/** A place in a drawing; a line is interrupted where it is no number. */
type Point = readonly [x: number, y: number]

/** A line through points; a stepped one stays at its height until the next point. */
export function linePath(points: readonly Point[], { isStepped = false } = {}): string {
  let path = ''
  let isOpen = false
  for (const [x, y] of points) {
    if (!Number.isFinite(y)) {
      isOpen = false
      continue
    }
    path += isOpen
      ? isStepped
        ? `H${short(x)}V${short(y)}`
        : `L${short(x)} ${short(y)}`
      : `M${short(x)} ${short(y)}`
    isOpen = true
  }
  return path
}

/** What lies between two lines of as many points; nothing where there are none. */
export function areaPath(
  top: readonly Point[],
  bottom: readonly Point[],
  options = { isStepped: false },
): string {
  if (top.length === 0) return ''
  const [first, ...rest] = [...bottom].reverse()
  if (!first) return ''
  // Back from the right a step goes down or up before it goes on.
  const back = rest.map(([x, y]) =>
    options.isStepped ? `V${short(y)}H${short(x)}` : `L${short(x)} ${short(y)}`,
  )
  return `${linePath(top, options)}L${short(first[0])} ${short(first[1])}${back.join('')}Z`
}

/** Values at the days 0, 1, 2, … as points. */
export function pointsOf(
  values: ArrayLike<number>,
  { x, y }: { readonly x: (day: number) => number; readonly y: (value: number) => number },
): Point[] {
  return Array.from(values, (value, day) => [x(day), y(value)])
}

/** A tenth of a pixel is enough. */
function short(value: number): string {
  return String(Math.round(value * 10) / 10)
}
