import type { Fields, ObjectField } from './field.ts'
import { amount, choice, DAYS_MAX, group, money, perDay, share, whole } from './field-builders.ts'
import { PHASE } from './field-phase.ts'
import { SHOCK } from './field-shock.ts'

/** The one format that this version reads and writes. */
export const SCENARIO_FORMAT = 'qunxiang-scenario/1'

const MARKET = group('The people among whom the community lives.', {
  people: whole('How many people there are.', 'people', [100, 1_000_000], { default: 3000 }),
  pains: {
    kind: 'numbers',
    by: 'new-topics',
    says: 'For each topic the share of the people whose strong pain it is; together at most 1.',
    source: 'A28',
    unit: 'share',
    min: 0,
    max: 1,
    required: true,
  },
  otherSellers: whole(
    'Other sellers who gather the same friends in groups of their own.',
    'sellers',
    [0, 1000],
    {
      default: 0,
      source: 'E10',
    },
  ),
})

const COMMUNITY = group('The groups and what they stand for.', {
  groups: whole('How many groups the owner runs.', 'groups', [1, 1000], { default: 1 }),
  capacity: whole('Seats in one group (a WeChat group has at most 500).', 'people', [2, 500], {
    default: 500,
  }),
  groupsBy: choice(
    'How several groups share the members out: all about everything, or each about one topic of the focus.',
    ['size', 'topic'],
    { default: 'size', source: 'A30' },
  ),
  positioning: group('What the community is about.', {
    focus: {
      kind: 'numbers',
      by: 'topics',
      says: 'Weight of each topic; only their proportions count.',
      source: 'A29, A30',
      unit: 'weight',
      min: 0,
      max: 1e9,
      default: { path: 'market.pains' },
      normalised: true,
    },
    clarity: share('How plainly people can see what it is about.', { default: 0.5, source: 'A31' }),
  }),
  rules: share('How clear and strict the rules of the group are.', { default: 0.5 }),
  values: share('How strongly the group shares values.', { default: 0.5 }),
  centres: whole('Figures besides the owner whom people come for.', 'people', [0, 1000], {
    default: 0,
    source: 'B09',
  }),
  overlap: share('Share of each other group of the owner that a member reads as well.', {
    default: 0,
    source: 'E21',
  }),
})

const OWNER = group('Who runs the community.', {
  hoursPerDay: amount('Time for the community.', 'hours a day', [0, 24], {
    default: 3,
    source: 'assumption',
  }),
  energy: share('Energy at the start.', { default: 0.9 }),
  cash: money('Cash at the start.', { default: 2000 }),
  moderation: share('How much of what breaks the rules the owner stops, unless a phase says otherwise.', {
    default: 0.3,
  }),
  listening: share('How much the owner finds out about what members need, unless a phase says otherwise.', {
    default: 0.5,
  }),
  stock: share('How much of the owner’s money lies in goods already bought, those of the first offer.', {
    default: 0,
    source: 'P30',
  }),
  charisma: share('How far people come and stay for the owner as a person.', { default: 0.3 }),
})

const ARRIVAL = group('Newcomers over a stretch of days.', {
  from: whole('First day.', 'day', [0, DAYS_MAX], { default: 0 }),
  to: whole('The day after the last; the length of the run unless given.', 'day', [1, DAYS_MAX], {
    default: { path: 'days' },
  }),
  perDay: perDay('Newcomers; a fraction adds up to whole people over the days.', { required: true }),
  source: choice('Where they come from.', ['friends', 'strangers', 'bounty'], { default: 'friends' }),
  fit: share("Chance that a newcomer's strong pain is in focus.", { default: 0.8 }),
})

