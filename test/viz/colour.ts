/** Colour arithmetic for the palette test: contrast (WCAG), colour blindness (Machado 2009), CIEDE2000. */

type Triple = readonly [number, number, number]

export const SIGHTS = ['normal', 'deuteranopia', 'protanopia', 'tritanopia'] as const
export type Sight = (typeof SIGHTS)[number]

/** Severity 1.0, to be applied in linear RGB. */
const MATRICES: Readonly<Record<Sight, readonly [Triple, Triple, Triple]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** WCAG contrast of two colours, 1–21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

/** CIEDE2000 between two colours as somebody with this sight sees them. */
export function difference(one: string, other: string, sight: Sight): number {
  return ciede2000(lab(seen(one, sight)), lab(seen(other, sight)))
}

/** CIE lightness, 0–100. */
export function lightness(colour: string): number {
  return lab(linear(colour))[0]
}

function luminance(colour: string): number {
  const [red, green, blue] = linear(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear(colour: string): Triple {
  const part = (at: number): number => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

function seen(colour: string, sight: Sight): Triple {
  const [red, green, blue] = linear(colour)
  const row = ([a, b, c]: Triple): number => Math.min(1, Math.max(0, a * red + b * green + c * blue))
  const [first, second, third] = MATRICES[sight]
  return [row(first), row(second), row(third)]
}

function lab([red, green, blue]: Triple): Triple {
  const x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
  const y = 0.2126729 * red + 0.7151522 * green + 0.072175 * blue
  const z = (0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)
  return [116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))]
}

/** Sharma, Wu and Dalal 2005, all weights 1. */
function ciede2000([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const degrees = Math.PI / 180
  const chroma = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2
  const g = 0.5 * (1 - Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7)))
  const c1 = Math.hypot(a1 * (1 + g), b1)
  const c2 = Math.hypot(a2 * (1 + g), b2)
  const hue = (b: number, a: number): number =>
    a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / degrees + 360) % 360
  const h1 = hue(b1, a1 * (1 + g))
  const h2 = hue(b2, a2 * (1 + g))
  const grey = c1 * c2 === 0
  const turn = h2 - h1
  const dh = grey ? 0 : turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn
  const sum = h1 + h2
  const far = Math.abs(h1 - h2) > 180
  const hm = grey ? sum : far ? (sum < 360 ? sum + 360 : sum - 360) / 2 : sum / 2
  const lm = (l1 + l2) / 2
  const cm = (c1 + c2) / 2
  const cos = (angle: number): number => Math.cos(angle * degrees)
  const t = 1 - 0.17 * cos(hm - 30) + 0.24 * cos(2 * hm) + 0.32 * cos(3 * hm + 6) - 0.2 * cos(4 * hm - 63)
  const sl = 1 + (0.015 * (lm - 50) ** 2) / Math.sqrt(20 + (lm - 50) ** 2)
  const sc = 1 + 0.045 * cm
  const sh = 1 + 0.015 * cm * t
  const rc = 2 * Math.sqrt(cm ** 7 / (cm ** 7 + 25 ** 7))
  const rt = -Math.sin(2 * 30 * Math.exp(-(((hm - 275) / 25) ** 2)) * degrees) * rc
  const dl = (l2 - l1) / sl
  const dc = (c2 - c1) / sc
  const dhue = (2 * Math.sqrt(c1 * c2) * Math.sin((dh / 2) * degrees)) / sh
  return Math.sqrt(dl ** 2 + dc ** 2 + dhue ** 2 + rt * dc * dhue)
}
