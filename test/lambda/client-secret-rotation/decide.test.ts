import { decide, type Action, type Context, type Step } from '../../../lambda/client-secret-rotation/decide';
import type { Facts } from '../../../lambda/client-secret-rotation/facts';
import { RotationError } from '../../../lambda/client-secret-rotation/rotation-error';
import { labelOfId, labelOfSwitch } from '../../../lambda/client-secret-rotation/version-labels';

const day = (n: number) => new Date(Date.UTC(2026, 10, n, 9));
const context: Context = { now: day(21), graceDays: 3 };

/** Secrets by the day on which they were made. */
const active = (days: Readonly<Record<string, number>>): Facts['active'] =>
  Object.entries(days).map(([id, made]) => ({ id, created: day(made) }));

const next = 'version-next';
const step = (kind: Exclude<Step['kind'], 'retireSecret'>, version = next): Step => ({ kind, version });
const retire: Step = { kind: 'retireSecret' };

const store: Action = { call: 'store-value', version: next };
const add: Action = { call: 'add-client-secret', version: next };
const end = (id: string): Action => ({ call: 'delete-client-secret', id });
const attach = (label: string, version = next, from?: string): Action => ({
  call: 'attach-label',
  label,
  version,
  ...(from !== undefined && { from }),
});
const remove = (label: string, version = next): Action => ({ call: 'remove-label', label, version });
const announce = attach('adding-client-secret');
const announced = remove('adding-client-secret');

/** A version that a rotation made current on that day, with its client secret. */
const since = (id: string, switched: number) => ['AWSCURRENT', labelOfId(id), labelOfSwitch(day(switched))];

interface Row {
  readonly what: string;
  readonly step: Step;
  readonly facts: Facts;
  readonly does: readonly Action[];
}

