import { amount, choice, DAYS_MAX, group, money, perDay, share, whole } from './field-builders.ts'

const CONTENT = group('Posts of the owner that are not ads.', {
  perDay: perDay('Posts by the owner.', { default: 0 }),
  quality: share('How useful a post is to those with the pain it is about.', {
    default: 0.5,
    source: 'A01, A10',
  }),
  fun: share('How amusing a post is.', { default: 0.3 }),
  onTopic: share('Share of the posts that keep to the topic.', { default: 0.9, source: 'A28' }),
  topic: {
    kind: 'topic',
    says: 'Topic of the posts; null: drawn from the focus.',
    source: 'contract',
  },
  for: choice(
    'Whom the posts speak to: those who use the product or those who pay for it.',
    ['user', 'buyer'],
    {
      default: 'user',
      source: 'A33',
    },
  ),
  curated: share('Share of the posts that are picked from elsewhere rather than own work.', {
    default: 0,
    source: 'A14',
  }),
  exclusive: share('Share of the posts that can be had nowhere else.', { default: 0, source: 'A13' }),
})

const ADS = group('Posts that sell.', {
  perDay: perDay('Ads by the owner.', { default: 0, source: 'A05' }),
  soft: share('How far an ad is useful in itself (1) rather than bare selling (0).', {
    default: 0,
    source: 'A23',
  }),
  offer: whole(
    'Which offer of the list the ads sell, counted from 0; −1: in turn those that fit what the group is about.',
    'number in the list',
    [-1, 99],
    { default: -1 },
  ),
})

const RED_PACKETS = group('Red packets: money that the owner gives away in the group.', {
  perDay: perDay('Packets.', { default: 0, source: 'C12' }),
  amount: money('Money in one packet.', { min: 0.01, max: 200, default: 20 }),
  shares: whole('How many people can take a share of one packet.', 'people', [1, 100], {
    default: 20,
  }),
})

const OFFLINE = group('Meetings face to face.', {
  everyDays: whole('Days from one meeting to the next; 0: none.', 'days', [0, DAYS_MAX], {
    default: 0,
    source: 'A37',
  }),
  size: whole('How many people are invited to a meeting.', 'people', [1, 500], {
    default: 15,
  }),
  depth: share('How deeply a meeting deals with one problem.', {
    default: 0.5,
    source: 'A37',
  }),
  irregular: share('How much the days between meetings vary: 0 as planned, 1 from a few to twice as many.', {
    default: 0,
    source: 'C14',
  }),
})

/** What the owner does from one day on; a later phase keeps what it does not name. */
export const PHASE = group(
  'What the owner does from one day on; a later phase keeps what it does not name.',
  {
    from: whole('First day of the phase; rises from phase to phase.', 'day', [0, DAYS_MAX], { default: 0 }),
    content: CONTENT,
    answers: share("Share of members' posts that the owner answers.", { default: 0.1 }),
    ads: ADS,
    redPackets: RED_PACKETS,
    offline: OFFLINE,
    reciprocity: share('How much the owner has members help each other.', { default: 0.2, source: 'A48' }),
    roles: share('Share of the members with a role in running the group.', { default: 0, source: 'A51' }),
    moderation: share('How much of what breaks the rules the owner stops.', {
      default: { path: 'owner.moderation' },
    }),
    listening: share('How much the owner finds out about what members need.', {
      default: { path: 'owner.listening' },
    }),
    identityCue: share('How strongly the owner shows what all members have in common.', {
      default: 0,
      source: 'E18, evidence §5',
    }),
    bondCue: share('How strongly the owner brings single members together.', {
      default: 0,
      source: 'A15, evidence §5',
    }),
    checkIns: share('How strongly members are asked to report each day what they did.', {
      default: 0,
      source: 'A17',
    }),
    forcedTasks: share('How strongly members are made to do tasks.', { default: 0, source: 'B06' }),
    entryFee: amount('What joining costs, once.', 'CNY', [0, 1e9], {
      default: 0,
      source: 'A13',
    }),
  },
)
