/** Speeds that people can choose, in simulated days a second. */
export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8, 16] as const

/** Days a second that nobody who asked for less motion is shown more than. */
const CALM_SPEED = 2
/** How long a whole run should take, in seconds, unless somebody chooses a speed. */
const WHOLE_RUN = 25

/** The one clock of the page. `day` counts whole and part days that have passed, 0 ≤ day ≤ days. */
export interface Clock {
  readonly day: number
  readonly days: number
  /** Days a second, one of SPEEDS. */
  readonly speed: number
  readonly playing: boolean
}

export function startClock(days: number, day = 0): Clock {
  return { day: clamp(day, days), days, speed: defaultSpeed(days), playing: false }
}

/** The clock `seconds` later. It stops by itself at the end; `calm` keeps to two day steps a second. */
export function advance(clock: Clock, seconds: number, { calm }: { readonly calm: boolean }): Clock {
  if (!clock.playing || !(seconds > 0)) return clock
  const speed = calm ? Math.min(clock.speed, CALM_SPEED) : clock.speed
  const day = clamp(clock.day + seconds * speed, clock.days)
  return { ...clock, day, playing: day < clock.days }
}

/** Plays on; from the end it starts again. */
export function play(clock: Clock): Clock {
  return { ...clock, day: clock.day >= clock.days ? 0 : clock.day, playing: clock.days > 0 }
}

/** Stops, on a whole day: what stands still can be named. */
export function pause(clock: Clock): Clock {
  return clock.playing ? { ...clock, day: Math.floor(clock.day), playing: false } : clock
}

export function seek(clock: Clock, day: number): Clock {
  return { ...clock, day: clamp(day, clock.days) }
}

/** `by` whole days on or back, from the whole day that is shown. */
export function step(clock: Clock, by: number): Clock {
  return seek({ ...clock, playing: false }, Math.floor(clock.day) + by)
}

/** The speed of SPEEDS nearest to the wish, by ratio. */
export function withSpeed(clock: Clock, wish: number): Clock {
  const distance = (speed: number): number => Math.abs(Math.log(speed / wish))
  return {
    ...clock,
    speed: SPEEDS.reduce((best, speed) => (distance(speed) < distance(best) ? speed : best)),
  }
}

/** One speed faster (+1) or slower (−1). */
export function changeSpeed(clock: Clock, by: 1 | -1): Clock {
  const at = SPEEDS.findIndex((speed) => speed === clock.speed)
  return { ...clock, speed: SPEEDS[at + by] ?? clock.speed }
}

/** The whole day whose frame is shown. */
export function shownDay(clock: Clock): number {
  return Math.floor(clock.day)
}

export function defaultSpeed(days: number): number {
  return withSpeed({ day: 0, days, speed: 1, playing: false }, Math.max(days, 1) / WHOLE_RUN).speed
}

function clamp(day: number, days: number): number {
  return Number.isFinite(day) ? Math.min(days, Math.max(0, day)) : 0
}
