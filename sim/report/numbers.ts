import { METRICS } from '../projections/metrics.ts'
import type { MetricName } from '../projections/metric.ts'

/** A metric for people to read, in its unit; a dash where nothing can be said. */
export function showMetric(name: MetricName, value: number | null): string {
  if (value === null) return '–'
  switch (METRICS[name].unit) {
    case 'people':
    case 'CNY':
    case 'hours':
      return grouped(value)
    case 'share':
      return percent(value)
    case 'score':
    case 'count':
      return decimal(value, 2)
    case 'messages/day':
      return decimal(value, 1)
  }
}

/** 12.3 %. */
export function percent(share: number): string {
  return `${decimal(share * 100, 1)} %`
}

/** A whole number with its thousands apart: 145,412. */
export function grouped(value: number): string {
  return withMinus(value, String(Math.round(Math.abs(value))).replace(/\B(?=(\d{3})+$)/g, ','))
}

/** `1 run`, `2 runs`: an English noun with its number. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** With so many digits after the point. */
export function decimal(value: number, digits: number): string {
  return withMinus(value, Math.abs(value).toFixed(digits))
}

/** A difference: what is above 0 says so, +12.3 %. What is shown as 0 has no sign. */
export function signed(value: number, show: (value: number) => string): string {
  const text = show(value)
  return value > 0 && !isZero(text) ? `+${text}` : text
}

/** The minus is one everywhere, as wide as the plus; what rounds to 0 is not below it. */
function withMinus(value: number, size: string): string {
  return value < 0 && !isZero(size) ? `−${size}` : size
}

function isZero(text: string): boolean {
  return !/[1-9]/.test(text)
}
