/** The metrics of contracts §4, in their order. Each is defined once, in metrics.ts. */
export const METRIC_NAMES = [
  'members', 'joined', 'left', 'removed', 'readers', 'readRate', 'muted', 'zombies', 'buyers', 'fans',
  'muteRate', 'zombieRate', 'leaveRate', 'conversionRate', 'repurchaseRate', 'weeklySpeakingRate',
  'onTopicShare', 'selfRunShare', 'messagesPerDay', 'adShare', 'meanTrust', 'meanBelonging', 'meanValue',
  'meanFatigue', 'tiesPerMember', 'revenue', 'ownerNet', 'ownerHours', 'ownerEnergy', 'averageOrderValue',
  'invitationsPerMember', 'acceptedPerMemberMonth',
] as const
export type MetricName = (typeof METRIC_NAMES)[number]
