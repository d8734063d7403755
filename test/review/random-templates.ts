import fc from 'fast-check';
import { tables } from '../../lib/review/effective/tables';
import type { RawObject, RawValue } from '../../lib/template/value';

const ids = ['Pool', 'Other', 'Client', 'Part', 'constructor', '__proto__'];
const id = fc.constantFrom(...ids);
const words = [
  'ON',
  'OFF',
  'OPTIONAL',
  'PLUS',
  'email',
  'custom:role',
  'ENABLED',
  'ALL',
  '7',
  '007',
  'true',
  '',
  'Retain',
];

const { value } = fc.letrec<{ value: RawValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<RawValue>(...words, true, false, null, 0, 7, 90),
    fc.string({ maxLength: 4 }),
    fc.record({ Ref: id }),
    id.map((each) => ({ 'Fn::GetAtt': [each, 'Arn'] })),
    id.map((each) => ({ 'Fn::Join': ['-', ['a', { Ref: each }]] })),
    id.map((each) => ({ 'Fn::Sub': `\${${each}}-b` })),
    fc.constant<RawValue>({ 'Fn::ImportValue': 'elsewhere' }),
    fc.tuple(tie('value'), tie('value')).map((sides) => ({ 'Fn::If': ['Unknown', ...sides] })),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('Name', 'Key', 'Value', 'Feature', '__proto__', 'constructor'), tie('value'), {
      maxKeys: 2,
    }),
  ),
}));

const types = [...tables.keys(), 'AWS::Cognito::Something', 'AWS::Lambda::Function', 'AWS::IAM::Role', 'AWS::KMS::Key'];

const resource = fc.constantFrom(...types).chain((type) => {
  const names = [
    ...Object.keys(tables.get(type)?.properties ?? { Code: '', Environment: '' }),
    'Unheard.Of',
    'Schema',
    'LambdaConfig',
  ];
  return fc.record<RawObject>(
    {
      Type: fc.constant(type),
      Properties: fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 6 }).map(unfolded),
      DeletionPolicy: fc.constantFrom('Retain', 'Delete', 'Snapshot', 'RetainExceptOnCreate'),
      Condition: fc.constantFrom('Unknown', 'False'),
    },
    { requiredKeys: ['Type', 'Properties'] },
  );
});

/** Templates with resources of the types that the review knows, and values of every kind in their properties. */
export const randomTemplate: fc.Arbitrary<RawObject> = fc.record<Record<string, RawValue>>({
  Parameters: fc.constant<RawValue>({ Unknown: { Type: 'String' } }),
  Conditions: fc.constant<RawValue>({
    Unknown: { 'Fn::Equals': [{ Ref: 'Unknown' }, 'a'] },
    False: { 'Fn::Equals': ['a', 'b'] },
  }),
  Resources: fc.dictionary(id, resource, { maxKeys: 4 }),
  Outputs: fc.dictionary(id, fc.record({ Value: value }), { maxKeys: 2 }),
});

/** `{ 'a.b': 1 }` as `{ a: { b: 1 } }`; where two paths collide the later one stands. */
function unfolded(flat: Readonly<Record<string, RawValue>>): RawObject {
  const whole: Record<string, RawValue> = {};
  for (const [path, each] of Object.entries(flat)) {
    const [first = '', ...rest] = path.split('.');
    const inner = rest.reduceRight<RawValue>((below, key) => ({ [key]: below }), each);
    const there = whole[first];
    const isMergeable =
      typeof there === 'object' &&
      there !== null &&
      !Array.isArray(there) &&
      typeof inner === 'object' &&
      inner !== null &&
      !Array.isArray(inner);
    whole[first] = isMergeable ? { ...(there as RawObject), ...(inner as RawObject) } : inner;
  }
  return whole;
}