const rows: readonly Row[] = [
  {
    what: 'a pending version is given a value',
    step: step('createSecret'),
    facts: { versions: { [next]: ['AWSPENDING'] }, active: active({ made: 1 }) },
    does: [store],
  },
  {
    what: 'the first value of a new client becomes its second secret, beside the one that Cognito made',
    step: step('setSecret'),
    facts: { versions: { [next]: ['AWSPENDING', 'AWSCURRENT'] }, active: active({ made: 1 }) },
    does: [announce, add, announced],
  },
  {
    what: 'a secret that applications read before rotation was switched on stays',
    step: step('setSecret'),
    facts: { versions: { old: ['AWSCURRENT'], [next]: ['AWSPENDING'] }, active: active({ made: 1 }) },
    does: [announce, add, announced],
  },
  {
    what: 'a replaced secret makes room when its time is over',
    step: step('setSecret'),
    facts: {
      versions: { older: ['AWSPREVIOUS', labelOfId('one')], old: since('two', 18), [next]: ['AWSPENDING'] },
      active: active({ one: 1, two: 17 }),
    },
    does: [end('one'), announce, add, announced],
  },
  {
    what: 'a secret whose id was never learned is ended and added anew',
    step: step('setSecret'),
    facts: {
      versions: { old: since('two', 1), [next]: ['AWSPENDING', 'adding-client-secret'] },
      active: active({ two: 1, nameless: 21 }),
    },
    does: [end('nameless'), add, announced],
  },
  {
    what: 'so is the one of a rotation that was given up',
    step: step('setSecret'),
    facts: {
      versions: { old: since('two', 1), dropped: [labelOfId('three'), 'adding-client-secret'], [next]: ['AWSPENDING'] },
      active: active({ two: 1, three: 12 }),
    },
    does: [end('three'), attach('adding-client-secret', next, 'dropped'), add, announced],
  },
  {
    what: 'a secret that was added before is not added again',
    step: step('setSecret'),
    facts: {
      versions: { old: since('two', 1), [next]: ['AWSPENDING', labelOfId('three')] },
      active: active({ two: 1, three: 21 }),
    },
    does: [],
  },
  {
    what: 'what is left of an announcement is taken away',
    step: step('setSecret'),
    facts: {
      versions: { old: since('two', 1), [next]: ['AWSPENDING', 'adding-client-secret', labelOfId('three')] },
      active: active({ two: 1, three: 21 }),
    },
    does: [announced],
  },
  {
    what: 'a secret that Cognito lists passes the test',
    step: step('testSecret'),
    facts: {
      versions: { old: since('two', 1), [next]: ['AWSPENDING', labelOfId('three')] },
      active: active({ two: 1, three: 21 }),
    },
    does: [],
  },
  {
    what: 'the switch is recorded, then made',
    step: step('finishSecret'),
    facts: {
      versions: { old: since('two', 1), [next]: ['AWSPENDING', labelOfId('three')] },
      active: active({ two: 1, three: 21 }),
    },
    does: [attach(labelOfSwitch(day(21))), attach('AWSCURRENT', next, 'old')],
  },
  {
    what: 'the first switch takes AWSCURRENT from nothing',
    step: step('finishSecret'),
    facts: { versions: { [next]: ['AWSPENDING', labelOfId('two')] }, active: active({ made: 1, two: 21 }) },
    does: [attach(labelOfSwitch(day(21))), attach('AWSCURRENT', next)],
  },
  {
    what: 'a version that Secrets Manager made current itself has its time recorded',
    step: step('finishSecret'),
    facts: {
      versions: { [next]: ['AWSPENDING', 'AWSCURRENT', labelOfId('two')] },
      active: active({ made: 1, two: 21 }),
    },
    does: [attach(labelOfSwitch(day(21)))],
  },
  {
    what: 'an attempt that broke off before the switch has its time replaced',
    step: step('finishSecret'),
    facts: {
      versions: { old: since('two', 1), [next]: ['AWSPENDING', labelOfId('three'), labelOfSwitch(day(16))] },
      active: active({ two: 1, three: 16 }),
    },
    does: [attach(labelOfSwitch(day(21))), remove(labelOfSwitch(day(16))), attach('AWSCURRENT', next, 'old')],
  },
  {
    what: 'a switch that was made is not made again',
    step: step('finishSecret'),
    facts: { versions: { [next]: ['AWSPENDING', ...since('three', 20)] }, active: active({ two: 1, three: 20 }) },
    does: [],
  },
  {
    what: 'nothing is ended within the grace period',
    step: retire,
    facts: {
      versions: { old: ['AWSPREVIOUS', labelOfId('two')], [next]: since('three', 19) },
      active: active({ two: 1, three: 19 }),
    },
    does: [],
  },
  {
    what: 'nor a moment before its end, as the time of the switch is rounded up to a second',
    step: retire,
    facts: {
      versions: { [next]: ['AWSCURRENT', labelOfId('three'), labelOfSwitch(new Date(day(18).getTime() + 1))] },
      active: active({ two: 1, three: 17 }),
    },
    does: [],
  },
  {
    what: 'of two recorded switches, of which one was never made, the later one counts',
    step: retire,
    facts: {
      versions: { [next]: [...since('three', 16), labelOfSwitch(day(20))] },
      active: active({ two: 1, three: 16 }),
    },
    does: [],
  },
  {
    what: 'a replaced secret is ended with the last moment of its grace period, and its labels go',
    step: retire,
    facts: {
      versions: { old: ['AWSPREVIOUS', labelOfId('two'), labelOfSwitch(day(1))], [next]: since('three', 18) },
      active: active({ two: 1, three: 17 }),
    },
    does: [end('two'), remove(labelOfId('two'), 'old'), remove(labelOfSwitch(day(1)), 'old')],
  },
  {
    what: 'the secret that Cognito made with the client is ended like any other',
    step: retire,
    facts: { versions: { [next]: since('two', 2) }, active: active({ made: 1, two: 2 }) },
    does: [end('made')],
  },
  {
    what: 'labels of a secret that is gone go, also where an earlier invocation ended it',
    step: retire,
    facts: {
      versions: { old: ['AWSPREVIOUS', labelOfId('two')], [next]: since('three', 2) },
      active: active({ three: 2 }),
    },
    does: [remove(labelOfId('two'), 'old')],
  },
  {
    what: 'a secret of a rotation that is under way is left alone',
    step: retire,
    facts: {
      versions: { old: since('two', 1), [next]: ['AWSPENDING', 'adding-client-secret'] },
      active: active({ two: 1, nameless: 21 }),
    },
    does: [],
  },
  {
    what: 'before the first rotation nothing is ended',
    step: retire,
    facts: { versions: { old: ['AWSCURRENT'] }, active: active({ made: 1, byHand: 2 }) },
    does: [],
  },
  {
    what: 'a first value that Secrets Manager made current itself has its grace period begun',
    step: retire,
    facts: { versions: { [next]: ['AWSCURRENT', labelOfId('two')] }, active: active({ made: 1, two: 2 }) },
    does: [attach(labelOfSwitch(day(21)))],
  },
  {
    what: 'the last secret is never ended',
    step: retire,
    facts: { versions: { [next]: since('gone', 1) }, active: active({ other: 1 }) },
    does: [],
  },
];

