import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { ignoredMembers } from '../../../lib/local-pool/operations/ignored-members';
import { operations } from '../../../lib/local-pool/operations/registry';
import { buildPool } from '../pool-builder';
import { refusalOf } from '../refusal';

interface RequestModel {
  readonly members: readonly string[];
  readonly required: readonly string[];
  /** Members whose type the model marks as sensitive. */
  readonly sensitive: readonly string[];
}

/** A request as the SDK's own schema has it: [kind, namespace, name, traits, names, types, how many are required (first)]. */
function modelOf(operation: string): RequestModel {
  const schema: unknown = Object.entries(sdk).find(([name]) => name === `${operation}Request$`)?.[1];
  if (!Array.isArray(schema)) throw new Error(`The SDK has no schema of ${operation}Request.`);
  const [, , , , members, types, required = 0] = schema as [
    unknown,
    unknown,
    unknown,
    unknown,
    string[],
    unknown[],
    number?,
  ];
  return {
    members,
    required: members.slice(0, required),
    sensitive: members.filter((_, index) => isSensitiveString(types[index])),
  };
}

const sensitiveTrait = 8;

/** [0, namespace, name, traits, ...], or a function that gives it, alone or with traits of its own. */
function isSensitiveString(type: unknown): boolean {
  const given: unknown = typeof type === 'function' ? (type as () => unknown)() : type;
  if (!Array.isArray(given)) return false;
  if (Array.isArray(given[0]) || typeof given[0] === 'function') return isSensitiveString(given[0]);
  return given[0] === 0 && (Number(given[3]) & sensitiveTrait) === sensitiveTrait;
}

const isIgnored = (operation: string, member: string): boolean =>
  Object.hasOwn(ignoredMembers, member) || Object.hasOwn(ignoredMembers, `${operation}.${member}`);

const registered = [...operations.values()];

describe.each(registered.map((operation) => [operation.name, operation] as const))('%s', (name, operation) => {
  const model = modelOf(name);

  test('reads every member of the model, or leaves it out with a reason', () => {
    const expected = model.members.filter((member) => !isIgnored(name, member));
    expect(operation.members.toSorted()).toEqual(expected.toSorted());
  });

  test('demands what the model demands', async () => {
    const demanded = model.required.map(
      (member) => `Value null at '${member.charAt(0).toLowerCase()}${member.slice(1)}' failed`,
    );
    const { message } = await refusalOf(operation.handle(buildPool().service, {}));
    expect((message.match(/Value null at '\w+' failed/g) ?? []).toSorted()).toEqual(demanded.toSorted());
  });

  test('never echoes a sensitive value', async () => {
    const invalid = `secret value ${'x'.repeat(140_000)}`;
    const body = Object.fromEntries(model.sensitive.map((member) => [member, invalid]));
    const { message } = await refusalOf(operation.handle(buildPool().service, body));
    expect(message).not.toContain('secret value');
  });
});

test('every ignored member has a reason and is a member of some operation', () => {
  const members = new Set(
    registered.flatMap(({ name }) => modelOf(name).members.flatMap((member) => [member, `${name}.${member}`])),
  );
  for (const [member, reason] of Object.entries(ignoredMembers)) {
    expect(members).toContain(member);
    expect(reason).toMatch(/^[A-Z].+\.$/);
  }
});

test('an operation is registered under its own name', () => {
  for (const [name, operation] of operations) expect(operation.name).toBe(name);
});
