import type { CasesField, Fields } from './field.ts'
import { DAYS_MAX, perDay, share, whole } from './field-builders.ts'

function lasting(days: number): Fields {
  return { days: whole('How long it lasts.', 'days', [1, DAYS_MAX], { default: days, source: 'assumption' }) }
}

/** The closed list of what may befall a community from outside (contract §2). */
export const SHOCK: CasesField = {
  kind: 'cases',
  says: 'Something that befalls the community on one day.',
  source: 'contract',
  before: { day: whole('The day on which it strikes.', 'day', [0, DAYS_MAX], { required: true }) },
  cases: {
    'owner-absent': { says: 'The owner does nothing for a while.', later: false, fields: lasting(30) },
    'star-leaves': { says: 'The best-known figure leaves.', later: false, fields: {} },
    'price-exposed': { says: 'Members learn the fair price.', later: false, fields: {} },
    'bad-batch': {
      says: 'Goods of poor quality are delivered for a while.',
      later: false,
      fields: lasting(7),
    },
    'rival-opens': {
      says: 'A rival community opens.',
      later: false,
      fields: { appeal: share('How attractive the rival is.', { default: 0.5 }) },
    },
    'packets-stop': { says: 'No more red packets from then on.', later: false, fields: {} },
    intruders: {
      says: 'Strangers come in to advertise.',
      later: false,
      fields: {
        perDay: perDay('Posts by intruders.', { default: 5, source: 'assumption' }),
        ...lasting(7),
      },
    },
    migrate: {
      says: 'The community moves to another tool.',
      later: false,
      fields: { keeps: share('Share of the members who move along.', { default: 0.7 }) },
    },
  },
}
