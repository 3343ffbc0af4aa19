import { h } from '../dom.ts'
import type { AsideContext, AsidePanel } from './aside-panel.ts'
import './aside.css'

/** The tabs of the panel beside the wall, in their order. */
export const TABS = ['numbers', 'causes', 'member', 'tuning'] as const
export type Tab = (typeof TABS)[number]

/** The panel beside the wall: one of its tabs is open. On a phone it is a sheet that can be put away. */
export interface Aside {
  readonly element: HTMLElement
  readonly tab: () => Tab
  readonly open: (tab: Tab) => void
  /** Shows an account in the tab of the member, or that there is none any more; one that was only built anew `stays` where it was. */
  readonly showMember: (account: HTMLElement | null, how?: { readonly stays: boolean }) => void
  readonly rebuild: () => void
  readonly draw: () => void
  readonly showDay: (day: number) => void
  /** How much of a branch is computed; 1 when none is being. */
  readonly branching: (done: number) => void
  readonly hide: () => void
}

type Loader = (context: AsideContext) => Promise<AsidePanel>

const LOADERS: Readonly<Record<Exclude<Tab, 'member'>, Loader>> = {
  numbers: async (context) => (await import('./numbers.ts')).createNumbers(context),
  causes: async (context) => (await import('./causes.ts')).createCauses(context),
  tuning: async (context) => (await import('../tuning/tuning.ts')).createTuning(context),
}

export function createAside(context: AsideContext): Aside {
  const list = h('div', { class: 'tabs', role: 'tablist' })
  const body = h('div', { class: 'tab-body', role: 'tabpanel', tabindex: -1, id: 'aside-panel' })
  const element = h('section', { class: 'beside' }, list, body)
  const panels = new Map<Tab, AsidePanel>()
  let tab: Tab = 'numbers'
  let member: HTMLElement | null = null
  let shown: AsidePanel | null = null

  list.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length] ?? tab
    open(next)
    list.querySelector<HTMLElement>(`#tab-${next}`)?.focus()
  })

  function buildTabs(): void {
    const { texts } = context.words()
    element.setAttribute('aria-label', texts.aside.label)
    list.setAttribute('aria-label', texts.aside.label)
    list.replaceChildren(
      ...TABS.map((each) =>
        h(
          'button',
          {
            type: 'button',
            role: 'tab',
            id: `tab-${each}`,
            'aria-controls': 'aside-panel',
            'aria-selected': String(each === tab),
            tabindex: each === tab ? 0 : -1,
            onclick: () => open(each),
          },
          texts.aside.tabs[each],
        ),
      ),
    )
    body.setAttribute('aria-labelledby', `tab-${tab}`)
  }

  function open(next: Tab): void {
    if (next !== tab) shown?.hide()
    tab = next
    buildTabs()
    void fill()
  }

  async function fill(): Promise<void> {
    const { texts } = context.words()
    const wanted = tab
    if (wanted === 'member') {
      shown = null
      body.replaceChildren(member ?? h('p', { class: 'quiet beside-hint' }, texts.aside.choose))
      return
    }
    let panel = panels.get(wanted)
    if (!panel) {
      body.replaceChildren(h('p', { class: 'quiet beside-hint', role: 'status' }, texts.preparing))
      try {
        panel = await LOADERS[wanted](context)
      } catch (error) {
        body.replaceChildren(
          h(
            'div',
            { class: 'failure', role: 'alert' },
            h('p', {}, texts.failedPage),
            h('pre', {}, String(error)),
          ),
        )
        return
      }
      panels.set(wanted, panel)
      if (tab !== wanted) return
    }
    shown = panel
    panel.rebuild()
    if (body.firstElementChild !== panel.element || body.children.length > 1) {
      body.replaceChildren(panel.element)
      panel.show()
    }
    panel.draw()
    panel.showDay(context.day())
  }

  return {
    element,
    tab: () => tab,
    open,
    showMember(account, { stays } = { stays: false }) {
      member = account
      if ((account && !stays) || tab === 'member') open('member')
    },
    rebuild() {
      buildTabs()
      void fill()
    },
    draw: () => shown?.draw(),
    showDay: (day) => shown?.showDay(day),
    branching: (done) => shown?.branching?.(done),
    hide: () => shown?.hide(),
  }
}
