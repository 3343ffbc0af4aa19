/**
 * The number of whole days after which `later` stays above `earlier` to the end: 0 when it always is, null when it
 * is not above on the last day. Both are series over the same days (index: days passed).
 */
export function overtakingDay(earlier: ArrayLike<number>, later: ArrayLike<number>): number | null {
  for (let day = later.length - 1; day >= 0; day--) {
    if ((later[day] as number) > (earlier[day] as number)) continue
    return day === later.length - 1 ? null : day + 1
  }
  return 0
}