it.each(rows)('$step.kind: $what', ({ step: taken, facts, does }) => {
  expect(decide(taken, facts, context)).toEqual(does);
});

it.each<[what: string, step: Step, facts: Facts, facts: object]>([
  [
    'a version that is no longer pending',
    step('createSecret'),
    { versions: { [next]: ['AWSPREVIOUS'] }, active: active({ one: 1 }) },
    { version: next },
  ],
  ['a version that nobody knows', step('setSecret'), { versions: {}, active: active({ one: 1 }) }, { version: next }],
  [
    'a third secret within the grace period of the first, which a second rotation would cut off',
    step('setSecret'),
    { versions: { old: since('two', 20), [next]: ['AWSPENDING'] }, active: active({ one: 1, two: 20 }) },
    { clientSecretId: 'one', graceEnds: day(23).toISOString() },
  ],
  [
    'a third secret while no switch is recorded, so that nobody knows how long the first one has to stay',
    step('setSecret'),
    { versions: { old: ['AWSCURRENT', labelOfId('two')], [next]: ['AWSPENDING'] }, active: active({ one: 1, two: 2 }) },
    { clientSecretId: 'one', graceEnds: undefined },
  ],
  [
    'to end a secret of the same second as the one in use before its time, whichever was first',
    step('setSecret'),
    { versions: { old: since('two', 20), [next]: ['AWSPENDING'] }, active: active({ one: 20, two: 20 }) },
    { clientSecretId: 'one', graceEnds: day(23).toISOString() },
  ],
  [
    'to end a secret that somebody else added',
    step('setSecret'),
    { versions: { old: since('one', 1), [next]: ['AWSPENDING'] }, active: active({ one: 1, byHand: 9 }) },
    { clientSecretId: 'byHand' },
  ],
  [
    'to choose between two secrets that were there before rotation was switched on',
    step('setSecret'),
    { versions: { old: ['AWSCURRENT'], [next]: ['AWSPENDING'] }, active: active({ made: 1, byHand: 9 }) },
    { clientSecretId: 'byHand' },
  ],
  [
    'a test of a value that Cognito was never given',
    step('testSecret'),
    { versions: { old: since('one', 1), [next]: ['AWSPENDING'] }, active: active({ one: 1 }) },
    { version: next },
  ],
  [
    'a switch to a secret that was ended in the meantime',
    step('finishSecret'),
    { versions: { old: since('one', 1), [next]: ['AWSPENDING', labelOfId('two')] }, active: active({ one: 1 }) },
    { version: next },
  ],
])('refuses %s', (_, taken, facts, told) => {
  const attempt = () => decide(taken, facts, context);
  expect(attempt).toThrow(RotationError);
  expect(attempt).toThrow(expect.objectContaining({ facts: told }));
});
