// The reference day: a fixed small model of a group day, complete with state, draws and a columnar log, that says how
// fast a JavaScript engine is on this machine. Speeds of ours are given as multiples of its member-day. It is defined
// to the last operation (order of arithmetic included), so that its check values hold everywhere.

/** What a run of the reference day came to. */
export interface ReferenceRun {
  readonly memberDays: number
  readonly events: number
  /** Events by kind, in the order JOIN OPEN POST REPLY CLAIM BUY MUTE LEAVE. */
  readonly counts: readonly number[]
  readonly present: number
  /** Sum of I T A Z B S1 S2 over present members, in index order. */
  readonly sum: number
  /** Checksum of the log that does not depend on its order. */
  readonly checksum: number
}

const KIND = { join: 1, open: 2, post: 3, reply: 4, claim: 5, buy: 6, mute: 7, leave: 8 } as const
const ABSENT = 0
const LURKER = 1
const ACTIVE = 2
const MUTED = 3
const LEFT = 4

function fmix(x: number): number {
  let h = x ^ (x >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

interface Log {
  kind: Uint8Array
  day: Uint16Array
  actor: Uint32Array
  object: Uint32Array
  value: Float32Array
  count: number
}

/** Simulates `members` for `days` with a key of 32 bits. */
export function runReference(members: number, days: number, key: number): ReferenceRun {
  // One record of eight numbers a member: I T A Z B S1 S2 V.
  const state = new Float64Array(members * 8)
  const stage = new Uint8Array(members)
  const lastActive = new Uint16Array(members)
  const joinDay = new Uint16Array(members)
  let received = new Uint8Array(members)
  let receiving = new Uint8Array(members)
  const contacts = new Uint32Array(members * 10)
  const log: Log = {
    kind: new Uint8Array(members * days),
    day: new Uint16Array(members * days),
    actor: new Uint32Array(members * days),
    object: new Uint32Array(members * days),
    value: new Float32Array(members * days),
    count: 0,
  }
  const keyOf = (purpose: number, day: number) =>
    fmix((fmix(key ^ Math.imul(purpose, 0x9e3779b1)) ^ Math.imul(day, 0x85ebca77)) >>> 0)
  const u = (dayKey: number, index: number) => fmix((dayKey + Math.imul(index, 0x9e3779b9)) | 0) / 4294967296
  const write = (kind: number, day: number, actor: number, object: number, value: number) => {
    const at = log.count++
    log.kind[at] = kind
    log.day[at] = day
    log.actor[at] = actor
    log.object[at] = object
    log.value[at] = value
  }
  const draw0 = [1, 2, 3, 4, 5, 6, 7].map((purpose) => keyOf(purpose, 0))
  for (let i = 0; i < members; i++) {
    const at = i * 8
    state[at] = 0.35 + 0.5 * u(draw0[1] as number, i)
    state[at + 1] = 0.3 + 0.3 * u(draw0[2] as number, i)
    state[at + 4] = 0.2 + 0.3 * u(draw0[3] as number, i)
    state[at + 5] = 0.3
    state[at + 6] = 0.2
    state[at + 7] = u(draw0[0] as number, i)
    joinDay[i] = u(draw0[4] as number, i) < 0.8 ? 0 : 1 + Math.floor(59 * u(draw0[5] as number, i))
    for (let j = 0; j < 10; j++) {
      const contact = Math.floor(members * u(draw0[6] as number, 10 * i + j))
      contacts[10 * i + j] = contact === i ? (contact + 1) % members : contact
    }
  }
  let postsYesterday = 0
  for (let d = 0; d < days; d++) {
    const [env, open, read, post, reply, peer, claim0, claim1, buy, leave, mute] = [
      8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18,
    ].map((purpose) => keyOf(purpose, d)) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    const extra = Math.min(6, Math.floor((200 * postsYesterday) / members))
    const m = 2 + Math.floor(4 * u(env, 0)) + extra
    const a = Math.floor(3 * u(env, 1))
    const packets = d % 7 === 6 ? 2 : u(env, 2) < 0.15 ? 1 : 0
    const shares = [Math.floor((members + 9) / 10), Math.floor((members + 9) / 10)]
    let posts = 0
    for (let i = 0; i < members; i++) {
      const s = stage[i] as number
      if (s === ABSENT) {
        if (joinDay[i] !== d) continue
        stage[i] = LURKER
        write(KIND.join, d, i, 0, 0)
      } else if (s === LEFT) continue
      const at = i * 8
      let I = state[at] as number
      let T = state[at + 1] as number
      let A = (state[at + 2] as number) * 0.93
      let Z = (state[at + 3] as number) * 0.9
      let B = state[at + 4] as number
      let S1 = (state[at + 5] as number) * 0.97
      let S2 = (state[at + 6] as number) * 0.98
      const V = state[at + 7] as number
      T += (0.5 - T) * 0.002
      const c = received[i] as number
      if (c > 0 && s !== ABSENT) {
        let g = 0.06 * c
        g = g / (1 + g)
        B += (1 - B) * g
        S2 += (1 - S2) * g
        I += (1 - I) * (0.2 * g)
      }
      const theta = stage[i] === MUTED ? 1.9 : 1.3
      const x = 1.6 * I + 0.5 * B + 0.4 * S1 + 0.3 * S2 - 0.9 * A - 0.7 * Z - theta
      const p = 0.5 + (0.5 * x) / (1 + Math.abs(x))
      if (u(open, i) < 0.75 * p) {
        lastActive[i] = d
        const f = 0.3 + 0.7 * u(read, i)
        const k = Math.floor(m * f)
        const ka = Math.floor(a * f + 0.5)
        write(KIND.open, d, i, k | (ka << 8), p)
        S1 += (1 - S1) * (0.06 * k * V)
        I += (1 - I) * (0.02 * k * (V - 0.42))
        if (I < 0) I = 0
        T += (1 - T) * (0.004 * k * V)
        A += 0.09 * ka
        Z += 0.012 * k * (1 - V)
        if (u(post, i) < 0.01 + 0.05 * B * I) {
          write(KIND.post, d, i, posts, 0)
          posts++
          B += (1 - B) * 0.03
          if (stage[i] === LURKER) stage[i] = ACTIVE
        }
        if (u(reply, i) < 0.04 + 0.12 * B) {
          const contact = contacts[10 * i + Math.floor(10 * u(peer, i))] as number
          write(KIND.reply, d, i, contact, 0)
          if ((receiving[contact] as number) < 255) receiving[contact]! += 1
          S2 += (1 - S2) * 0.1
          B += (1 - B) * 0.01
        }
        for (let j = 0; j < packets; j++) {
          const w = u(j === 0 ? claim0 : claim1, i)
          if (w < 0.7 && (shares[j] as number) > 0) {
            shares[j]! -= 1
            write(KIND.claim, d, i, j, 0.5 + w)
            T += (1 - T) * 0.01
            I += (1 - I) * 0.015
          }
        }
        if (ka > 0) {
          const w = u(buy, i)
          const q = 0.02 * ka * T * V
          if (w < q) {
            write(KIND.buy, d, i, ka, 20 + (80 * w) / q)
            T += (1 - T) * 0.02
          }
        }
      } else I *= 0.996
      if (I < 0.25) {
        if (u(leave, i) < (0.25 - I) * 0.2) {
          stage[i] = LEFT
          write(KIND.leave, d, i, 0, 0)
        }
      } else if (A + Z > 0.8 && stage[i] !== MUTED) {
        if (u(mute, i) < 0.05) {
          stage[i] = MUTED
          write(KIND.mute, d, i, 0, 0)
        }
      }
      state[at] = I
      state[at + 1] = T
      state[at + 2] = A
      state[at + 3] = Z
      state[at + 4] = B
      state[at + 5] = S1
      state[at + 6] = S2
    }
    postsYesterday = posts
    const spare = received
    received = receiving
    receiving = spare.fill(0)
  }
  return { memberDays: members * days, events: log.count, ...summary(members, state, stage, log) }
}

function summary(
  members: number,
  state: Float64Array,
  stage: Uint8Array,
  log: Log,
): Omit<ReferenceRun, 'memberDays' | 'events'> {
  let sum = 0
  let present = 0
  for (let i = 0; i < members; i++) {
    if (stage[i] === ABSENT || stage[i] === LEFT) continue
    present++
    for (let n = 0; n < 7; n++) sum += state[i * 8 + n] as number
  }
  const counts = new Array<number>(8).fill(0)
  const bits = new Uint32Array(log.value.buffer)
  let checksum = 0
  for (let at = 0; at < log.count; at++) {
    counts[(log.kind[at] as number) - 1]! += 1
    const head = fmix((((log.kind[at] as number) | ((log.day[at] as number) << 8)) >>> 0) as number)
    const withActor = fmix((head ^ (log.actor[at] as number)) >>> 0)
    checksum =
      (checksum + fmix((((withActor + (log.object[at] as number)) | 0) ^ (bits[at] as number)) >>> 0)) >>> 0
  }
  return { counts, present, sum, checksum }
}
