import { h, write } from '../dom.ts'
import type { Messages } from '../locales/zh-Hans.ts'
import { SPEEDS } from '../player/clock.ts'
import type { Clock } from '../player/clock.ts'
import { icon } from './icons.ts'

export interface ControlsOptions {
  readonly texts: Messages
  readonly toggle: () => void
  readonly step: (days: number) => void
  readonly changeSpeed: (by: 1 | -1) => void
  /** One of SPEEDS, in days a second. */
  readonly setSpeed: (speed: number) => void
  readonly skipsQuiet: () => boolean
  readonly toggleQuiet: () => void
}

export interface Controls {
  readonly element: HTMLElement
  readonly playButton: HTMLButtonElement
  readonly showClock: (clock: Clock) => void
  readonly showQuiet: () => void
}

/** The buttons of the clock. On a phone one list of speeds stands for the two buttons around the speed. */
export function createControls(options: ControlsOptions): Controls {
  const { texts } = options
  const press = (id: string, name: string, look: Node, onclick: () => void): HTMLButtonElement =>
    h('button', { type: 'button', id, class: 'button round', 'aria-label': name, title: name, onclick }, look)

  const playButton = press('play', texts.play, icon('play'), options.toggle)
  playButton.classList.add('main')
  const back = press('step-back', texts.stepBack, icon('back'), () => options.step(-1))
  const on = press('step-on', texts.stepOn, icon('on'), () => options.step(1))
  const slower = press('slower', texts.slower, document.createTextNode('−'), () => options.changeSpeed(-1))
  const faster = press('faster', texts.faster, document.createTextNode('+'), () => options.changeSpeed(1))
  const speed = h('output', { class: 'speed', 'aria-label': texts.speedLabel })
  const choice = h(
    'select',
    {
      class: 'speed-choice',
      id: 'speed-choice',
      'aria-label': texts.dock.chooseSpeed,
      onchange: () => {
        options.setSpeed(Number(choice.value))
        choice.blur() // so that the keys are the clock's again
      },
    },
    ...SPEEDS.map((each) => h('option', { value: each }, texts.speed({ speed: String(each) }))),
  )
  const skip = press('skip-quiet', texts.dock.skipQuiet, icon('skip'), () => {
    options.toggleQuiet()
    showQuiet()
  })
  const speeds = h('span', { class: 'speeds' }, slower, speed, choice, faster)
  const element = h(
    'div',
    { class: 'controls', role: 'group', 'aria-label': texts.controls },
    back,
    playButton,
    on,
    skip,
    speeds,
  )

  function showQuiet(): void {
    skip.setAttribute('aria-pressed', String(options.skipsQuiet()))
  }

  showQuiet()
  return {
    element,
    playButton,
    showClock(clock) {
      const name = clock.playing ? texts.pause : texts.play
      if (playButton.title !== name) {
        playButton.title = name
        playButton.setAttribute('aria-label', name)
        playButton.replaceChildren(icon(clock.playing ? 'pause' : 'play'))
      }
      write(speed, texts.speed({ speed: String(clock.speed) }))
      if (choice.value !== String(clock.speed)) choice.value = String(clock.speed)
    },
    showQuiet,
  }
}