const OFFER = group('A product that the owner sells.', {
  solves: { kind: 'topic', says: 'The topic it helps with.', source: 'contract', required: true },
  quality: share('How well it does what it is for.', { default: 0.75 }),
  promise: share('What advertising promises of the quality.', { default: 0.6 }),
  price: money('Price.', { default: 99, source: 'assumption' }),
  unitCost: money('What one piece costs the owner; may exceed the price.', {
    default: 45,
    source: 'assumption',
  }),
  complexity: share('How much it needs to be explained.', { default: 0.5, source: 'B20' }),
  standardisation: share('How far one piece is like another.', { default: 0.5, source: 'B20' }),
  buyer: choice('Who pays: the one who uses it, or another.', ['user', 'other'], {
    default: 'user',
    source: 'A33',
  }),
  fairPrice: amount('Fair price ÷ price.', '–', [0, 10], { default: 1, source: 'B18' }),
})

const FIELDS: Fields = {
  $schema: {
    kind: 'text',
    says: 'Where an editor finds the JSON Schema.',
    source: 'contract',
    longest: 500,
    fileOnly: true,
  },
  format: {
    kind: 'choice',
    says: 'Format of the file.',
    source: 'contract',
    choices: [SCENARIO_FORMAT],
    required: true,
  },
  name: {
    kind: 'local-text',
    says: 'What the scenario is called.',
    source: 'contract',
    longest: 200,
    required: true,
  },
  question: { kind: 'local-text', says: 'The question it answers.', source: 'contract', longest: 1000 },
  lesson: {
    kind: 'local-text',
    says: 'What a teacher says in one sentence when it has been replayed.',
    source: 'contract',
    longest: 1000,
  },
  contrast: {
    kind: 'list',
    says: 'Names of the scenarios that it is meant to be seen beside.',
    source: 'contract',
    item: { kind: 'text', says: 'Name of a scenario.', source: 'contract', longest: 200 },
    longest: 10,
  },
  extends: {
    kind: 'text',
    says: 'Name of another scenario; this file is then a change to it.',
    source: 'contract',
    longest: 200,
    fileOnly: true,
  },
  days: whole('How long the run lasts.', 'days', [1, DAYS_MAX], { default: 180 }),
  market: MARKET,
  community: COMMUNITY,
  owner: OWNER,
  founders: whole('Members present on the morning of day 0.', 'people', [0, 500_000], { default: 0 }),
  arrivals: { kind: 'list', says: 'Who comes, and when.', source: 'contract', item: ARRIVAL, longest: 1000 },
  invitations: group('What the owner pays for members who bring others.', {
    reward: money('Reward for one accepted invitation.', { default: 0, source: 'P40' }),
    to: choice('Who gets the reward.', ['none', 'inviter', 'invitee', 'both'], {
      default: 'none',
    }),
  }),
  offer: {
    kind: 'list',
    says: 'What the owner sells: one product, a list, or null (no return carrier).',
    source: 'A39',
    item: OFFER,
    longest: 100,
    orOne: true,
  },
  plan: {
    kind: 'list',
    says: 'What the owner does, in phases; before the first phase every field has its default.',
    source: 'contract',
    item: PHASE,
    longest: DAYS_MAX + 1,
    keepsAllBut: 'from',
  },
  shocks: {
    kind: 'list',
    says: 'What befalls the community.',
    source: 'contract',
    item: SHOCK,
    longest: 1000,
  },
  claims: {
    kind: 'list',
    says: 'Claims of the book that the scenario must show.',
    source: 'contract',
    item: {
      kind: 'text',
      says: 'Number of a claim.',
      source: 'contract',
      longest: 4,
      pattern: '^[A-Z][0-9]{1,3}$',
      patternSays: 'the number of a claim, such as A02',
    },
    longest: 500,
  },
  model: {
    kind: 'numbers',
    by: 'parameters',
    says: 'Parameters of the model that the scenario sets apart from their defaults.',
    source: 'contract',
    unit: 'as the parameter',
    min: -Infinity,
    max: Infinity,
  },
}

/** Every field of a scenario file (contract §2): the parser, the JSON Schema and the template come from it. */
export const SCENARIO_FIELDS: ObjectField = group('A scenario: one question about a community.', FIELDS)
