/** Speeds that people can choose, in simulated days a second. */
export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8, 16] as const

/** Days a second that nobody who asked for less motion is shown more than. */
const CALM_SPEED = 2
/** How long a whole run should take, in seconds, unless somebody chooses a speed. */
const WHOLE_RUN = 25
/** Days a second at which quiet days are passed; never slower than the clock goes anyhow. */
const QUIET_SPEED = 16
/** How long a held moment stands, in seconds. */
export const HOLD_SECONDS = 2
/** The last part of the day before a held moment, and the most days a second on it: it is come to gently. */
export const SLOW_PART = 0.25
const SLOW_SPEED = 1

/** The one clock of the page. `day` counts whole and part days that have passed, 0 ≤ day ≤ days. */
export interface Clock {
  readonly day: number
  readonly days: number
  /** Days a second, one of SPEEDS. */
  readonly speed: number
  readonly playing: boolean
  /** Seconds that a held moment still stands; 0 or nothing: time goes on. Only while playing. */
  readonly holding?: number
}

/** How time passes while it is played. */
export interface Pace {
  /** Keeps to two day steps a second, for those who asked for less motion; quiet days too. */
  readonly calm: boolean
  /** 1 at each day on which nothing changes (player/quiet.ts): passed quickly. Nothing: no day is. */
  readonly quiet?: Uint8Array | null
  /** Days at which to slow down and stand for a while (timeline/holds.ts). Nothing: none. */
  readonly holds?: readonly number[]
}

export function startClock(days: number, day = 0): Clock {
  return { day: clamp(day, days), days, speed: defaultSpeed(days), playing: false }
}

/** The clock `seconds` later. It stops by itself at the end. */
export function advance(clock: Clock, seconds: number, pace: Pace): Clock {
  if (!clock.playing || !(seconds > 0)) return clock
  const { days } = clock
  const speed = pace.calm ? Math.min(clock.speed, CALM_SPEED) : clock.speed
  const holds = speed > SLOW_SPEED ? (pace.holds ?? []) : []
  let { day, holding = 0 } = clock
  let left = seconds
  while (left > 0 && day < days) {
    if (holding > 0) {
      const stood = Math.min(holding, left)
      holding -= stood
      left -= stood
      continue
    }
    const stretch = stretchFrom(day, speed, { ...pace, holds })
    const until = Math.min(stretch.until, days)
    const needed = (until - day) / stretch.speed
    if (needed > left) {
      day += left * stretch.speed
      break
    }
    day = until
    left -= needed
    if (holds.includes(day)) holding = HOLD_SECONDS
  }
  day = clamp(day, days)
  const playing = day < days
  return { ...clock, day, playing, holding: playing ? holding : 0 }
}

/** How fast the clock goes from here, and the day until which it keeps to that. */
function stretchFrom(
  day: number,
  speed: number,
  { calm, quiet, holds = [] }: Pace,
): { readonly until: number; readonly speed: number } {
  if (!quiet && holds.length === 0) return { until: Infinity, speed }
  const today = Math.floor(day)
  const until = today + 1
  const usual = quiet?.[today] === 1 && !calm ? Math.max(speed, QUIET_SPEED) : speed
  if (!holds.includes(until)) return { until, speed: usual }
  const slowFrom = until - SLOW_PART
  return day < slowFrom ? { until: slowFrom, speed: usual } : { until, speed: Math.min(speed, SLOW_SPEED) }
}

/** What the button of the clock does: it ends a hold, pauses, or plays. */
export function press(clock: Clock): Clock {
  if (clock.playing && (clock.holding ?? 0) > 0) return { ...clock, holding: 0 }
  return clock.playing ? pause(clock) : play(clock)
}

/** Plays on; from the end it starts again. */
export function play(clock: Clock): Clock {
  return { ...clock, day: clock.day >= clock.days ? 0 : clock.day, playing: clock.days > 0, holding: 0 }
}

/** Stops, on a whole day: what stands still can be named. */
export function pause(clock: Clock): Clock {
  return clock.playing ? { ...clock, day: Math.floor(clock.day), playing: false, holding: 0 } : clock
}

export function seek(clock: Clock, day: number): Clock {
  return { ...clock, day: clamp(day, clock.days), holding: 0 }
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
