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
      return value.toFixed(2)
    case 'messages/day':
      return value.toFixed(1)
  }
}

/** 12.3 %. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

/** A whole number with its thousands apart: 145,412. */
export function grouped(value: number): string {
  const rounded = Math.round(value)
  const digits = String(Math.abs(rounded)).replace(/\B(?=(\d{3})+$)/g, ',')
  return rounded < 0 ? `−${digits}` : digits
}
