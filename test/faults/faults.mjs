// Faults that an engineer might make, to be planted one at a time (`npm run faults`). They were chosen before it was known
// which of them a law would catch. Text that is replaced stands in its source exactly once: a test sees to it.

const OF_DECISIONS = [
  {
    name: 'what was ordered costs the owner nothing',
    file: 'engine/mechanisms/buying.ts',
    from: "    record(rows, KIND['cost-paid'], group, OWNER, COST.goods, offer.unitCost, order)\n",
    to: '    void [order, COST]\n',
  },
  {
    name: 'goods are booked as an event',
    file: 'engine/mechanisms/buying.ts',
    from: 'OWNER, COST.goods, offer.unitCost, order)',
    to: 'OWNER, COST.events, offer.unitCost, order)',
  },
  {
    name: 'somebody orders every offer in sight on one day',
    file: 'engine/mechanisms/buying.ts',
    from: 'offer.unitCost, order)\n    return\n',
    to: 'offer.unitCost, order)\n',
  },
  {
    name: 'somebody orders again before she knows what the last order was worth',
    file: 'engine/mechanisms/buying.ts',
    from: '(marks[markAt + MARK.orders] as number) > (marks[markAt + MARK.tried] as number)',
    to: '(marks[markAt + MARK.orders] as number) > (marks[markAt + MARK.tried] as number) + 1',
  },
  {
    name: 'a refund names the order as its cause, and not what it was like',
    file: 'engine/mechanisms/trying.ts',
    from: 'person, number, offer.price, fact)',
    to: 'person, number, offer.price, order)',
  },
  {
    name: 'a refund pays back what the goods cost the owner, and not their price',
    file: 'engine/mechanisms/trying.ts',
    from: 'person, number, offer.price, fact)',
    to: 'person, number, offer.unitCost, fact)',
  },
  {
    name: 'who has left tells the group what a product was like',
    file: 'engine/mechanisms/trying.ts',
    from: 'isPresent(world, seat) && uniform(dice, PURPOSE.telling',
    to: 'uniform(dice, PURPOSE.telling',
  },
  {
    name: 'a member takes from her own packet',
    file: 'engine/mechanisms/packets.ts',
    from: '    if (taker.person === packet.sender) continue\n',
    to: '',
  },
  {
    name: 'the last share of a packet is drawn like the others',
    file: 'engine/mechanisms/packets.ts',
    from: '  if (left === 1) return rest\n',
    to: '',
  },
  {
    name: 'a share leaves no fen for those who come after',
    file: 'engine/mechanisms/packets.ts',
    from: 'Math.min(rest - (left - 1), 1 + Math.floor(u * most))',
    to: 'Math.min(rest, 1 + Math.floor(u * most))',
  },
  {
    name: 'somebody who did not look in takes from a packet',
    file: 'engine/mechanisms/packets.ts',
    from: 'MARK.group] !== group || world.marks[markAt + MARK.openedDay] !== world.day)',
    to: 'MARK.group] !== group)',
  },
  {
    name: 'packets are booked as ads',
    file: 'engine/mechanisms/packets.ts',
    from: 'OWNER, COST.packets, amount, fact)',
    to: 'OWNER, COST.ads, amount, fact)',
  },
  {
    name: 'somebody who is there is invited',
    file: 'engine/mechanisms/inviting.ts',
    from: 'if (contact === person || (world.seatOf[contact] as number) >= 0) continue',
    to: 'if (contact === person) continue',
  },
  {
    name: 'invitations fill a group with one too many',
    file: 'engine/mechanisms/inviting.ts',
    from: 'members + (joining[group] as number) >= town.scenario.community.capacity',
    to: 'members + (joining[group] as number) > town.scenario.community.capacity',
  },
  {
    name: 'the reward is paid for those as well who do not come',
    file: 'engine/mechanisms/inviting.ts',
    from: '  if (!accepts) return\n',
    to: '  if (!accepts) return decideReward(simulation, group, sent)\n',
  },
  {
    name: 'those who arrive on one morning do not count each other',
    file: 'engine/mechanisms/arrivals.ts',
    from: 'members + (joining[group] as number) >= capacity',
    to: 'members >= capacity',
  },
  {
    name: 'which group a newcomer goes to depends on who has come before',
    file: 'engine/mechanisms/arrivals.ts',
    from: 'const group = groupFor(town, person, slot)',
    to: 'const group = groupFor(town, person, world.seats)',
  },
  {
    name: 'fees are written down with group 0',
    file: 'engine/mechanisms/arrivals.ts',
    from: "record(rows, KIND['fee-paid'], group, person, -1, fee, fact)",
    to: "record(rows, KIND['fee-paid'], 0, person, -1, fee, fact)",
  },
  {
    name: 'shares of a departure are shares of the hazard, and not of its parts',
    file: 'engine/mechanisms/leaving.ts',
    from: 'group, person, cause, part / total, fact)',
    to: 'group, person, cause, part / hazard, fact)',
  },
  {
    name: 'a muted group is muted again',
    file: 'engine/mechanisms/leaving.ts',
    from: 'const muteHazard = isMuted\n      ? 0\n      : hold *',
    to: 'const muteHazard = isMuted && kept === 0\n      ? 0\n      : hold *',
  },
  {
    name: 'everybody is overloaded by what group 0 has to read',
    file: 'engine/mechanisms/leaving.ts',
    from: '(messages[marks[markAt + MARK.group] as number] as number)',
    to: '(messages[0] as number)',
  },
  {
    name: 'who has left leaves again',
    file: 'engine/mechanisms/leaving.ts',
    from: '    if ((flags & LEFT) !== 0) continue\n',
    to: '',
  },
  {
    name: 'the star of a group leaves without a reason',
    file: 'engine/mechanisms/shocks.ts',
    from: "  const left = record(rows, KIND['member-left'], group, person, cause, chance, fact)\n  record(rows, KIND['blame-shared'], group, person, cause, 1, left)\n",
    to: "  record(rows, KIND['member-left'], group, person, cause, chance, fact)\n",
  },
  {
    name: 'how long the owner is ill is the draw of how long the holiday is',
    file: 'engine/mechanisms/shocks.ts',
    from: 'uniform(town.dice, PURPOSE.illness, 0, world.day, 1)',
    to: 'uniform(town.dice, PURPOSE.holiday, 0, world.day, 1)',
  },
  {
    name: 'a meeting has one guest too many',
    file: 'engine/mechanisms/meetings.ts',
    from: '.slice(0, size)',
    to: '.slice(0, size + 1)',
  },
  {
    name: 'a meeting wakes those as well who are awake',
    file: 'engine/mechanisms/meetings.ts',
    from: 'const wakes = isMuted && uniform(',
    to: 'const wakes = uniform(',
  },
  {
    name: 'bystanders of a removal gain the trust that they should lose',
    file: 'engine/mechanisms/moderating.ts',
    from: 'CAUSE.moderation, -lost, removal)',
    to: 'CAUSE.moderation, lost, removal)',
  },
  {
    name: 'bystanders lose trust that a removal of the same day has cost them already',
    file: 'engine/mechanisms/moderating.ts',
    from: '  memberAd.removed.add(seat)\n',
    to: '',
  },
  {
    name: 'somebody answers herself',
    file: 'engine/mechanisms/talking.ts',
    from: 'if (person !== post.person && hasOpened && isPresent(world, seat)) return person',
    to: 'if (hasOpened && isPresent(world, seat)) return person',
  },
  {
    name: 'whether a post is on topic hangs on the hour at which it is written',
    file: 'engine/mechanisms/talking.ts',
    from: 'uniform(town.dice, PURPOSE.onTopic, person, world.day, index)',
    to: 'uniform(town.dice, PURPOSE.arrivalTime, person, world.day, index)',
  },
  {
    name: 'who answers is the draw of whether anybody does',
    file: 'engine/mechanisms/talking.ts',
    from: 'uniform(town.dice, PURPOSE.answerer, post.person',
    to: 'uniform(town.dice, PURPOSE.answer, post.person',
  },
  {
    name: 'whether somebody checks in is the same draw on every day',
    file: 'engine/mechanisms/check-ins.ts',
    from: 'uniform(town.dice, PURPOSE.checkIns, person, day)',
    to: 'uniform(town.dice, PURPOSE.checkIns, person, 0)',
  },
  {
    name: 'a commercial label draws members in',
    file: 'engine/mechanisms/opening.ts',
    from: 'ofFatigue * (levels[at + LEVEL.fatigue] as number) -\n      ofLabel *',
    to: 'ofFatigue * (levels[at + LEVEL.fatigue] as number) +\n      ofLabel *',
  },
  {
    name: 'what hard ads cost is booked as a gain',
    file: 'engine/mechanisms/reading.ts',
    from: 'Int8Array.of(1, 1, -1, -1, 1, -1, 1, 1, -1, 1, 1, -1)',
    to: 'Int8Array.of(1, 1, -1, -1, 1, 1, 1, 1, -1, 1, 1, -1)',
  },
  {
    name: 'trust grows beyond what words alone can reach',
    file: 'engine/mechanisms/reading.ts',
    from: 'const room = trustCeilingOnline * (1 - label) - trust',
    to: 'const room = 1 - trust',
  },
  {
    name: 'the fact behind company is a post of the owner',
    file: 'engine/mechanisms/reading.ts',
    from: 'facts[CHANGE.company] = messageFact',
    to: 'facts[CHANGE.company] = contentFact',
  },
  {
    name: 'the owner finds needs with listening switched off',
    file: 'engine/mechanisms/listening.ts',
    from: '  if (town.parameters.listeningEffect === 0) return\n',
    to: '',
  },
  {
    name: 'the owner gives cues with cues switched off',
    file: 'engine/mechanisms/cues.ts',
    from: 'if (identityCue + bondCue === 0 || town.parameters.cueEffect === 0 || isOwnerAway(simulation)) return',
    to: 'if (identityCue + bondCue === 0 || isOwnerAway(simulation)) return',
  },
  {
    name: 'thanks fill the owner up beyond full energy',
    file: 'engine/mechanisms/owner-ledger.ts',
    from: 'Math.min(1 - Math.fround(energy + Math.fround(fromMargin)), fromThanks)',
    to: 'fromThanks',
  },
  {
    name: 'an owner who is away advertises',
    file: 'engine/mechanisms/owner-work.ts',
    from: '  if (isOwnerAway(simulation)) return\n',
    to: '',
  },
  {
    name: 'what is spent stays in the purse',
    file: 'engine/purse.ts',
    from: '  purse.left -= amount\n',
    to: '',
  },
  {
    name: 'more roles are given than there are',
    file: 'engine/mechanisms/roles.ts',
    from: '    open[group]! -= 1\n',
    to: '',
  },
  {
    name: 'a figure who has left goes on posting',
    file: 'engine/mechanisms/figures.ts',
    from: '(flags & (FIGURE | LEFT | MUTED)) !== FIGURE',
    to: '(flags & (FIGURE | MUTED)) !== FIGURE',
  },
]

