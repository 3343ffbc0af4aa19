import { expect, it } from 'vitest'
import { runReference } from './reference-day.ts'

it('the reference day gives its check values to the last bit', () => {
  const { counts, present, sum, checksum, memberDays } = runReference(500, 180, 12345)
  expect(memberDays).toBe(90_000)
  // JOIN OPEN POST REPLY CLAIM BUY MUTE LEAVE
  expect(counts).toEqual([500, 27_914, 680, 2_638, 3_950, 113, 7, 52])
  expect(present).toBe(448)
  expect(sum).toBeCloseTo(1240.0019715015, 9)
  expect(checksum).toBe(0x554fd2fd)
})
