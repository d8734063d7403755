import type { MeasuredServer, MeasuringClients } from './measured-processes';
import type { SignInMeasurements } from './sign-in-bounds';
import type { Spent, Target, Work } from './sign-in-work';

export interface Subjects {
  readonly clients: MeasuringClients;
  readonly few: MeasuredServer;
  readonly many: MeasuredServer;
  readonly triggered: MeasuredServer;
  /** With so many users that their codes last for long rounds: of it processor time and rates are taken. */
  readonly busy: MeasuredServer;
  readonly cognitoLocal: Target | undefined;
}

const rounds = 7;
/** In a round. Three codes of a user are accepted at a time, so a thousand users sign in three thousand times at most. */
const perRound = 100;
const requests = 400;
const warmUps = 12;
const filtered = ['email', 'phone_number', 'username'] as const;

/** Until the busy server has compiled what it runs, which is processor time too. */
const busyWarmUps = 12;
const long = { kind: 'sign-ins', how: 'password and TOTP', count: 300, concurrency: 1 } as const;
const longBy16 = { ...long, concurrency: 16 } as const;

const oneByOne = { kind: 'sign-ins', how: 'password and TOTP', count: perRound, concurrency: 1 } as const;
const sixteen = { ...oneByOne, concurrency: 16 } as const;
const srp = { ...oneByOne, how: 'SRP', count: 50 } as const;
const srpBy16 = { ...srp, concurrency: 16 } as const;

/** What is measured in every round, all in turn, so that what else the machine does falls on all alike. */
export type Round = Omit<SignInMeasurements, 'startUp' | 'memoryOfFew' | 'memoryOfMany'>;

/** Everything but the start-up. Warm code is measured: the first sign-ins, which compile it, do not count. */
export async function measureSignIns(subjects: Subjects): Promise<Omit<SignInMeasurements, 'startUp'>> {
  const { clients, few, many, triggered, busy, cognitoLocal } = subjects;
  const memoryOfFew = await few.ask('memory');
  const memoryOfMany = await many.ask('memory');
  for (const target of [few, many, triggered, ...(cognitoLocal === undefined ? [] : [cognitoLocal])]) {
    for (let round = 0; round < warmUps; round += 1)
      await clients.perform({ target: addressOf(target), work: round % 2 === 0 ? oneByOne : sixteen });
  }
  for (let round = 0; round < busyWarmUps; round += 1)
    await clients.perform({ target: addressOf(busy), work: round % 2 === 0 ? long : longBy16 });
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await measureRound(subjects));
  return { ...fastestOf(measured), memoryOfFew, memoryOfMany };
}

async function measureRound({ clients, few, many, triggered, busy, cognitoLocal }: Subjects): Promise<Round> {
  const perform = (target: Target, work: Work): Promise<Spent> => clients.perform({ target: addressOf(target), work });
  const withCpu = async (work: Work): Promise<Spent & { readonly cpu: number }> => {
    const before = await busy.ask('cpu');
    const spent = await perform(busy, work);
    return { ...spent, cpu: ((await busy.ask('cpu')) - before) / work.count };
  };
  const twoSignatures = await busy.ask('signatures');
  const signIn = await withCpu(long);
  const withFew = await perform(few, oneByOne);
  const withMany = await perform(many, oneByOne);
  const withTrigger = await perform(triggered, oneByOne);
  const at16 = await perform(busy, longBy16);
  const bySrp = await withCpu(srp);
  const srpAt16 = await perform(busy, srpBy16);
  const other = cognitoLocal && {
    one: (await perform(cognitoLocal, oneByOne)).median,
    at16: perSecond(await perform(cognitoLocal, sixteen), sixteen),
  };
  const listUsers: Round['listUsers'][number][] = [];
  for (const attribute of filtered) {
    const work = { kind: 'list users', attribute, count: requests } as const;
    listUsers.push({
      attribute,
      few: (await perform(few, work)).median,
      many: (await perform(many, work)).median,
    });
  }
  const create = { kind: 'create users', count: requests } as const;
  return {
    twoSignatures,
    cpuPerSignIn: signIn.cpu,
    cpuPerSrpSignIn: bySrp.cpu,
    withFew: withFew.median,
    withMany: withMany.median,
    withTrigger: withTrigger.median,
    srp: bySrp.median,
    at16: perSecond(at16, longBy16),
    srpAt16: perSecond(srpAt16, srpBy16),
    listUsers,
    createWithFew: (await perform(few, create)).median,
    createWithMany: (await perform(many, create)).median,
    cognitoLocal: other,
  };
}

/** Of every time the smallest, of every rate the largest: what the machine does beside only ever adds. */
export function fastestOf(measured: readonly Round[]): Round {
  const least = (pick: (round: Round) => number): number => Math.min(...measured.map(pick));
  const most = (pick: (round: Round) => number): number => Math.max(...measured.map(pick));
  const others = measured.map(({ cognitoLocal }) => cognitoLocal).filter((each) => each !== undefined);
  return {
    twoSignatures: least((round) => round.twoSignatures),
    cpuPerSignIn: least((round) => round.cpuPerSignIn),
    cpuPerSrpSignIn: least((round) => round.cpuPerSrpSignIn),
    withFew: least((round) => round.withFew),
    withMany: least((round) => round.withMany),
    withTrigger: least((round) => round.withTrigger),
    srp: least((round) => round.srp),
    at16: most((round) => round.at16),
    srpAt16: most((round) => round.srpAt16),
    listUsers: filtered.map((attribute) => ({
      attribute,
      few: least(({ listUsers }) => timeOf(listUsers, attribute).few),
      many: least(({ listUsers }) => timeOf(listUsers, attribute).many),
    })),
    createWithFew: least((round) => round.createWithFew),
    createWithMany: least((round) => round.createWithMany),
    cognitoLocal:
      others.length === 0
        ? undefined
        : { one: Math.min(...others.map(({ one }) => one)), at16: Math.max(...others.map(({ at16 }) => at16)) },
  };
}

function timeOf(times: Round['listUsers'], attribute: string): Round['listUsers'][number] {
  const found = times.find((time) => time.attribute === attribute);
  if (found === undefined) throw new TypeError(`ListUsers by ${attribute} was not measured`);
  return found;
}

function perSecond({ milliseconds }: Spent, { count }: Work): number {
  return (count / milliseconds) * 1000;
}

/** What crosses to the process of the clients. */
function addressOf({ origin, poolId, clientId, users, accounts }: Target): Target {
  return { origin, poolId, clientId, users, ...(accounts !== undefined && { accounts }) };
}
