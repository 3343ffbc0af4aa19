/**
 * Compares what engines made of the certificate, each with the first. `failures` has a sentence for each engine that could
 * not run it, and for each run that differs, with the first day on which it does.
 */
export function compareOutcomes(outcomes) {
  const [reference, ...others] = outcomes
  const failures = outcomes
    .filter(({ problem }) => problem !== undefined)
    .map((outcome) => `${labelOf(outcome)} ${outcome.problem}`)
  const runs = (reference?.certificate?.runs ?? []).map((run) => {
    const cells = others.map((outcome) => cellOf(run, outcome))
    const own = lengthFault(run, reference)
    if (own !== null) failures.push(`${placeOf(run, reference)} ${own}`)
    cells.forEach(({ fault }, index) => {
      if (fault !== undefined) failures.push(`${placeOf(run, others[index])} ${fault}`)
    })
    return { scenario: run.scenario, seed: run.seed, digest: run.chain.at(-1), cells }
  })
  for (const outcome of others) failures.push(...strangersIn(outcome, runs))
  return { engines: outcomes, runs, failures }
}

/** The comparison in Markdown: a row for each run, a column for each engine. */
export function tableOf({ engines, runs }) {
  const [first = 'none', ...others] = engines.map(labelOf)
  const head = ['scenario', 'seed', `digest in ${first}`, ...others]
  const rows = runs.map(({ scenario, seed, digest, cells }) => [
    scenario,
    `\`${seed}\``,
    `\`${digest}\``,
    ...cells.map(({ text }) => text),
  ])
  const seconds = ['**seconds**', '', ...engines.map((engine) => engine.seconds.toFixed(1))]
  return [head, head.map(() => '---'), ...rows, seconds].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** An engine with its version, for people. */
export function labelOf({ title, version }) {
  return `${title} ${version}`
}

/** What stands in the table for one run in one engine, and what is wrong with it, if anything is. */
function cellOf(expected, outcome) {
  if (outcome.certificate === undefined) return { text: '**failed**' }
  const run = outcome.certificate.runs.find(
    ({ scenario, seed }) => scenario === expected.scenario && seed === expected.seed,
  )
  if (run === undefined) return { text: '**missing**', fault: 'must be run, got nothing' }
  const day = run.chain.findIndex((digest, index) => digest !== expected.chain[index])
  if (day >= 0) {
    const fault = `must have the digest ${expected.chain[day]} after day ${day}, got ${run.chain[day]}`
    return { text: `**\`${run.chain.at(-1)}\`** from day ${day}`, fault }
  }
  const fault = lengthFault(run, outcome)
  if (fault !== null) return { text: `**${run.chain.length} days**`, fault }
  return { text: run.chain.length < run.days ? `same, ${run.chain.length} days` : 'same' }
}

/** What is wrong with the number of days of a run, or null. */
function lengthFault({ chain, days }, { daysMax = Infinity }) {
  const expected = Math.min(days, daysMax)
  return chain.length === expected ? null : `must have ${expected} days, got ${chain.length}`
}

/** Runs that the reference does not have. */
function strangersIn(outcome, runs) {
  return (outcome.certificate?.runs ?? [])
    .filter((run) => !runs.some(({ scenario, seed }) => scenario === run.scenario && seed === run.seed))
    .map((run) => `${placeOf(run, outcome)} must be among the runs of the first engine, got one more`)
}

function placeOf({ scenario, seed }, outcome) {
  return `${scenario} with the seed ${seed} in ${labelOf(outcome)}`
}