const OF_STATE = [
  {
    name: 'a member who was removed is still counted',
    file: 'events/apply.ts',
    from: 'GROUP_MARK.removed]! += 1\n      return leave(world, seatOf(world, actor), groupAt)',
    to: 'GROUP_MARK.removed]! += 1\n      world.marks[seatOf(world, actor) * MARKS + MARK.flags]! |= LEFT\n      return',
  },
  {
    name: 'the ads of yesterday are still there today',
    file: 'events/apply.ts',
    from: '    GROUP_MARK.ads,\n    GROUP_MARK.onTopic,\n',
    to: '    GROUP_MARK.onTopic,\n',
  },
  {
    name: 'room for more members is room without the strength of their ties',
    file: 'events/apply.ts',
    from: '  world.tieStrengths = tieStrengths\n',
    to: '',
  },
  {
    name: 'prices are not rounded to whole fen',
    file: 'events/apply.ts',
    from: 'return Math.round(value * 100)',
    to: 'return value * 100',
  },
  {
    name: 'a habit of packets is added to the habit of opening',
    file: 'events/apply.ts',
    from: "LEDGER_OF_KIND[KIND['windfall-changed']] = LEVEL.windfall",
    to: "LEDGER_OF_KIND[KIND['windfall-changed']] = LEVEL.habit",
  },
  {
    name: 'who is woken keeps the day on which she muted',
    file: 'events/apply.ts',
    from: '      world.marks[markAt + MARK.mutedDay] = -1\n',
    to: '',
  },
  {
    name: 'a refund raises the margin of the day',
    file: 'events/apply.ts',
    from: 'world.books[BOOK.refunded]! += fen(value)\n      world.books[BOOK.today]! -= fen(value)',
    to: 'world.books[BOOK.refunded]! += fen(value)\n      world.books[BOOK.today]! += fen(value)',
  },
  {
    name: 'who wrote once is heard for ever, in the next run as well',
    file: 'events/apply.ts',
    from: 'heard[seat] = present * Number((marks[markAt + MARK.postedDay] as number) >= since)',
    to: 'heard[seat]! ||= present * Number((marks[markAt + MARK.postedDay] as number) >= since)',
  },
  {
    name: 'the digest of the state passes over who wrote last',
    file: 'events/digest.ts',
    from: '  digestWords(digest, world.posters, world.posters.length)\n',
    to: '',
  },
  {
    name: 'the digest passes over the last word of a column',
    file: 'events/digest.ts',
    from: 'for (let at = whole; at < count; at++) digestWord(',
    to: 'for (let at = whole; at < count - 1; at++) digestWord(',
  },
  {
    name: 'the digest of the state passes over ties',
    file: 'events/digest.ts',
    from: '  digestTies(digest, world)\n',
    to: '  void digestTies\n',
  },
  {
    name: 'a link of the chain does not stand on the one before',
    file: 'events/digest.ts',
    from: 'const digest = { a: previous.a, b: previous.b }',
    to: 'const digest = startDigest()',
  },
  {
    name: '−0 is written down',
    file: 'events/rows.ts',
    from: 'Math.fround(value) + 0',
    to: 'Math.fround(value)',
  },
  {
    name: 'objects are lost when rows need more room',
    file: 'events/rows.ts',
    from: '  room.object.set(rows.object)\n',
    to: '',
  },
  {
    name: 'facts that are forgotten give their numbers away again',
    file: 'events/rows.ts',
    from: '  rows.base += rows.count\n',
    to: '',
  },
  {
    name: 'a packed number loses its sign',
    file: 'events/qlog-bytes.ts',
    from: 'count((value << 1) ^ (value >> 31))',
    to: 'count((value << 1) ^ (value >>> 31))',
  },
  {
    name: 'unpacked facts are numbered from 0 on every day',
    file: 'events/qlog-facts.ts',
    from: '  rows.base = base\n',
    to: '  void base\n',
  },
]

