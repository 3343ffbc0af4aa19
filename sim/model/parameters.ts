import { invariant } from './invariant.ts'
import type { Parameter } from './parameter.ts'

type Rest = { readonly range?: readonly [number, number]; readonly source?: string }

const SHARE = [0, 1] as const

/**
 * Ranges that follow from a unit: shares and steps of a score lie in 0–1, or the score would leave its own range. Hazards,
 * half points and other weights may be anything up to 1000: beyond what is plausible, but nothing breaks.
 */
const RANGE_OF_UNIT: Readonly<Record<string, readonly [number, number]>> = {
  ...{ share: SHARE, trust: SHARE, value: SHARE, quality: SHARE, score: SHARE, '/opening': SHARE },
  // Several a day add up, each reckoned from the morning's score.
  ...{ '/reply': [0, 0.02], '/answer': [0, 0.1] },
}

/** A constant of the model; without a source of its own it is an assumption tuned to the patterns. */
function constant(
  value: number,
  unit: string,
  plausible: readonly [number, number],
  says: string,
  rest: Rest = {},
): Parameter {
  return {
    says,
    unit,
    plausible,
    default: value,
    range: rest.range ?? RANGE_OF_UNIT[unit] ?? [0, 1000],
    source: rest.source ?? 'assumption',
  }
}

/** A whole mechanism, from 0 (off) to 1 (as calibrated). */
function mechanism(says: string, source: string): Parameter {
  return { says, unit: '–', plausible: [0, 1], default: 1, range: [0, 1], source, isSwitch: true }
}

/**
 * Every number of the model, in one place: from it come the JSON Schema of `model:` in a scenario, the
 * header of a log and the documentation. Starting values and formulas: `model-values` of the design;
 * "R" numbers are its rule cards, "K" its calibration facts, letters with numbers are claims.
 */
