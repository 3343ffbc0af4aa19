/**
 * Traits of a person, drawn before she joins and never changed: a record of TRAITS numbers (f32) each,
 * followed by one pain (0–1) a topic.
 */
export const TRAIT = {
  sociability: 0, // mean 1, very unequal
  attention: 1, // messages a day she reads here
  tolerance: 2, // ads a day she bears
  chatLove: 3, // 0–1
  priceHalf: 4, // CNY at which she is half as ready to buy
  smallTalk: 5, // 0–1, saturated sociability
  painInFocus: 6, // Σ focus × pain: how much the positioning is about her pains, 0–1
  marketOffset: 7, // where in a block of days she comes into the market, 0–1
  windfallLove: 8, // 0–1, most people little
  isPayer: 9, // 1: pays for what others use; 0: uses what others pay for (matters where the two differ)
  isSeller: 10, // 1: sells something of her own
} as const
export const TRAITS = 11