const OF_RUNS = [
  {
    name: 'people stay as they were drawn when the rules change',
    file: 'engine/simulation.ts',
    from: '  redrawPeople(simulation.people, simulation.town, simulation.world)\n',
    to: '  void redrawPeople\n',
  },
  {
    name: 'a fork takes hold a day early',
    file: 'engine/day.ts',
    from: 'stages[next]?.from === world.day)',
    to: '(stages[next]?.from ?? -1) - 1 === world.day)',
  },
  {
    name: 'arrivals are those of the last rules from the first day on',
    file: 'engine/slots.ts',
    from: 'towns.findLast(({ from }) => from <= day)',
    to: 'towns.findLast(({ from }) => from <= day || true)',
  },
  {
    name: 'intruders come by common dice',
    file: 'engine/mechanisms/intruders.ts',
    from: 'roundByDraw(stayed, uniform(town.dice, PURPOSE.intruders, group, world.day))',
    to: 'roundByDraw(stayed, Math.random())',
  },
  {
    name: 'a holiday is longer at the end of the week in which it is simulated',
    file: 'engine/mechanisms/shocks.ts',
    from: 'const days = 5 + Math.floor(5 * uniform(',
    to: 'const days = 5 + Math.floor(new Date().getDay() / 6) + Math.floor(5 * uniform(',
  },
  {
    name: 'whom somebody knows is remembered from one run to the next',
    file: 'engine/contacts.ts',
    from: '  return Math.floor(people * uniform(town.dice, PURPOSE.contacts, person, 0, n - 2 * NEIGHBOURS))\n}\n',
    to:
      '  const key = person * CONTACTS + n\n' +
      '  const known = KNOWN.get(key) ?? uniform(town.dice, PURPOSE.contacts, person, 0, n - 2 * NEIGHBOURS)\n' +
      '  KNOWN.set(key, known)\n' +
      '  return Math.floor(people * known)\n}\n\n' +
      'const KNOWN = new Map<number, number>()\n',
  },
  {
    name: 'who joins in the evening has the draws of nobody',
    file: 'engine/daily-draws.ts',
    from: 'if (draws.day === world.day && draws.seats === world.seats) return draws',
    to: 'if (draws.day === world.day) return draws',
  },
  {
    name: 'draws of one day run over into the next',
    file: 'engine/dice.ts',
    from: 'person, day * 256 + index)',
    to: 'person, day * 128 + index)',
  },
  {
    name: 'all keyframes are one world',
    file: 'engine/kept-log.ts',
    from: 'if (world.day % every === 0) worlds.push(copyWorld(world))',
    to: 'if (world.day % every === 0) worlds.push(world)',
  },
  {
    name: 'a jump starts from the nearest keyframe, also from one behind it',
    file: 'engine/kept-log.ts',
    from: 'Math.floor(day / every)',
    to: 'Math.round(day / every)',
  },
  {
    name: 'a copy of the world shares its beliefs with the original',
    file: 'model/world.ts',
    from: '    beliefs: world.beliefs.slice(),\n',
    to: '',
  },
]

/** All of them, in the order in which they are planted. */
export const FAULTS = [...OF_DECISIONS, ...OF_STATE, ...OF_RUNS]
