// The study of blame, as docs/study/blame.md has it: does the cause that an account names matter more than another?
// Prints the whole document. The numbers are those of one engine version; the seeds are in it.

import { readFileSync } from 'node:fs'
import { studyBlame, type Kept } from '../../sim/lab/blame-study.ts'
import { ENGINE } from '../../sim/model/engine-version.ts'
import { parseScenario } from '../../sim/scenario/parse.ts'

const SCENARIOS = ['pain-point-first', 'ads-from-day-one']
const RUNS = 200
const SAMPLE = 2000
const LONGER = 30

const study = studyBlame({
  scenarios: SCENARIOS.map((name) => {
    const file = `scenarios/${name}.yaml`
    return parseScenario(readFileSync(file, 'utf8'), file, () => undefined)
  }),
  seeds: Array.from({ length: RUNS }, (_, n) => `study/${n}`),
  sample: SAMPLE,
  longer: LONGER,
})

const percent = (share: number) => `${(share * 100).toFixed(1)} %`
const cells = ({ people, share, thatDay, longer, toTheEnd }: Kept) =>
  [share, ...[thatDay, longer, toTheEnd].map((kept) => kept / people)].map(percent)
const row = (name: string, { named, other }: { readonly named: Kept; readonly other: Kept }) =>
  `| ${[name, named.people, ...cells(named), ...cells(other)].join(' | ')} |`

console.log(`# Does the named cause of a departure matter?

Made by \`npm run study\` with engine ${ENGINE}: ${SCENARIOS.map((name) => `\`${name}\``).join(' and ')}, seeds \`study/0\` to \`study/${RUNS - 1}\`, ${study.departures} departures, of which ${study.named.people} were drawn.

An account divides a departure among causes, by their shares of the hazard on its day, and names the largest. That is a statement about a formula. Here it is put to the test: the same history, the same people, the same seed, run again with one cause switched off for everybody; once the one that was named, once another one, drawn among those with a share. *Kept* is who has then not left by the end of the day on which she left, nor in the ${LONGER} days after it, nor to the end of the run.

| named cause | people | its share | kept that day | ${LONGER} days longer | to the end | share of another | kept that day | ${LONGER} days longer | to the end |
|---|---|---|---|---|---|---|---|---|---|
${[row('**all**', study), ...Object.entries(study.byCause).map(([cause, part]) => row(cause, part))].join('\n')}

*share*: the mean share of the hazard that the removed cause had; a draw that spared her with that chance would keep as many on that day. A cause that is switched off for everybody also changes what others do, so more or fewer may stay than the share says. Of the ${study.named.people} people, half the width of a 95 % interval is at most ${percent(1.96 * Math.sqrt(0.25 / study.named.people))}.

Left out: causes without a mechanism that could be switched off, departures that name one of them, and what two causes do together.
`)
