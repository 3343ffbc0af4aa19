import fc from 'fast-check'
import { expect, it } from 'vitest'
import { run } from '../../sim/engine/run.ts'
import { LogError } from '../../sim/events/log-error.ts'
import { decodeFacts, encodeFacts } from '../../sim/events/qlog-facts.ts'
import { createRows, forget, makeRoom, record, reserve, type Rows } from '../../sim/events/rows.ts'
import { aScenario, aSeed } from '../../sim/testing/arbitraries.ts'
import { factsOf, type Fact } from '../../sim/testing/facts.ts'
import { kindName } from '../../sim/events/kinds.ts'
import { bothForms, FORMS, madeLog } from './log-made.ts'

const refuse = (says: string): never => {
  throw new LogError({ file: 'x.qlog', line: null, day: null }, says)
}

it('law 6: facts packed and unpacked are the same facts, and packed again the same bytes', () =>
  fc.assert(
    fc.property(aScenario, aSeed, fc.nat({ max: 1000 }), (scenario, seed, place) => {
      const { rows } = run(scenario, seed, { keepsRows: true })
      const from = place % rows.count
      const bytes = encodeFacts(rows, from, rows.count)
      const back = decodeFacts(bytes, from, refuse)
      expect(factsOf(back)).toEqual(factsOf(rows, from))
      expect(encodeFacts(back, 0, back.count)).toEqual(bytes)
    }),
    { numRuns: 100 },
  ))

it('law 6: both forms of a log lead to the same history', () =>
  fc.assert(
    fc.property(aScenario, aSeed, (scenario, seed) => {
      const forms = bothForms(madeLog(scenario, seed))
      const [readable, native] = FORMS.map(([, replay]) => {
        const { digest, events, world, verified, history } = replay(forms)
        return { digest, events, world, verified, history }
      })
      expect(native).toEqual(readable)
      expect(readable?.verified).toMatchObject({ chain: true, fold: true })
    }),
    { numRuns: 50 },
  ))

/** Whether a log passes: false where it is refused, or where chain or fold do not hold; anything else thrown is a fault. */
function passes(
  replay: () => { readonly verified: { readonly chain: boolean; readonly fold: boolean | null } },
) {
  try {
    const { verified } = replay()
    return verified.chain && verified.fold !== false
  } catch (error) {
    if (error instanceof LogError) return false
    throw error
  }
}

const aShortScenario = aScenario.filter(({ days }) => days <= 6)

it('law 7: a log with one changed bit does not pass', () =>
  fc.assert(
    fc.property(
      aShortScenario,
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      fc.nat({ max: 6 }),
      (scenario, place, bit) => {
        const forms = bothForms(madeLog(scenario))
        const letter = Math.floor(place * forms.text.length)
        const changed = String.fromCharCode(forms.text.charCodeAt(letter) ^ (1 << bit))
        const text = forms.text.slice(0, letter) + changed + forms.text.slice(letter + 1)
        const bytes = forms.bytes.slice()
        bytes[Math.floor(place * bytes.length)]! ^= 1 << bit
        for (const [form, replay] of FORMS) {
          expect(
            passes(() => replay({ text, bytes })),
            `${form}, letter ${letter}`,
          ).toBe(false)
        }
      },
    ),
    { numRuns: 300 },
  ))

/** What can be done with rows, for real and in the model: a plain list, and how many were forgotten. */
interface Model {
  facts: Fact[]
  forgotten: number
}

const aNumber = fc.integer({ min: -1, max: 2 ** 31 - 1 })
const aFact = fc.record({
  kind: fc.integer({ min: 1, max: 55 }).filter((code) => kindName(code) !== undefined),
  group: fc.nat({ max: 65_535 }),
  actor: aNumber,
  object: aNumber,
  value: fc.oneof(fc.float({ noNaN: true }), fc.constant(-0)),
  cause: aNumber,
})

function mustAgree({ facts, forgotten }: Model, rows: Rows): void {
  expect(rows.base).toBe(forgotten)
  expect(factsOf(rows)).toEqual(facts)
}

type Command = fc.Command<Model, Rows>
const always = () => true
const aRecord = aFact.map(({ kind, group, actor, object, value, cause }): Command => ({
  check: always,
  run(model, rows) {
    const seq = record(rows, kind, group, actor, object, value, cause)
    expect(seq).toBe(model.forgotten + model.facts.length)
    const name = kindName(kind) as Fact['kind']
    model.facts.push({ seq, kind: name, group, actor, object, value: value + 0, cause })
    mustAgree(model, rows)
  },
  toString: () => `record(${kind}, ${value})`,
}))
/** Either way of making room for more. */
const roomBy = (make: typeof reserve) =>
  fc.nat({ max: 40 }).map((more): Command => ({
    check: always,
    run(model, rows) {
      make(rows, more)
      expect(rows.kind.length).toBeGreaterThanOrEqual(rows.count + more)
      mustAgree(model, rows)
    },
    toString: () => `${make.name}(${more})`,
  }))
const anOblivion = fc.constant<Command>({
  check: always,
  run(model, rows) {
    forget(rows)
    model.forgotten += model.facts.length
    model.facts = []
    mustAgree(model, rows)
  },
  toString: () => 'forget()',
})

it('law 37: rows behave as a plain list, whatever is done to them', () =>
  fc.assert(
    fc.property(
      fc.commands([aRecord, aRecord, aRecord, roomBy(reserve), roomBy(makeRoom), anOblivion], {
        maxCommands: 60,
      }),
      (commands) =>
        fc.modelRun(() => ({ model: { facts: [], forgotten: 0 }, real: createRows(1) }), commands),
    ),
    { numRuns: 200 },
  ))
