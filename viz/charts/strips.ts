import type { Area, Group } from './picture.ts'

/** One bar a day from zero up or down, as one path. `x(d)` is where day d begins. */
export function barsPath(
  values: ArrayLike<number>,
  { x, y }: { readonly x: (day: number) => number; readonly y: (value: number) => number },
): string {
  const zero = y(0).toFixed(1)
  let path = ''
  for (let day = 0; day < values.length; day++) {
    const value = values[day] as number
    if (value === 0 || !Number.isFinite(value)) continue
    path += `M${x(day).toFixed(1)} ${zero}V${y(value).toFixed(1)}H${x(day + 1).toFixed(1)}V${zero}Z`
  }
  return path
}

/** A word or two at a place in a drawing. */
export interface Note {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly anchor?: 'start' | 'middle' | 'end'
}

/** Above what is drawn there already. */
export function writeNotes(group: Group, notes: readonly Note[]): void {
  group
    .selectAll<SVGTextElement, Note>('text.note')
    .data(notes)
    .join('text')
    .attr('class', 'note')
    .attr('x', ({ x }) => x)
    .attr('y', ({ y }) => y)
    .attr('text-anchor', ({ anchor }) => anchor ?? 'start')
    .text(({ text }) => text)
}

/** Where the title of a panel stands: in the half that the playhead has not reached, or in the one it has left. */
export function titlePlace({ left, right }: Area, x: number, em: number): Pick<Note, 'x' | 'anchor'> {
  return x < (left + right) / 2 ? { x: right, anchor: 'end' } : { x: left + em * 0.3, anchor: 'start' }
}
