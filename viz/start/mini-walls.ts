import type { Playback } from '../../sim/index.ts'
import { createComputer } from '../player/compute.ts'
import { gather } from '../player/library.ts'
import type { Library } from '../player/library.ts'
import type { Palette } from '../stage/palette.ts'
import { layOutSeats } from '../stage/seats.ts'
import { drawThumbnail } from '../stage/thumbnail.ts'
import { whenIdle } from './idle.ts'
import { KEYFRAME_MS, frameOnStep, thin } from './keyframes.ts'

/** The walls in small on the cards: silent loops, computed one after another when the page has nothing better to do. */
export interface MiniWalls {
  /** Puts the wall of a scenario into a frame of the page. */
  readonly add: (frame: HTMLElement, canvas: HTMLCanvasElement, name: string) => void
  /** Forgets all frames; what was computed stays known. */
  readonly clear: () => void
  readonly start: () => void
  readonly stop: () => void
  readonly pause: (paused: boolean) => void
  /** Anew, in other colours or after the reader asked for calm. */
  readonly repaint: () => void
}

/** Share of its frame that a wall fills; the rest is air around it. */
const FILLED = 0.92

interface Place {
  readonly frame: HTMLElement
  readonly canvas: HTMLCanvasElement
  readonly name: string
  visible: boolean
}

export function createMiniWalls(options: {
  readonly library: Library
  readonly palette: () => Palette
  /** Nothing may move: the last day's picture is shown. */
  readonly isCalm: () => boolean
}): MiniWalls {
  const { library, palette, isCalm } = options
  const computer = createComputer()
  /** Null: it could not be computed, and its frame stays empty. */
  const stories = new Map<string, Playback | null>()
  const places = new Map<Element, Place>()
  let running = false
  let paused = false
  let step = 0
  let timer = 0
  let stopComputing: (() => void) | null = null

  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const place = places.get(target)
      if (place) place.visible = isIntersecting
    }
    settle()
  })
  const sized = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const place = places.get(target)
      if (place) draw(place)
    }
  })
  document.addEventListener('visibilitychange', settle)

  /** Moves what may move, and computes what is missing. */
  function settle(): void {
    const awake = running && !document.hidden
    const shown = [...places.values()].filter(({ visible }) => visible)
    const moves = awake && !paused && !isCalm() && shown.some(({ name }) => stories.get(name))
    if (moves && timer === 0) timer = window.setInterval(tick, KEYFRAME_MS)
    else if (!moves && timer !== 0) {
      clearInterval(timer)
      timer = 0
    }
    if (awake && !stopComputing) {
      const next = shown.find(({ name }) => !stories.has(name))
      if (next) computeOne(next.name)
      else computer.end()
    }
  }

  function tick(): void {
    step++
    for (const place of places.values()) if (place.visible) draw(place)
  }

  function computeOne(name: string): void {
    let stopped = false
    let stopRun = (): void => {}
    const stopIdling = whenIdle(() => {
      gather(library.scenarios, name).then(
        (bodies) => {
          if (stopped) return
          const known = Object.keys(library.scenarios)
          const request = { name, seed: library.seed, library: bodies, known, scenario: null }
          stopRun = computer.compute(request, {
            resolved() {},
            progress() {},
            done: (playback) => settled(thin(playback)),
            failed: () => settled(null),
          })
        },
        () => settled(null),
      )
    })
    stopComputing = () => {
      stopped = true
      stopIdling()
      stopRun()
    }
    function settled(story: Playback | null): void {
      if (stopped) return
      stopComputing = null
      stories.set(name, story)
      for (const place of places.values()) if (place.name === name) draw(place)
      settle()
    }
  }

  /** The canvas is just as large as its seats, so that it can stand in the middle of its frame. */
  function draw({ frame, canvas, name }: Place): void {
    const story = stories.get(name)
    const ratio = Math.min(2, devicePixelRatio)
    const width = Math.floor(frame.clientWidth * ratio * FILLED)
    const height = Math.floor(frame.clientHeight * ratio * FILLED)
    if (!story || story.seats === 0 || width === 0 || height === 0) return
    const grid = layOutSeats({ seats: story.seats, width, height, smallest: 1, largest: height })
    const cells = Math.ceil(story.seats / grid.perCell)
    const size = [grid.columns * grid.cell, Math.ceil(cells / grid.columns) * grid.cell] as const
    if (canvas.width !== size[0] || canvas.height !== size[1]) {
      ;[canvas.width, canvas.height] = size
      canvas.style.width = `${size[0] / ratio}px`
      canvas.style.height = `${size[1] / ratio}px`
    }
    drawThumbnail(canvas, story, isCalm() ? story.days : frameOnStep(step), palette(), 'truth')
  }

  return {
    add(frame, canvas, name) {
      places.set(frame, { frame, canvas, name, visible: false })
      seen.observe(frame)
      sized.observe(frame)
    },
    clear() {
      seen.disconnect()
      sized.disconnect()
      places.clear()
    },
    start() {
      running = true
      step = 0
      settle()
    },
    stop() {
      running = false
      stopComputing?.()
      stopComputing = null
      settle()
    },
    pause(next) {
      paused = next
      settle()
    },
    repaint() {
      for (const place of places.values()) draw(place)
      settle()
    },
  }
}
