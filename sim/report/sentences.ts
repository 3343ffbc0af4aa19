import type { ShockName } from '../model/causes.ts'
import type { MetricName } from '../projections/metric.ts'
import type { MomentKind } from '../projections/moments.ts'

/** The metrics that a summary shows, in its order. */
export const SHOWN_METRICS = [
  'members',
  'leaveRate',
  'readers',
  'weeklySpeakingRate',
  'muted',
  'zombies',
  'buyers',
  'repurchaseRate',
  'adShare',
  'meanTrust',
  'meanFatigue',
  'revenue',
  'ownerNet',
] as const satisfies readonly MetricName[]

/** Everything that a report says, in one language. A missing sentence is a type error. */
export interface Sentences {
  /** A day for people: the first is 1. */
  readonly day: (number: number) => string
  readonly afterDays: (days: number) => string
  readonly run: (run: {
    readonly seed: string
    readonly engine: string
    readonly days: number
    readonly events: string
    readonly digest: string
  }) => string
  readonly lives: string
  readonly died: (day: string) => string
  readonly speaks: string
  readonly silent: (day: string) => string
  readonly metrics: Readonly<Record<(typeof SHOWN_METRICS)[number], string>>
  readonly departures: string
  readonly mutes: string
  readonly nobody: string
  readonly moments: string
  readonly momentTexts: Readonly<Record<MomentKind, string>>
  /** Members lost on the day of the largest loss. */
  readonly lost: (members: number) => string
  /** The phase that begins, counted from 1. */
  readonly phase: (number: number) => string
  readonly shocks: Readonly<Record<ShockName, string>>
  readonly replay: (replay: { readonly log: string; readonly day: number; readonly days: number }) => string
  readonly chain: string
  readonly fold: string
  readonly rerun: string
  readonly holds: string
  readonly fails: string
  readonly notAsked: string
  readonly otherEngine: (engine: string) => string
  readonly difference: (at: {
    readonly day: string
    readonly person: number | null
    readonly column: string | null
  }) => string
  readonly comma: string
  readonly colon: string
}
