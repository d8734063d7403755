import fc from 'fast-check';
import { propertyLists } from '../../../lib/local-pool/settings/property-lists';
import type { Form, PropertyTable } from '../../../lib/local-pool/settings/property-table';
import { SettingsError } from '../../../lib/local-pool/settings/settings-error';
import type { RawObject, RawValue } from '../../../lib/template/value';
import { client, group, lambda, nested, pool, problemsOf, settingsOf } from './pool-template';

/** What a template may hold anywhere: JSON, values that look right, and functions. */
const anyValue: fc.Arbitrary<RawValue> = fc.oneof(
  fc.jsonValue() as fc.Arbitrary<RawValue>,
  fc.constantFrom<RawValue>('true', 'false', '8', 0, 1, 30, [], {}, 'OFF', 'ON', 'ENABLED', 'email', 'String', null),
  fc.constantFrom<RawValue>(
    { Ref: 'Pool' },
    { Ref: 'AWS::NoValue' },
    { 'Fn::GetAtt': ['Function', 'Arn'] },
    { 'Fn::ImportValue': 'x' },
    { 'Fn::Join': ['', ['a', { Ref: 'AWS::AccountId' }]] },
  ),
);

/** A value that the form takes, so that many stacks can be read and the rest is refused for one thing. */
function fitting(form: Form | undefined): fc.Arbitrary<RawValue> {
  switch (form?.kind) {
    case 'boolean':
      return fc.constantFrom<RawValue>(true, false, 'true', 'false');
    case 'integer':
      return fc.integer({ min: form.from, max: Math.min(form.to, form.from + 100) });
    case 'text':
      if (form.pattern !== undefined) return fc.stringMatching(new RegExp(`^(?:${form.pattern})$`, 'u'));
      return fc.string({ minLength: form.shortest, maxLength: 20 }).map((text) => `${text}${form.placeholder ?? ''}`);
    case 'texts':
      return fc.constantFrom('email', 'name', 'locale');
    case 'choice':
    case 'choices':
      return fc.constantFrom(...Object.keys(form.choices));
    case 'tags':
    case 'details':
      return fc.dictionary(fc.string(), fc.string());
    case 'function':
      return fc.constant({ 'Fn::GetAtt': ['Function', 'Arn'] });
    case 'user-pool':
      return fc.constant({ Ref: 'Pool' });
    case undefined:
      return anyValue;
  }
}

/** Objects made from the paths that the table of a type knows. */
function anyProperties(table: PropertyTable): fc.Arbitrary<RawObject> {
  const entries = Object.entries(table).map(([path, { form }]) =>
    fc.tuple(fc.constant(path), fc.oneof({ weight: 20, arbitrary: fitting(form) }, { weight: 1, arbitrary: anyValue })),
  );
  return fc
    .array(fc.oneof(...entries), { maxLength: 4 })
    .map((chosen) => chosen.reduce<RawObject>((bag, [path, value]) => merged(bag, nested(path, value)), {}));
}

function merged(left: RawObject, right: RawObject): RawObject {
  const entries = Object.entries(right).map(([key, value]) => {
    const present = left[key];
    const both = isPlain(present) && isPlain(value);
    return [key, both ? merged(present, value) : value] as const;
  });
  return { ...left, ...Object.fromEntries(entries) };
}

function isPlain(value: RawValue | undefined): value is RawObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const anyStack = fc
  .record({
    pool: anyProperties(propertyLists['AWS::Cognito::UserPool']),
    client: anyProperties(propertyLists['AWS::Cognito::UserPoolClient']),
    group: anyProperties(propertyLists['AWS::Cognito::UserPoolGroup']),
    lambda: fc.dictionary(fc.constantFrom('Runtime', 'Environment', 'Code', 'Handler', 'MemorySize'), anyValue, {
      maxKeys: 1,
    }),
  })
  .map((any) => ({
    Pool: pool(any.pool),
    Web: client(any.client),
    Members: group(any.group),
    Function: lambda(any.lambda),
  }));

test('any properties give settings or a SettingsError whose problems all say where, what and what next', () => {
  let [read, refused] = [0, 0];
  fc.assert(
    fc.property(anyStack, (resources) => {
      try {
        settingsOf(resources);
        read += 1;
      } catch (error) {
        if (!(error instanceof SettingsError)) throw error;
        refused += 1;
        for (const { got, expected, nextStep } of error.problems) {
          expect([got, expected, nextStep].every((part) => part.length > 0)).toBe(true);
        }
        expect(error.problems).not.toHaveLength(0);
      }
    }),
    { numRuns: 400 },
  );
  expect(read).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(0);
});

const branches = new Set(
  Object.values<PropertyTable>(propertyLists)
    .flatMap((table) => Object.keys(table))
    .map((path) => path.replace(/(\[\])?(\..*)?$/, '')),
);
const unknownName = fc.string({ minLength: 1 }).filter((name) => !branches.has(name) && !name.startsWith('Fn::'));

test('a property that is in no list always stops the start, whatever its name and value', () => {
  fc.assert(
    fc.property(unknownName, fc.jsonValue(), fc.constantFrom('Pool', 'Web', 'Members'), (name, value, owner) => {
      const properties = Object.fromEntries([[name, value as RawValue]]);
      const resources: RawObject = {
        Pool: pool(owner === 'Pool' ? properties : {}),
        Web: client(owner === 'Web' ? properties : {}),
        Members: group(owner === 'Members' ? properties : {}),
      };
      const step = /^\w+$/.test(name) ? name : JSON.stringify(name);
      expect(problemsOf(resources)).toContainEqual(expect.objectContaining({ logicalId: owner, path: step }));
    }),
  );
});