export const PARAMETERS = {
  // Switches: every mechanism can be turned off, and a claim must fail without the mechanism it rests on.
  adHarm: mechanism(
    'Whether ads cost value, tire, label the group as commercial and lose trust.',
    'R3, R4, A50',
  ),
  inheritedTrust: mechanism('Whether friends of the owner bring trust along when they join.', 'R4, R12'),
  contentValue: mechanism('Whether useful posts and useful ads are worth anything.', 'R2'),
  companyValue: mechanism('Whether talk, help and peers are worth anything.', 'R2, evidence §4'),
  trustGrowth: mechanism('Whether useful posts and answers build trust.', 'R4, B32'),
  inMarketGate: mechanism('Whether people buy only while they are in the market (0: always).', 'R6'),
  replyEffect: mechanism('Whether being answered makes people post again.', 'K1'),
  ownerFatigue: mechanism('Whether work drains the energy of the owner.', 'R10, A40'),
  packetEffect: mechanism(
    'Whether red packets lure, please, are thanked for, passed on and missed.',
    'R7, K4',
  ),
  tieEffect: mechanism('Whether ties form, are worth something, bind and hold.', 'R9, B07'),
  meetingEffect: mechanism('Whether meeting face to face moves anything.', 'R8, B29'),
  inviting: mechanism('Whether members invite others.', 'R12, B36, K5'),
  intruding: mechanism('Whether outsiders come in to advertise.', 'R15, A41'),
  topicMatters: mechanism('Whether it matters what a post or an offer is about.', 'A29, S04'),
  clarityEffect: mechanism('Whether clear positioning keeps the talk on topic.', 'A31, C02'),
  priceEffect: mechanism('Whether an exposed price costs trust.', 'B18'),
  needsEffect: mechanism(
    'Whether met and unmet needs hold people, drive them away and make them talk.',
    'R14, E26, E27',
  ),
  contagion: mechanism('Whether people leave because those whom they know left.', 'model §3.11'),
  roleEffect: mechanism('Whether members with a role keep order, answer, talk more and stay.', 'B34, E30'),
  figureEffect: mechanism(
    'Whether figures besides the owner post, are listened to and hold the group together.',
    'B09',
  ),
  memberTrustEffect: mechanism('Whether trust in the other members counts when buying.', 'C10'),
  memberAds: mechanism('Whether members who sell something advertise it in the group.', 'C17'),
  moderating: mechanism(
    'Whether members who advertise are removed, and what that costs where there are no rules.',
    'C04, C07',
  ),
  valuesEffect: mechanism(
    'Whether shared values bring trust, and are missed when they are broken.',
    'C04, C06, E15',
  ),
  attributeEffect: mechanism('Whether people with the same need come closer to each other.', 'E15'),
  favourEffect: mechanism('Whether members who answer each other also do each other favours.', 'A49'),
  cueEffect: mechanism(
    'Whether cues of what all share, and bringing single members together, bind.',
    'E18, evidence §5',
  ),
  checkInEffect: mechanism(
    'Whether buddies keep people checking in, and checking in is worth anything.',
    'A17',
  ),
  taskEffect: mechanism('Whether being made to do things makes people write, and puts them off.', 'B06'),
  audienceEffect: mechanism('Whether it matters that the user of a product is not who pays for it.', 'A33'),
  productFit: mechanism('Whether complex goods need explaining and simple ones are compared.', 'B20, B21'),
  serviceEffect: mechanism(
    'Whether goods that are made for each buyer take hours and turn out unevenly.',
    'B24',
  ),
  curationEffect: mechanism('Whether picked posts save a precise audience time and the owner work.', 'A14'),
  exclusiveEffect: mechanism('Whether what can be had nowhere else is worth more.', 'A13'),
  feeEffect: mechanism('Whether a fee keeps people away.', 'A13'),
  listeningEffect: mechanism(
    'Whether the owner learns what members need, or drifts to the goods at hand.',
    'R16, P28, P36',
  ),
  pitching: mechanism(
    'Whether an owner with goods in stock who does not listen answers with a pitch.',
    'P29',
  ),
  spillover: mechanism('Whether ads of the owner’s other groups tire those who read them as well.', 'E21'),
  crowding: mechanism('Whether other sellers wear down the same friends.', 'E10'),
  surpriseEffect: mechanism('Whether a meeting at an unexpected time is more of an event.', 'C14'),
  rivalPull: constant(
    0.2,
    'value',
    [0.1, 0.3],
    'How much more is wanted of the group where a rival of full appeal opens.',
    {
      source: 'B17',
    },
  ),
  chanceShocks: mechanism(
    'Whether illness, holidays, quarrels and lost purpose strike at their rates.',
    'model §4',
  ),
  townSpread: mechanism(
    'Whether towns differ: how busy, how warm, how patient their people are.',
    'model §4',
  ),

  // Needs
  needsAtJoining: constant(
    0.22,
    'score',
    [0.2, 0.35],
    'How far each of the six needs is met for a newcomer.',
  ),
  needFrom: constant(0.1, 'score', [0.05, 0.2], 'Score from which a need begins to be met.'),
  needSpan: constant(0.18, 'score', [0.1, 0.3], 'From there to met.', { range: [0.01, 1] }),
  needStep: constant(
    0.3,
    '/week',
    [0.1, 0.5],
    'Step of a need a week towards what the group gives, for who looked in.',
    { range: [0, 1], source: 'E26' },
  ),
  needNoticeable: constant(0.01, 'score', [0.002, 0.02], 'Smallest change of a need that a person notices.'),
  needFading: constant(0.05, '/week', [0.02, 0.1], 'Fading of a need for who did not look in.', {
    range: [0, 1],
  }),
  needsTalk: constant(
    0.7,
    'share',
    [0.1, 0.8],
    'How much less is written where none of the needs is met, against four of six.',
    { source: 'E26' },
  ),

  // Leaving together
  exposureFading: constant(0.07, '/day', [0.03, 0.15], 'Fading of the memory of who left.', {
    range: [0, 1],
  }),
  contagionWeight: constant(2, '×', [1, 3], 'How much more somebody leaves whose friends have all left.', {
    source: 'model §3.11',
  }),

  // Members among themselves
  memberTrustOfFriends: constant(
    0.1,
    'trust',
    [0.05, 0.2],
    'Trust in the other members of somebody who came through a friend.',
  ),
  memberTrustOfStrangers: constant(0.02, 'trust', [0, 0.05], 'The same of anybody else.'),
  memberTrustPerReply: constant(
    0.04,
    'share',
    [0.02, 0.08],
    'Step of trust in the others when one of them answers.',
    { source: 'C10' },
  ),
  meetingMemberTrust: constant(0.3, 'share', [0.1, 0.5], 'The same at a meeting of full depth.', {
    source: 'R8',
  }),
  memberTrustWeight: constant(
    0.3,
    '–',
    [0.05, 0.5],
    'Weight of trust in the others when buying, as far as they tell of good cases.',
    { source: 'C10' },
  ),
  helpedStep: constant(0.3, 'share', [0.1, 0.5], 'Step of the memory of having helped.'),
  helpedFading: constant(0.03, '/day', [0.01, 0.06], 'Fading of that memory.', { range: [0, 1] }),
  attributeTies: constant(
    0.5,
    'share',
    [0.2, 0.8],
    'How much slower two people come closer who do not have the same strong need.',
    { source: 'E15' },
  ),
  valuesTrust: constant(
    0.3,
    'share',
    [0.1, 0.6],
    'How much more trust grows from what is useful where values are fully shared, and less where there are none.',
    { source: 'E15, C04' },
  ),
  valuesBreach: constant(
    0.6,
    '–',
    [0.3, 1],
    'How much worse a broken promise is where values were declared.',
    { source: 'C06' },
  ),
  favourRate: constant(
    0.2,
    'probability',
    [0.05, 0.4],
    'Chance that an answer between members is followed by a favour, in a fully reciprocal group.',
    { source: 'A49' },
  ),
  favourValue: constant(0.02, 'value', [0.01, 0.05], 'Value of a favour to whom it is done.', {
    source: 'A49',
  }),
  favourTie: constant(0.1, 'score', [0.03, 0.2], 'Step of the tie between the two.', {
    range: [0, 1],
    source: 'A49',
  }),

  // Roles and figures
  roleTaking: constant(
    0.3,
    'probability',
    [0.1, 0.6],
    'Chance a day that somebody fit for it takes an open role.',
    { source: 'B34' },
  ),
  roleTalk: constant(2, 'factor', [1.5, 3], 'How much more those with a role write.', { source: 'E30' }),
  roleShield: constant(0.6, 'share', [0.3, 0.8], 'How much a role keeps somebody from muting and leaving.', {
    source: 'E30',
  }),
  roleCare: constant(0.8, 'share', [0.5, 1], 'Order that members with a role keep at best.', {
    source: 'B34',
  }),
  roleRelief: constant(0.7, 'share', [0.4, 0.9], 'Work of keeping order that they take off the owner.', {
    source: 'B34',
  }),
  figurePosts: constant(0.3, 'posts/day', [0.1, 0.6], 'Posts of a figure who looks in.', {
    range: [0, 1],
    source: 'B09',
  }),
  figurePull: constant(4, 'messages', [2, 8], 'A figure who looks in stirs talk like so many messages.', {
    source: 'B09',
  }),

  // Members who sell, and moderators
  memberSellers: constant(0.04, 'share', [0.01, 0.1], 'People who sell something of their own.', {
    source: 'C17, E10',
  }),
  memberAdRate: constant(
    0.1,
    '/day',
    [0.03, 0.2],
    'Chance that one who looks in advertises where there are no rules.',
    { range: [0, 1], source: 'C17' },
  ),
  bystanderTrust: constant(
    0.03,
    'trust',
    [0.01, 0.06],
    'Trust lost by who sees somebody removed without a rule.',
    { source: 'C07' },
  ),

  // Cues, check-ins, tasks
  identityBelonging: constant(
    0.03,
    'share',
    [0.01, 0.06],
    'Step of belonging a week from the strongest cue of what all share.',
    { source: 'evidence §5' },
  ),
  bondPairs: constant(
    0.1,
    'share',
    [0.02, 0.2],
    'Share of those who look in who are brought together a day, at the strongest effort.',
    { source: 'evidence §5' },
  ),
  bondTie: constant(0.2, 'score', [0.1, 0.4], 'Tie between two who were brought together.', {
    source: 'evidence §5',
  }),
  checkInStart: constant(
    0.3,
    'probability',
    [0.1, 0.6],
    'Chance a day to begin checking in, at the full pain.',
    { source: 'A17' },
  ),
  checkInStop: constant(0.052, '/day', [0.03, 0.08], 'Giving up, alone (one in five reaches 30 days).', {
    range: [0, 1],
    source: 'A17',
  }),
  buddyShield: constant(0.8, 'share', [0.4, 0.9], 'How much buddies who check in keep somebody at it.', {
    source: 'A17',
  }),
  checkInValue: constant(0.004, 'value', [0.001, 0.01], 'Value of a day that one has kept at it.', {
    source: 'A17',
  }),
  taskCost: constant(0.06, 'value/week', [0.02, 0.1], 'Value lost a week by being made to do things.', {
    source: 'B06',
  }),

  // Product and audience
  audienceLoss: constant(
    0.9,
    'share',
    [0.5, 0.95],
    'What is lost on users of posts for buyers, and on buyers of posts for users.',
    { source: 'A33' },
  ),
  userBuying: constant(0.05, 'factor', [0, 0.2], 'Buying by those who use what others pay for.', {
    source: 'A33',
  }),
  payerShare: constant(0.5, 'share', [0.3, 0.7], 'People who pay for what others use.', {
    source: 'assumption',
  }),
  understandingHalf: constant(
    0.1,
    'value',
    [0.05, 0.2],
    'Value from posts at which half of a complex product is understood.',
    { range: [0.001, 1], source: 'B21' },
  ),
  understoodUntaught: constant(
    0.5,
    'share',
    [0.2, 0.7],
    'How far a complex product is understood from its ads alone.',
    { source: 'B21' },
  ),
  comparison: constant(
    0.75,
    'share',
    [0.4, 0.9],
    'Buying of a simple product that goes to whoever is cheapest.',
    { source: 'B18, B20' },
  ),
  educationPrice: constant(
    0.6,
    '–',
    [0.4, 0.8],
    'How much dearer a complex product may be for who understands it.',
    { source: 'B21' },
  ),
  serviceHours: constant(
    6,
    'hours',
    [2, 12],
    'Hours that an order takes which is wholly made for the buyer.',
    { source: 'B24' },
  ),
  exclusiveValue: constant(0.5, '–', [0.2, 0.8], 'How much more is worth what can be had nowhere else.', {
    source: 'A13',
  }),
  curatedValue: constant(
    0.2,
    '–',
    [0.1, 0.4],
    'How much more picked posts are worth to a precise audience.',
    { source: 'A14' },
  ),
  curatedSaving: constant(0.6, 'share', [0.4, 0.8], 'Work and cost that picking saves.', { source: 'A14' }),
  feeHalf: constant(
    0.25,
    'share',
    [0.1, 0.5],
    'Fee, as a share of what is half too dear for her, at which half of the newcomers stay away.',
    { range: [0.01, 10], source: 'A13' },
  ),
  herdChain: constant(
    0.35,
    'offers/day',
    [0.1, 0.6],
    'How far the orders of the last two days keep an offer in sight on days without an ad.',
    { source: 'A43' },
  ),

  // Belief
  hearing: constant(0.055, 'share', [0.02, 0.08], 'Step of the owner’s belief at each need that is heard.', {
    source: 'P14, P36',
  }),
  hearingChance: constant(
    0.5,
    'probability',
    [0.2, 0.8],
    'Chance to hear the need behind a post, at full listening.',
    { source: 'P36' },
  ),
  servedHalf: constant(
    0.1,
    'value',
    [0.05, 0.2],
    'Value from posts at which somebody asks half as often about what she needs.',
    { range: [0.001, 1], source: 'P36' },
  ),
  beliefDrift: constant(
    0.03,
    '/day',
    [0.01, 0.05],
    'Drift of the belief to the goods at hand, at full stock and without listening.',
    { range: [0, 1], source: 'P28' },
  ),
  foundMargin: constant(
    0.1,
    'share',
    [0.05, 0.2],
    'By how much another need must outweigh the own positioning to count as found.',
    { source: 'P36' },
  ),
  pivotDays: constant(7, 'days', [3, 14], 'Days from finding a need to turning to it.', { source: 'P31' }),
  stockFriction: constant(40, 'days', [20, 60], 'Days more where all money lies in goods.', {
    source: 'P30',
  }),

  // Crowded markets
  crowdingTrust: constant(
    0.04,
    '/seller/month',
    [0.02, 0.08],
    'How fast friends’ trust wears off while other sellers draw on it.',
    { source: 'E10' },
  ),
  crowdingAttention: constant(0.05, '/seller', [0.02, 0.1], 'Attention that another seller takes.', {
    source: 'E10',
  }),
  crowdingBuying: constant(0.1, '/seller', [0.05, 0.2], 'Purchases that another seller takes.', {
    source: 'E10',
  }),

  // People
  sociabilitySpread: constant(
    1.3,
    'log-sd',
    [1.1, 1.6],
    'Inequality of sociability between people (mean 1).',
    { source: 'evidence §4' },
  ),
  attentionMedian: constant(
    22,
    'messages/day',
    [10, 50],
    'Messages a day that a person reads in this group.',
    { source: 'assumption (10–30 groups, anchor 1)' },
  ),
  attentionSpread: constant(0.7, 'log-sd', [0.5, 1], 'Inequality of attention.'),
  adToleranceMin: constant(0.4, 'ads/day', [0, 1], 'Ads a day that the least patient person bears.', {
    source: 'R3, anchor 5',
  }),
  adToleranceMax: constant(1.8, 'ads/day', [1, 3], 'Ads a day that the most patient person bears.', {
    source: 'R3, anchor 5',
  }),

  // Joining
  trustOfFriends: constant(0.34, 'trust', [0.2, 0.35], 'Trust in the owner that a friend brings along.', {
    range: [0, 1000],
    source: 'R4, R12',
  }),
  trustOfStrangers: constant(0.1, 'trust', [0.05, 0.15], 'Trust of a stranger at joining.', { source: 'R4' }),
  trustOfBounty: constant(0.03, 'trust', [0, 0.08], 'Trust of a bounty hunter at joining.', {
    source: 'R12',
  }),
  valueAtJoining: constant(0.2, 'value', [0.1, 0.3], 'Value expected by a newcomer, before positioning.', {
    source: 'R2',
  }),
  valueOfPositioning: constant(
    0.25,
    'value',
    [0.1, 0.35],
    'Value expected on top, times clarity of positioning, times fit.',
    { source: 'R2' },
  ),
  valueOfBounty: constant(0.1, 'value', [0.05, 0.2], 'Value expected by a bounty hunter.'),
  habitAtJoining: constant(
    0.5,
    'share',
    [0.3, 0.7],
    'Habit of opening at joining (bounty hunters: 0.4 of it).',
  ),
  answeredAtJoining: constant(
    0.5,
    'share',
    [0.3, 0.7],
    'Share of own posts that a newcomer expects to be answered.',
  ),
  productTrustAtJoining: constant(0.05, 'trust', [0, 0.1], 'Trust in the product at joining.'),

  trustOfInvitees: constant(
    0.12,
    'trust',
    [0.05, 0.2],
    'Trust of somebody invited, besides what is inherited.',
    {
      source: 'R12',
    },
  ),
  trustOfInviter: constant(
    0.3,
    'share',
    [0.2, 0.4],
    'Share of the inviter’s trust that somebody invited inherits.',
    {
      source: 'R12',
    },
  ),
  homophily: constant(
    0.45,
    'share',
    [0.2, 0.7],
    'Chance that somebody has the strong pain of her neighbourhood.',
  ),

  // Ties
  acquaintedTie: constant(0.25, 'score', [0.1, 0.4], 'Tie of a newcomer to somebody whom she knew before.'),
  inviterTie: constant(0.3, 'score', [0.1, 0.5], 'Tie of a newcomer to who brought her, on top.'),
  tieGrowth: constant(0.12, 'score', [0.05, 0.2], 'Step of a tie from an answer between members.', {
    range: [0, 0.6],
  }),
  tieFading: constant(0.008, '/day', [0.003, 0.015], 'Fading of ties (0.3 of it for who looked in).', {
    range: [0, 1],
    source: 'anchor 8 (−10 % a month)',
  }),
  connectedHalf: constant(
    0.8,
    'ties',
    [0.4, 1.5],
    'Ties to members who wrote lately at which company is half of the possible.',
    {
      range: [0.01, 1000],
      source: 'S07',
    },
  ),
  heldHalf: constant(
    1.2,
    'ties',
    [0.6, 2],
    'Ties to members present at which holding is half of the possible.',
    {
      range: [0.01, 1000],
      source: 'R9',
    },
  ),
  tieValue: constant(0.35, '–', [0.2, 0.5], 'Value of being among people one is tied to.', { source: 'S07' }),
  tieShield: constant(0.6, 'share', [0.3, 0.8], 'How much ties hold people.', { source: 'R9, E30' }),

  // Red packets
  packetLure: constant(0.55, '–', [0.3, 0.8], 'Drive to open from a packet, at full love of windfalls.', {
    source: 'R7',
  }),
  packetLureHalf: constant(15, 'CNY', [5, 40], 'Packet money at which half of that lure is there.', {
    range: [0.01, 1000],
  }),
  packetTakers: constant(0.85, 'share', [0.6, 0.95], 'Share of those who look in who are quick enough.', {
    source: 'R7',
  }),
  packetJoy: constant(0.03, 'value', [0, 0.05], 'Pleasure of a day with a packet.', { source: 'R7' }),
  packetMissed: constant(0.05, 'value', [0.01, 0.1], 'Displeasure of a day without one, at full habit.', {
    source: 'R7, X5',
  }),
  packetHabit: constant(
    0.15,
    'score',
    [0.05, 0.3],
    'Step of the habit of packets, at full love of windfalls.',
    { source: 'R7' },
  ),
  windfallFading: constant(0.07, '/day', [0.03, 0.15], 'Fading of the habit of packets.', { range: [0, 1] }),
  packetThanks: constant(
    0.5,
    'probability',
    [0.2, 0.7],
    'Word of thanks for a packet (times 0.4 + love of windfalls).',
    {
      range: [0, 0.7],
      source: 'R7',
    },
  ),
  packetPassedOn: constant(0.144, 'share', [0.1, 0.2], 'Of what is taken, passed on.', { source: 'K4' }),
  packetPassedOnLuckiest: constant(0.2, 'share', [0.15, 0.3], 'Of what the luckiest takes, passed on.', {
    source: 'K4',
  }),
  packetTie: constant(
    0,
    'score',
    [0, 0.05],
    'Tie that a member’s packet makes to who takes of it: contested, off.',
    {
      source: 'X5, C12',
    },
  ),

  // Meetings
  meetingWish: constant(0.02, 'probability', [0, 0.05], 'Chance to come to a meeting without any trust.', {
    source: 'S08',
  }),
  meetingTrustWish: constant(
    0.25,
    'probability',
    [0.1, 0.5],
    'Chance to come that trust adds, times 0.3 + value.',
    {
      source: 'S08',
    },
  ),
  meetingAgainWish: constant(
    0.2,
    'probability',
    [0.05, 0.4],
    'Chance to come that trust adds where she has been there before.',
    { source: 'S08' },
  ),
  meetingTrust: constant(
    0.6,
    'share',
    [0.3, 0.8],
    'Step of trust towards its ceiling at a meeting of full depth.',
    { source: 'R8, A37' },
  ),
  trustCeilingOffline: constant(0.85, 'trust', [0.7, 0.95], 'Trust that meeting can reach.', {
    source: 'B29',
  }),
  meetingBelonging: constant(0.28, 'share', [0.1, 0.4], 'Step of belonging at a meeting of full depth.', {
    source: 'R8',
  }),
  meetingValue: constant(0.08, 'value', [0.02, 0.15], 'Value gained at a meeting of full depth.', {
    source: 'R8',
  }),
  meetingTie: constant(0.25, 'score', [0.1, 0.4], 'Tie to each of a few others at a meeting of full depth.', {
    source: 'R8',
  }),
  meetingWakes: constant(0.5, 'probability', [0.2, 0.8], 'Chance that being there wakes a muted member.', {
    source: 'R8',
  }),
  meetingSizeHalf: constant(30, 'people', [15, 60], 'Guests at which depth is half.', {
    range: [1, 1000],
    source: 'A37',
  }),
  meetingCost: constant(6, 'CNY', [2, 50], 'Cost of a guest at a meeting.'),

  // Inviting
  invitingNew: constant(
    0.5,
    '/opening',
    [0.2, 0.8],
    'Chance of a newcomer to invite, at full value and trust.',
    { source: 'K5' },
  ),
  invitingFading: constant(0.7, '/day', [0.3, 1.2], 'How fast that falls with the days since joining.', {
    source: 'K5',
  }),
  invitingFans: constant(
    0.0006,
    '/opening',
    [0.0002, 0.002],
    'Chance to invite of who trusts, belongs and bought.',
    {
      source: 'R12, K5',
    },
  ),
  invitingAgain: constant(0.13, '/opening', [0.05, 0.25], 'Chance to invite again within two days.', {
    source: 'K5',
  }),
  invitingOfGivers: constant(
    4,
    '×',
    [1, 8],
    'How much more of a fan’s invitations come from who helps others.',
    { source: 'E33' },
  ),
  accepting: constant(
    0.18,
    'probability',
    [0.06, 0.3],
    'Acceptance (times 0.35 + 1.2 pain + 0.3 value of the inviter).',
    { source: 'K5' },
  ),
  invitingReward: constant(
    0.02,
    '/opening',
    [0.005, 0.05],
    'Chance to invite for a reward (times 0.2 + love of windfalls).',
    { source: 'P40' },
  ),
  acceptingReward: constant(0.5, 'probability', [0.3, 0.7], 'Acceptance of an invitation for a reward.', {
    source: 'P40',
  }),
  bountyShare: constant(0.8, 'share', [0.5, 0.95], 'Share of those who come for the reward alone.', {
    source: 'P40',
  }),

  // Intruders
  intruderRate: constant(
    0.006,
    'ads/member/day',
    [0.003, 0.015],
    'Ads of outsiders where nobody is at home.',
    {
      range: [0, 1],
      source: 'R15, S06, S07',
    },
  ),
  intruderCost: constant(0.05, 'value/ad', [0.02, 0.08], 'Value lost by an outsider’s ad.', {
    source: 'R13, R15',
  }),

  // Opening
  openingHalf: constant(
    0.36,
    'drive',
    [0.3, 0.45],
    'Drive at which a person opens the group on half of the days.',
    { source: 'S01, S02' },
  ),
  openingBelonging: constant(
    0.35,
    '–',
    [0.1, 0.6],
    'Weight of belonging (in a lively group) in the drive to open.',
  ),
  openingHabit: constant(0.12, '–', [0.05, 0.3], 'Weight of habit in the drive to open.'),
  openingCharisma: constant(
    0.15,
    '–',
    [0, 0.3],
    'Weight of trust in a charismatic owner in the drive to open.',
  ),
  openingFatigue: constant(0.3, '–', [0.2, 0.7], 'Weight of ad fatigue against opening.', { source: 'K3' }),
  openingLabel: constant(0.3, '–', [0.2, 0.7], 'Weight of the commercial label against opening.', {
    source: 'K3',
  }),
  openingNeedsMessages: constant(
    0.6,
    'messages',
    [0.3, 2],
    'Messages at which there is half a reason to open.',
  ),
  openingFirstDays: constant(
    0.75,
    'probability',
    [0.6, 0.9],
    'Least chance of opening on the first two days.',
  ),
  mutedOpening: constant(0.45, 'factor', [0.3, 0.6], 'Opening with notifications off, at first.', {
    source: 'R1',
  }),
  mutedFading: constant(30, 'days', [15, 60], 'Days muted at which that is halved again.', {
    source: 'claims §0.2 (muted must sleep)',
  }),
  habitRate: constant(0.08, '/day', [0.05, 0.15], 'Learning of the habit of opening.', { range: [0, 1] }),

  // Value
  valueRate: constant(
    0.06,
    '/opening',
    [0.05, 0.12],
    'Step of expected value towards what was experienced.',
    { source: 'R2' },
  ),
  valueFeedHalf: constant(
    4,
    'messages',
    [2, 8],
    'Messages read at which half that step is taken: little to read teaches little.',
  ),
  valueFadingUnread: constant(0.006, '/day', [0.002, 0.02], 'Fading of value on a day not opened.', {
    range: [0, 1],
    source: 'R2',
  }),
  valueFadingSilent: constant(
    0.003,
    '/day',
    [0.001, 0.01],
    'Fading of value on a day with nothing to open.',
    { range: [0, 1], source: 'R2' },
  ),
  noticeable: constant(
    0.0005,
    'score',
    [0.0001, 0.002],
    'Smallest change of a score that a person notices; smaller ones do not happen.',
  ),
  contentGain: constant(
    2.3,
    '–',
    [1.5, 3.5],
    'Value of a useful post that meets a full pain, before saturation.',
    { source: 'S02' },
  ),
  valueHalf: constant(0.45, '–', [0.3, 0.7], 'Gain at which value is half of the possible.', {
    source: 'S02',
  }),
  itemsHalf: constant(
    2,
    'posts/day',
    [1, 4],
    'Posts a day on one topic at which their value is half of the possible.',
    { source: 'C13' },
  ),
  orderRescue: constant(
    0.5,
    'share',
    [0.2, 0.8],
    'Share of drowned posts that rules (pinned, ordered) rescue.',
    { source: 'model §3.4' },
  ),
  breadthDilution: constant(0.25, '/topic', [0.1, 0.4], 'Loss of depth per topic more.', { source: 'S04' }),
  helpValue: constant(0.35, '–', [0.2, 0.5], 'Value of having been helped.', {
    range: [0, 10],
    source: 'S07',
  }),
  onTopicTalkValue: constant(
    0.01,
    '/message',
    [0.005, 0.02],
    'Value of a member’s message on a topic that matters to her.',
    { source: 'S07' },
  ),
  funValue: constant(0.1, 'value', [0.05, 0.2], 'Pleasure of entertaining content.', { source: 'S10' }),
  chatValue: constant(0.36, 'value', [0.2, 0.5], 'Pleasure of chat to those who love it.', { source: 'S10' }),
  chatHalf: constant(
    12,
    'messages',
    [6, 24],
    'Messages read at which that pleasure is half of the possible.',
    { source: 'S10' },
  ),
  hardAdCost: constant(0.055, 'value/ad', [0.02, 0.08], 'Value lost by a hard ad read.', {
    source: 'K3, S01',
  }),
  offTopicCost: constant(
    0.006,
    'value/message',
    [0.003, 0.012],
    'Value lost by an off-topic message (at most 0.25 a day).',
    { source: 'R13' },
  ),
  overloadCost: constant(0.1, 'value', [0.05, 0.2], 'Value lost where there is far more than one can read.', {
    source: 'R13',
  }),
  softHardnessRemoved: constant(
    0.8,
    'share',
    [0.6, 0.9],
    'Hardness that a fully soft ad loses, to those who trust.',
    { source: 'E19' },
  ),
  softUse: constant(0.7, '–', [0.4, 0.9], 'Usefulness of a soft ad to somebody with the pain it answers.', {
    source: 'E19',
  }),
  trustRelief: constant(0.7, 'share', [0.4, 1], 'Hardness that trust × match removes.', { source: 'R3' }),

  // Fatigue, label, trust, belonging
  fatiguePerAd: constant(0.02, '/ad', [0.01, 0.05], 'Fatigue from an ad above tolerance.', { source: 'R3' }),
  fatigueDecay: constant(0.067, '/day', [0.05, 0.1], 'Decay of fatigue (half-life 10 days).', {
    range: [0, 1],
    source: 'R3',
  }),
  labelPerAd: constant(0.001, '/ad', [0.0005, 0.002], 'Commercial label from a hard ad read.', {
    source: 'K3, A50',
  }),
  labelDecay: constant(0.0067, '/day', [0.003, 0.01], 'Decay of the label (half-life 103 days).', {
    range: [0, 1],
    source: 'A50',
  }),
  suspicion: constant(48, '×', [20, 80], 'How much faster the label grows without trust.', {
    source: 'S15 with K3',
  }),
  trustGate: constant(0.34, 'trust', [0.25, 0.35], 'Trust at which softness works and suspicion ends.', {
    source: 'C11',
  }),
  trustPerUsefulDay: constant(
    0.042,
    '/day',
    [0.02, 0.06],
    'Step of trust towards its ceiling on a fully useful day.',
    { range: [0, 1], source: 'R4, B32' },
  ),
  trustPerAnswer: constant(0.03, '/answer', [0.015, 0.06], 'Step of trust from an answer by the owner.', {
    source: 'R4',
  }),
  trustCeilingOnline: constant(0.6, 'trust', [0.5, 0.7], 'Trust that can be reached without meeting.', {
    source: 'B29',
  }),
  trustLostPerAd: constant(0.004, '/ad', [0.002, 0.015], 'Trust lost by an ad above tolerance.', {
    source: 'R4',
  }),
  trustLostUntrusted: constant(
    0.009,
    '/ad',
    [0.004, 0.02],
    'Trust lost by a hard ad from an owner not trusted.',
    { source: 'R4' },
  ),
  productTrustShare: constant(
    0.6,
    'share',
    [0.4, 0.8],
    'Share of trust in the owner that carries over to the product.',
    { source: 'C10' },
  ),
  productTrustRate: constant(
    0.02,
    '/opening',
    [0.01, 0.05],
    'Step of trust in the product towards 0.6 × trust in the owner.',
    { source: 'C10' },
  ),
  belongingRate: constant(
    0.012,
    '/opening',
    [0.005, 0.02],
    'Step of belonging from help and shared values.',
    { source: 'R8' },
  ),
  belongingDecay: constant(0.008, '/day', [0.004, 0.015], 'Decay of belonging (half-life 86 days).', {
    range: [0, 1],
    source: 'R8, anchor 8',
  }),
  belongingOfValues: constant(0.5, '–', [0.2, 0.8], 'Weight of shared values × value in belonging.', {
    source: 'R8',
  }),
  belongingPerReply: constant(0.006, '/reply', [0.003, 0.012], 'Belonging from being answered by anybody.', {
    source: 'R9',
  }),
  belongingPerPeer: constant(0.01, '/reply', [0.005, 0.02], 'Belonging on top when a member answered.', {
    source: 'R9',
  }),
  belongingOfHelper: constant(0.008, '/reply', [0.004, 0.016], 'Belonging of the member who answered.', {
    source: 'R9',
  }),

  // Talk
  postingScale: constant(0.06, 'posts/opening', [0.05, 0.12], 'Posting of a person of mean sociability.', {
    source: 'claims: weekly speaking rate; K6',
  }),
  smallTalk: constant(
    0.12,
    'posts/opening',
    [0.05, 0.15],
    'Small talk among the owner’s friends while value is expected.',
    { source: 'S01 (power of its off-test)' },
  ),
  broadcastVoice: constant(0.12, 'factor', [0.08, 0.2], 'Posting in a group where nobody is answered.', {
    source: 'K6',
  }),
  smallGroupTalk: constant(
    15,
    'people',
    [8, 25],
    'Small groups talk more a head: 1 + this ÷ (members + 5).',
    { source: 'K2' },
  ),
  firstPostIce: constant(0.45, 'factor', [0.3, 0.6], 'Posting before the first post ever.', {
    source: 'K6, K1',
  }),
  ownStimulus: constant(0.56, '–', [0.3, 0.8], 'Drive to post without any stimulus.', { source: 'S07, S11' }),
  ownerStimulus: constant(0.6, '–', [0.3, 0.9], 'Drive to post from the owner’s posts.', {
    source: 'S07, S11',
  }),
  peerStimulus: constant(1.5, '–', [0.8, 2], 'Drive to post from other members’ messages.', {
    source: 'S07, S11',
  }),
  replyLearning: constant(0.85, 'factor', [0.6, 0.9], 'How much being answered moves further posting.', {
    range: [0, 2],
    source: 'K1',
  }),
  ownerAnswers: constant(0.8, 'probability', [0.6, 1], 'Chance that the owner answers, at answers = 1.', {
    source: 'K1',
  }),
  peerAnswers: constant(
    0.96,
    'probability',
    [0.7, 1],
    'Chance that a member answers in a large, fully reciprocal group.',
    { source: 'K1' },
  ),
  helpPerReply: constant(0.8, '–', [0.4, 1], 'Help received by an answer to a post on topic.', {
    source: 'S07',
  }),

  // Buying
  inMarketShare: constant(
    0.15,
    'share',
    [0.06, 0.16],
    'Share in the market at a time, times (0.35 + match).',
    { source: 'R6' },
  ),
  inMarketDays: constant(
    56,
    'days',
    [28, 90],
    'Length of the blocks for which a person is in the market or not.',
    { source: 'R6' },
  ),
  buyingScale: constant(0.9, '/day', [0.4, 1], 'Chance of buying a day where everything speaks for it.', {
    source: 'S02',
  }),
  buyingTrustHalf: constant(0.42, 'trust', [0.3, 0.5], 'Trust at which half of that remains.', {
    source: 'S02',
  }),
  offersHalf: constant(2, 'offers/day', [0.5, 2], 'Offers read a day at half response.', {
    source: 'evidence §3',
  }),
  softOfferBonus: constant(0.6, '–', [0.3, 1], 'How much more a fully soft offer is taken in.', {
    source: 'E19',
  }),
  proofWeight: constant(0.6, '–', [0.3, 1], 'Weight of cases told and warnings given.', { source: 'P13' }),
  caseFading: constant(0.01, '/day', [0.005, 0.03], 'Forgetting of good cases told.', {
    range: [0, 1],
    source: 'P13',
  }),
  warningFading: constant(0.03, '/day', [0.01, 0.06], 'Forgetting of warnings.', {
    range: [0, 1],
    source: 'P13',
  }),
  tellingShare: constant(
    0.5,
    'probability',
    [0.2, 0.8],
    'Chance that somebody tells the group how the product was.',
  ),
  qualityScatter: constant(0.1, 'quality', [0.05, 0.2], 'Spread of quality from piece to piece (±).'),
  herdWeight: constant(0.19, '–', [0.13, 0.2], 'Most that purchases of the last two days can add.', {
    source: 'K7',
  }),
  buyingFatigue: constant(0.8, '–', [0.4, 1], 'How much fatigue takes from buying.'),
  buyingLabel: constant(0.8, '–', [0.4, 1], 'How much the label takes from buying.'),
  repurchaseDays: constant(
    30,
    'days',
    [14, 90],
    'A buyer is asked again by her own need every so many days.',
    { source: 'C18' },
  ),
  repurchaseScale: constant(
    0.55,
    'probability',
    [0.3, 0.8],
    'Chance of being in the market again, at full trust in the product.',
    { source: 'C18' },
  ),
  repurchaseEase: constant(1.6, 'factor', [1, 2], 'How much more easily a buyer buys again.', {
    source: 'C18',
  }),
  crossBuying: constant(
    0.3,
    'share',
    [0.1, 0.5],
    'How far good experience with the owner’s goods stands in for a pain when buying other goods of the same owner.',
    { source: 'P38; assumption' },
  ),
  badBatch: constant(0.5, 'quality', [0.2, 0.8], 'Quality that a bad batch lacks.', { source: 'C18' }),
  clarityOffer: constant(
    0.52,
    'share',
    [0.3, 0.8],
    'Buying lost where nobody can see what the group, and so its offer, is for.',
    { source: 'P02, C02' },
  ),
  overpricedBuying: constant(0.1, 'factor', [0.05, 0.4], 'Buying of who knows that the price is too high.', {
    source: 'B18',
  }),
  experienceBelonging: constant(
    0.2,
    'share',
    [0.05, 0.4],
    'Step of belonging from a product that was better than promised.',
    { source: 'B15, C18' },
  ),
  experienceDays: constant(7, 'days', [3, 14], 'Days until the product has been tried.'),

  // Muting and leaving
  lowValueLine: constant(
    0.3,
    'value',
    [0.2, 0.4],
    'Expected value below which a group is not worth keeping.',
  ),
  muteBase: constant(
    0.004,
    '/day',
    [0.0025, 0.0075],
    'Muting for no particular reason, of who expects nothing of the group.',
    { source: 'R5' },
  ),
  muteFatigue: constant(0.35, '/day', [0.12, 0.38], 'Muting from fatigue.', { source: 'R5' }),
  muteLabel: constant(0.03, '/day', [0.01, 0.03], 'Muting from the commercial label.', { source: 'R5' }),
  muteLowValue: constant(0.1, '/day', [0.05, 0.15], 'Muting from low value.', { source: 'R5' }),
  muteOverload: constant(0.02, '/day', [0.01, 0.03], 'Muting from overload.', { source: 'R5' }),
  leaveBase: constant(0.0004, '/day', [0.0002, 0.0008], 'Leaving for no particular reason.', {
    source: 'R5',
  }),
  leaveFatigue: constant(0.006, '/day', [0.004, 0.018], 'Leaving from fatigue.', { source: 'R5' }),
  leaveLabel: constant(0.0015, '/day', [0.0008, 0.0045], 'Leaving from the commercial label.', {
    source: 'R5',
  }),
  leaveLowValue: constant(0.0025, '/day', [0.0012, 0.0052], 'Leaving from low value.', { source: 'R5' }),
  leaveOverload: constant(0.001, '/day', [0.0005, 0.004], 'Leaving from overload.', { source: 'R5' }),
  leaveNoTrust: constant(0.001, '/day', [0.0005, 0.002], 'Leaving an owner who is not trusted at all.', {
    source: 'R5',
  }),
  leaveFirstDays: constant(
    1.5,
    '×',
    [0.5, 3],
    'How much more newcomers leave at first (halved at 10 days).',
    { source: 'S19' },
  ),
  leaveBounty: constant(
    0.025,
    '/day',
    [0.01, 0.05],
    'Leaving of bounty hunters at first (halved at 20 days).',
    { source: 'S19' },
  ),
  leaveRival: constant(
    0.01,
    '/day',
    [0.004, 0.02],
    'Leaving for a rival of full appeal, of who expects nothing of this group.',
    { source: 'B17' },
  ),
  mutedLeaving: constant(0.5, 'factor', [0.3, 0.8], 'Leaving with notifications off: out of sight.', {
    source: 'R5',
  }),
  belongingShield: constant(0.5, 'share', [0.2, 0.8], 'How much belonging holds people.', {
    source: 'R9, E30',
  }),

  // Owner
  energyPerHour: constant(0.0062, '/hour', [0.004, 0.009], 'Energy drained by an hour of work.', {
    source: 'S06, R10',
  }),
  energyOfMargin: constant(0.03, '/day', [0.02, 0.04], 'Energy returned by a day’s margin.', {
    source: 'S06, R10',
  }),
  energyMarginHalf: constant(40, 'CNY/day', [20, 80], 'Margin at which half of that comes back.', {
    source: 'S06',
  }),
  energyOfThanks: constant(0.0025, '/day', [0.0015, 0.0035], 'Energy returned by thanks.', {
    source: 'S06, R10',
  }),
  tiredBelow: constant(0.2, 'energy', [0.1, 0.3], 'Energy below which no more work is done.', {
    source: 'R10',
  }),
  freshAbove: constant(0.4, 'energy', [0.3, 0.5], 'Energy above which all planned work is done.', {
    source: 'R10',
  }),
  contentCost: constant(2.5, 'CNY', [1, 10], 'Cost of a post, times its quality squared.', {
    source: 'assumption; E22 (quality costs more than it brings)',
  }),
  adCost: constant(0.4, 'CNY', [0, 2], 'Cost of an ad.'),

  // Chance
  illnessRate: constant(0.008, '/day', [0.003, 0.02], 'The owner falls ill, 3 to 14 days.', {
    source: 'model §4',
  }),
  holidayRate: constant(0.013, '/day', [0.005, 0.03], 'A holiday or exam season begins, 5 to 9 days.', {
    source: 'model §4',
  }),
  holidayOpening: constant(0.65, 'factor', [0.4, 0.9], 'Opening during a holiday.'),
  quarrelRate: constant(0.006, '/day', [0.002, 0.02], 'Members quarrel in a group.', { source: 'model §4' }),
  quarrelLoss: constant(
    0.3,
    'share',
    [0.1, 0.5],
    'Share of belonging, and of value from company, that a quarrel costs.',
  ),
  purposeRate: constant(0.001, '/day', [0.0003, 0.003], 'The purpose that people came for ends.', {
    source: 'model §4, K2',
  }),
  purposeLoss: constant(0.8, 'share', [0.3, 0.9], 'Share of expected value that ends with the purpose.'),
  townBusy: constant(0.35, 'log-sd', [0.1, 0.6], 'How much towns differ in attention.', {
    source: 'model §4',
  }),
  townWarm: constant(
    0.2,
    'log-sd',
    [0.1, 0.5],
    'How much owners differ in the warmth of their friends: trust brought, small talk.',
    { source: 'model §4' },
  ),
  townPatient: constant(
    0.35,
    'log-sd',
    [0.1, 0.6],
    'How much towns differ in patience: muting and leaving.',
    { source: 'model §4' },
  ),
} as const satisfies Record<string, Parameter>

export type ParameterName = keyof typeof PARAMETERS
/** A value for every parameter of the model. */
export type Parameters = Readonly<Record<ParameterName, number>>

export const PARAMETER_NAMES = Object.keys(PARAMETERS) as ParameterName[]

/** The defaults, with some values set apart. Names must be those of the table. */
export function parametersWith(values: Readonly<Record<string, number>> = {}): Parameters {
  for (const name of Object.keys(values)) {
    invariant(Object.hasOwn(PARAMETERS, name), `a model parameter must be one of the table, got ${name}`)
  }
  // A copy of the table with its rows replaced by their values, and not an object put together name by name: the engine
  // reads these millions of times, and V8 keeps an object built from so many new names as a slow hash table.
  const parameters: Record<string, unknown> = { ...PARAMETERS }
  for (const name of PARAMETER_NAMES) parameters[name] = values[name] ?? PARAMETERS[name].default
  return parameters as Parameters
}
