/** A test that failed; or a whole file, without a title; or a whole run, without a file. */
export interface Failure {
  readonly file: string
  readonly title: string
  readonly message: string
}

/** What is read of the file that vitest writes with `--reporter=json`. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[]
      readonly title: string
      readonly status: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

/** The failures in a report; files are told below `root`. */
export function failuresIn(report: VitestReport, root: string): Failure[]

/** The failures as the end of a log tells them, in at most a hundred lines. */
export function tellFailures(failures: readonly Failure[]): string
