import { relative } from 'node:path'

/** Lines that all failures together may take: a log of which only the last 100 lines are kept tells them all. */
const LINES_MOST = 90
/** Lines of its message that a failure is told with, if there is room. */
const LINES_A_MESSAGE = 15
/** Counterexamples are long, and all on one line. */
const LETTERS_A_LINE = 400
/** Lines of a stack that say nothing about us. */
const OF_OTHERS = /^\s+at .*(?:node_modules|<anonymous>)/
/** A title and a line of its message take three lines with the empty one between. */
const FAILURES_MOST = LINES_MOST / 3

/**
 * The failures in what vitest wrote with `--reporter=json`: file (below `root`), full title and message of each. A file that
 * fails as a whole has no title; a run that fails without any of this has neither.
 */
export function failuresIn(report, root) {
  return report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name)
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0 && status !== 'failed') return []
    // The file has a message of its own when it cannot be loaded, or when a hook of it breaks.
    const whole = failed.length === 0 || message !== '' ? [{ file, title: '', message }] : []
    return [...whole, ...failed.map((test) => ({ file, title: titleOf(test), message: messageOf(test) }))]
  })
}

function titleOf({ ancestorTitles, title }) {
  return [...ancestorTitles, title].filter((part) => part !== '').join(' > ')
}

function messageOf({ failureMessages }) {
  return failureMessages.join('\n')
}

/** The failures as the end of a log tells them: each with its file and title, and with as much of its message as there is room for. */
export function tellFailures(failures) {
  const told = failures.slice(0, FAILURES_MOST)
  const room = Math.floor(LINES_MOST / Math.max(1, told.length)) - 2
  const lines = told.flatMap(({ file, title, message }) => [
    '',
    `FAILED ${[file, title].filter((part) => part !== '').join(' > ')}`,
    ...linesOf(message, Math.min(LINES_A_MESSAGE, room)),
  ])
  const others = failures.length - told.length
  return [...lines, ...(others > 0 ? ['', `and ${others} more`] : [])].join('\n')
}

function linesOf(message, most) {
  return (
    message
      // eslint-disable-next-line no-control-regex -- colours
      .replace(/\u001B\[[0-9;]*m/g, '')
      .split('\n')
      .filter((line) => line.trim() !== '' && !OF_OTHERS.test(line))
      .slice(0, most)
      .map((line) => `  ${line.length > LETTERS_A_LINE ? `${line.slice(0, LETTERS_A_LINE)}…` : line}`)
  )
}
