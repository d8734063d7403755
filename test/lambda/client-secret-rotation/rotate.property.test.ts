import fc from 'fast-check';
import type { Step } from '../../../lambda/client-secret-rotation/decide';
import type { ActiveSecret } from '../../../lambda/client-secret-rotation/facts';
import { RotationError } from '../../../lambda/client-secret-rotation/rotation-error';
import { rotate, type Surroundings } from '../../../lambda/client-secret-rotation/rotate';
import { Refusal, SecretDouble } from './secrets-manager-double';

const graceDays = 3;
const day = 86_400_000;

/** The process ended here, whatever it was about to do. */
class Crash extends Error {}

const steps = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const;

/** The world of one app client: both services, the time, and what applications were ever given to read. */
class World {
  readonly secret: SecretDouble;
  readonly #active: (ActiveSecret & { readonly value: string })[];
  #now = Date.UTC(2026, 10, 21, 9);
  #made = 0;
  #token = 0;
  /** Values that were current and were replaced, with the time of that. */
  readonly #replaced = new Map<string, number>();
  #read: string | undefined;

  constructor(start: { readonly adopted: boolean; readonly firstValueIsCurrent: boolean }) {
    const made = { id: 'client--0', value: 'made-with-the-client', created: new Date(this.#now) };
    this.#active = [made];
    this.secret = new SecretDouble({ ...start, ...(start.adopted && { first: made.value }) });
    this.#read = start.adopted ? made.value : undefined;
  }

  get values(): readonly string[] {
    return this.#active.map(({ value }) => value);
  }

  wait(days: number): void {
    this.#now += days * day;
  }

  /** RotateSecret, by the schedule or by hand; refused while a rotation is under way. */
  begin(): void {
    try {
      this.secret.rotate(`version-${this.#token + 1}`);
      this.#token += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  /** One invocation that ends after so many calls, or says that it cannot be done. */
  async invoke(kind: Step['kind'], calls: number): Promise<void> {
    const step: Step = kind === 'retireSecret' ? { kind } : { kind, version: `version-${this.#token}` };
    try {
      await rotate(step, this.#surroundings(calls));
    } catch (error) {
      if (!(error instanceof Crash || error instanceof RotationError)) throw error;
    }
    this.#watch();
  }

  /** What must hold at any moment: whoever reads the secret, or read it within the grace period, can sign in. */
  promise(): void {
    expect(this.values.length).toBeLessThanOrEqual(2);
    if (this.#read !== undefined) expect(this.values).toContain(this.#read);
    for (const [value, since] of this.#replaced) {
      if (this.#now < since + graceDays * day) expect(this.values).toContain(value);
    }
  }

  /** Notices a switch: from then on applications read the new value. */
  #watch(): void {
    const { described } = this;
    const version = Object.keys(described).find((id) => described[id]?.includes('AWSCURRENT'));
    // The first value of all is promised once the rotation that made it has come to its end.
    const isFinished = described[version ?? '']?.some((label) => label.startsWith('current-since.')) ?? false;
    if (version === undefined || !isFinished) return;
    const value = this.secret.value();
    if (value === this.#read) return;
    if (this.#read !== undefined) this.#replaced.set(this.#read, this.#now);
    this.#read = value;
  }

  get described() {
    return this.secret.describe();
  }

  #surroundings(calls: number): Surroundings {
    let left = calls;
    const call = <Result>(work: () => Result): Promise<Result> => {
      if (left === 0) return Promise.reject(new Crash());
      left -= 1;
      return Promise.resolve(work());
    };
    const { secret } = this;
    return {
      versions: {
        labels: () => call(() => secret.describe()),
        value: (version) => call(() => valueOf(secret, version)),
        store: (version, value) => call(() => secret.put(version, value, ['AWSPENDING'])),
        attachLabel: (label, version, from) => call(() => secret.updateStage(label, version, from)),
        removeLabel: (label, version) => call(() => secret.updateStage(label, undefined, version)),
      },
      clientSecrets: {
        list: () => call(() => this.#active.map(({ id, created }) => ({ id, created }))),
        add: (value) => call(() => this.#add(value)),
        delete: (id) => call(() => this.#end(id)),
      },
      graceDays,
      now: () => new Date(this.#now),
      newSecret: () => `value-${(this.#made += 1)}`,
    };
  }

  #add(value: string): string {
    if (this.#active.length >= 2) throw new Error('Cognito takes two secrets at a time.');
    // The service makes ids and dates of whole seconds.
    this.#now += 1000;
    const id = `client--${this.#now / 1000}`;
    this.#active.push({ id, value, created: new Date(this.#now) });
    return id;
  }

  #end(id: string): void {
    if (this.#active.length === 1) throw new Error('Cognito keeps the last secret.');
    const index = this.#active.findIndex((secret) => secret.id === id);
    if (index >= 0) this.#active.splice(index, 1);
  }
}

function valueOf(secret: SecretDouble, version: string): string | undefined {
  try {
    return secret.value({ version });
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

const invocation = fc.record({
  kind: fc.constantFrom(...steps, 'retireSecret' as const),
  // Enough for the longest step; fewer break off in the middle.
  calls: fc.integer({ min: 0, max: 12 }),
});
type Event = { readonly kind: Step['kind']; readonly calls: number } | 'begin' | { readonly days: number };
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 6, arbitrary: invocation },
  { weight: 2, arbitrary: fc.constant('begin' as const) },
  { weight: 2, arbitrary: fc.record({ days: fc.integer({ min: 1, max: 5 }) }) },
);
const start = fc.record({ adopted: fc.boolean(), firstValueIsCurrent: fc.boolean() });

async function happen(world: World, events: readonly Event[]): Promise<void> {
  for (const each of events) {
    if (each === 'begin') world.begin();
    else if ('days' in each) world.wait(each.days);
    else await world.invoke(each.kind, each.calls);
    world.promise();
  }
}

it('whatever is invoked in whatever order, and wherever it breaks off, no secret in use and none in its grace period is ended', async () => {
  await fc.assert(
    fc.asyncProperty(start, fc.array(event, { maxLength: 40 }), async (from, events) => {
      await happen(new World(from), events);
    }),
    { numRuns: 500 },
  );
});

it('after whatever happened, a rotation that is left in peace comes to its end, and one secret remains', async () => {
  await fc.assert(
    fc.asyncProperty(start, fc.array(event, { maxLength: 40 }), async (from, events) => {
      const world = new World(from);
      await happen(world, events);
      await world.invoke('retireSecret', Infinity);
      world.wait(graceDays + 1);
      world.begin();
      for (const kind of steps) await world.invoke(kind, Infinity);
      world.promise();
      expect(world.values).toContain(world.secret.value());
      world.wait(graceDays + 1);
      await world.invoke('retireSecret', Infinity);
      expect(world.values).toEqual([world.secret.value()]);
    }),
    { numRuns: 500 },
  );
});

it('labels do not pile up: a quiet secret has those of its current version alone', async () => {
  const world = new World({ adopted: true, firstValueIsCurrent: true });
  for (let rotations = 0; rotations < 12; rotations += 1) {
    world.begin();
    for (const kind of steps) await world.invoke(kind, Infinity);
    world.wait(graceDays + 1);
    await world.invoke('retireSecret', Infinity);
  }
  expect(Object.values(world.described)).toEqual([
    ['AWSPREVIOUS'],
    [
      expect.stringMatching(/^AWS/),
      expect.stringMatching(/^client-secret-id\./),
      expect.any(String),
      expect.any(String),
    ],
  ]);
});
