import type { Playback } from '../../sim/index.ts'
import type { Area, Group } from './picture.ts'
import type { Scale } from './scale.ts'

/** The days, counted from 0, on which members met in person. */
export function meetingDays({ activity, days }: Playback): readonly number[] {
  return Array.from({ length: days }, (_, day) => day).filter((day) => (activity.meetings[day] ?? 0) > 0)
}

/** A band through all that is drawn for each day with an offline event, under a mark that does without colour. */
export function drawMeetings(
  past: Group,
  playback: Playback,
  { x, area, em }: { readonly x: Scale; readonly area: Area; readonly em: number },
): void {
  const middle = (day: number): number => (x(day) + x(day + 1)) / 2
  const wide = (day: number): number => Math.max(1.5, x(day + 1) - x(day))
  const days = meetingDays(playback)
  const nearest = Math.min(...days.slice(1).map((day, at) => x(day) - x(days[at] ?? 0)))
  const reach = Math.max(em * 0.12, Math.min(em * 0.26, nearest * 0.42))
  past
    .selectAll<SVGRectElement, number>('rect.meeting')
    .data(days)
    .join('rect')
    .attr('class', 'meeting')
    .attr('x', (day) => middle(day) - wide(day) / 2)
    .attr('y', area.top)
    .attr('width', wide)
    .attr('height', area.bottom - area.top)
    .raise()
  past
    .selectAll<SVGPolygonElement, number>('polygon.meeting')
    .data(days)
    .join('polygon')
    .attr('class', 'meeting')
    .attr('points', (day) => markAt(middle(day), area.top, reach))
    .raise()
}

/** ▲ with its tip at a place. */
function markAt(x: number, y: number, reach: number): string {
  const base = (y + reach * 1.7).toFixed(1)
  return `${x.toFixed(1)},${y.toFixed(1)} ${(x + reach).toFixed(1)},${base} ${(x - reach).toFixed(1)},${base}`
}
