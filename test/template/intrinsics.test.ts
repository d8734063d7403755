import { attributeReference, Token } from '../../lib/template/value';
import type { RawObject, RawValue, Value } from '../../lib/template/value';
import { resolvedProperty } from './stack-artifact';

const sections: RawObject = {
  Parameters: {
    Mode: { Type: 'String', Default: 'OFF' },
    Hours: { Type: 'Number', Default: 8 },
    Domains: { Type: 'CommaDelimitedList', Default: 'example.com, example.org' },
    Unset: { Type: 'String' },
  },
  Mappings: { Plans: { 'eu-west-1': { Plan: 'PLUS', Factors: ['TOTP', 'SMS'] }, broken: { Plan: { Ref: 'Mode' } } } },
  Conditions: {
    IsOff: { 'Fn::Equals': [{ Ref: 'Mode' }, 'OFF'] },
    IsOn: { 'Fn::Not': [{ Condition: 'IsOff' }] },
    IsUnknown: { 'Fn::Equals': [{ Ref: 'Unset' }, 'x'] },
  },
  Resources: {
    Pool: { Type: 'AWS::Cognito::UserPool' },
    Absent: { Type: 'AWS::Cognito::UserPool', Condition: 'IsOn' },
  },
};
const pool: RawValue = { Ref: 'Pool' };
const poolArn: RawValue = { 'Fn::GetAtt': ['Pool', 'Arn'] };

test.each<[string, RawValue, Value]>([
  ['a parameter is its default', { Ref: 'Mode' }, 'OFF'],
  ['a parameter of type Number is text, as on the service', { Ref: 'Hours' }, '8'],
  ['a list parameter is a list of trimmed texts', { Ref: 'Domains' }, ['example.com', 'example.org']],
  ['a pseudo parameter comes from the manifest', { Ref: 'AWS::AccountId' }, '111122223333'],
  ['Join puts the delimiter between the items', { 'Fn::Join': ['-', ['a', 1, true, { Ref: 'Mode' }]] }, 'a-1-true-OFF'],
  ['Join takes a list from a function', { 'Fn::Join': ['|', { Ref: 'Domains' }] }, 'example.com|example.org'],
  ['Join leaves AWS::NoValue out', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::NoValue' }, 'b']] }, 'a-b'],
  ['Join of nothing is the empty text', { 'Fn::Join': ['-', []] }, ''],
  ['Sub puts names in', { 'Fn::Sub': '${Mode} in ${AWS::Region}' }, 'OFF in eu-west-1'],
  ['Sub prefers its own variables', { 'Fn::Sub': ['${Mode} ${A.b}', { Mode: 'ON', 'A.b': 1 }] }, 'ON 1'],
  ['Sub leaves a literal as text', { 'Fn::Sub': '${!Mode} and $ and ${' }, '${Mode} and $ and ${'],
  ['Select counts from 0', { 'Fn::Select': ['1', { Ref: 'Domains' }] }, 'example.org'],
  ['Split cuts at the delimiter', { 'Fn::Split': ['.', 'a.b.c'] }, ['a', 'b', 'c']],
  ['If takes the second value when the condition holds', { 'Fn::If': ['IsOff', 'yes', 'no'] }, 'yes'],
  ['If takes the third value when it does not', { 'Fn::If': ['IsOn', 'yes', 'no'] }, 'no'],
  ['If with an unknown condition and equal values is the value', { 'Fn::If': ['IsUnknown', 'x', 'x'] }, 'x'],
  ['FindInMap looks up text', { 'Fn::FindInMap': ['Plans', { Ref: 'AWS::Region' }, 'Plan'] }, 'PLUS'],
  ['FindInMap looks up a list', { 'Fn::FindInMap': ['Plans', 'eu-west-1', 'Factors'] }, ['TOTP', 'SMS']],
  ['FindInMap falls back', { 'Fn::FindInMap': ['Plans', 'mars', 'Plan', { DefaultValue: { Ref: 'Mode' } }] }, 'OFF'],
  ['Base64 encodes UTF-8', { 'Fn::Base64': { 'Fn::Sub': 'é${Mode}' } }, 'w6lPRkY='],
  ['an object loses members that are AWS::NoValue', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
  ['a list loses items that are AWS::NoValue', [1, { 'Fn::If': ['IsOn', 2, { Ref: 'AWS::NoValue' }] }, 3], [1, 3]],
  [
    'a Condition beside other keys is data, as in a policy',
    { Condition: 'IsOn', Effect: 'Allow' },
    { Condition: 'IsOn', Effect: 'Allow' },
  ],
])('%s', (_rule, raw, expected) => {
  expect(resolvedProperty(raw, sections)).toEqual(expected);
});

const reference = { stack: 'dev/auth', logicalId: 'Pool', attribute: undefined };
const arnReference = { ...reference, attribute: 'Arn' };
const unset = { ...reference, logicalId: 'Unset' };

test.each<[string, RawValue, Token['kind'], RawValue, readonly object[]]>([
  ['Ref of a resource', pool, 'reference', pool, [reference]],
  ['GetAtt as a list', poolArn, 'reference', poolArn, [arnReference]],
  ['GetAtt as text', { 'Fn::GetAtt': 'Pool.Arn' }, 'reference', poolArn, [arnReference]],
  ['a parameter without a value', { Ref: 'Unset' }, 'reference', { Ref: 'Unset' }, [unset]],
  ['Sub of one resource and nothing else is its Ref', { 'Fn::Sub': '${Pool}' }, 'reference', pool, [reference]],
  [
    'a Join with something unknown is one token, with all that is known put together',
    { 'Fn::Join': ['/', ['https:/', { Ref: 'AWS::Region' }, pool, 'a', { Ref: 'Mode' }]] },
    'expression',
    { 'Fn::Join': ['', ['https://eu-west-1/', pool, '/a/OFF']] },
    [reference],
  ],
  [
    'a Sub is the Join that says the same',
    { 'Fn::Sub': ['${Mode}:${Pool.Arn}:${inner}', { inner: { 'Fn::Join': ['', ['<', pool, '>']] } }] },
    'expression',
    { 'Fn::Join': ['', ['OFF:', poolArn, ':<', pool, '>']] },
    [arnReference, reference],
  ],
  [
    'Select from an unknown list',
    { 'Fn::Select': [1, { 'Fn::Split': ['/', poolArn] }] },
    'expression',
    { 'Fn::Select': [1, { 'Fn::Split': ['/', poolArn] }] },
    [arnReference],
  ],
  [
    'an If whose condition is unknown refers to what the condition and both values refer to',
    { 'Fn::If': ['IsUnknown', pool, { Ref: 'AWS::NoValue' }] },
    'expression',
    { 'Fn::If': ['IsUnknown', pool, { Ref: 'AWS::NoValue' }] },
    [unset, reference],
  ],
  [
    'a FindInMap with an unknown key',
    { 'Fn::FindInMap': ['Plans', { Ref: 'Unset' }, 'Plan', { DefaultValue: { Ref: 'Mode' } }] },
    'expression',
    { 'Fn::FindInMap': ['Plans', { Ref: 'Unset' }, 'Plan', { DefaultValue: 'OFF' }] },
    [unset],
  ],
  ['Base64 of something unknown', { 'Fn::Base64': pool }, 'expression', { 'Fn::Base64': pool }, [reference]],
  ['Fn::GetAZs', { 'Fn::GetAZs': { Ref: 'AWS::Region' } }, 'expression', { 'Fn::GetAZs': 'eu-west-1' }, []],
  [
    'an import from elsewhere',
    { 'Fn::ImportValue': { 'Fn::Sub': '${Mode}-id' } },
    'expression',
    { 'Fn::ImportValue': 'OFF-id' },
    [],
  ],
  [
    'a macro among other keys',
    { 'Fn::Transform': { Name: 'AWS::Include' }, a: pool },
    'expression',
    { 'Fn::Transform': { Name: 'AWS::Include' }, a: pool },
    [reference],
  ],
  ['a dynamic reference', '{{resolve:ssm:/pool/plan}}', 'dynamic-reference', '{{resolve:ssm:/pool/plan}}', []],
  [
    'a dynamic reference that Join puts together',
    { 'Fn::Join': ['', ['{{resolve:secretsmanager:', pool, ':SecretString}}']] },
    'dynamic-reference',
    { 'Fn::Join': ['', ['{{resolve:secretsmanager:', pool, ':SecretString}}']] },
    [reference],
  ],
])('%s stays a token', (_rule, raw, kind, expression, references) => {
  const value = resolvedProperty(raw, sections);
  expect(value).toBeInstanceOf(Token);
  expect(value).toMatchObject({ kind, expression, references });
});

test.each<[string, RawValue, RegExp]>([
  ['Ref of nothing declared', { Ref: 'Nobody' }, /no resource or parameter Nobody/],
  ['Ref of a name that only JavaScript knows', { Ref: 'constructor' }, /no resource or parameter constructor/],
  ['Ref of a number', { Ref: 1 }, /takes the name/],
  ['Ref of a resource whose condition is false', { Ref: 'Absent' }, /condition of Absent is false/],
  ['GetAtt without an attribute', { 'Fn::GetAtt': 'Pool' }, /takes a logical id and an attribute/],
  ['Join with an object in it', { 'Fn::Join': ['', ['a', {}]] }, /item 1 is not a text/],
  ['Join without a list', { 'Fn::Join': ['', 'a'] }, /takes a list/],
  ['Sub of an unknown name', { 'Fn::Sub': '${Nobody}' }, /no resource or parameter Nobody/],
  ['Sub of a list', { 'Fn::Sub': 'a ${Domains}' }, /\$\{Domains\} is not a text/],
  ['Sub of no name', { 'Fn::Sub': '${a b}' }, /\$\{a b\} is not a text/],
  ['Select beyond the end', { 'Fn::Select': [2, { Ref: 'Domains' }] }, /no item 2 in a list of 2/],
  ['Select with a negative index', { 'Fn::Select': [-1, ['a']] }, /no item -1/],
  ['Split at nothing', { 'Fn::Split': ['', 'a'] }, /takes a delimiter/],
  ['If with an unknown condition name', { 'Fn::If': ['Nobody', 1, 2] }, /no condition Nobody/],
  ['If with an unknown condition name and equal values', { 'Fn::If': ['Nobody', 1, 1] }, /no condition Nobody/],
  ['If with two arguments', { 'Fn::If': ['IsOn', 1] }, /takes a condition name and two values/],
  ['FindInMap of a missing key', { 'Fn::FindInMap': ['Plans', 'mars', 'Plan'] }, /no Plans\.mars\.Plan/],
  ['FindInMap of a mapping with a function in it', { 'Fn::FindInMap': ['Plans', 'broken', 'Plan'] }, /neither a text/],
  ['a condition function as a property', { 'Fn::Equals': [1, 1] }, /outside of Conditions/],
  ['a function beside other keys', { 'Fn::Join': ['', []], a: 1 }, /beside other keys/],
  ['a Join of something invalid', { 'Fn::Join': ['', ['a', { Ref: 'Nobody' }]] }, /Nobody/],
])('%s is an invalid token that says why', (_rule, raw, reason) => {
  const value = resolvedProperty(raw, sections);
  expect(value).toMatchObject({ kind: 'invalid' });
  expect(value instanceof Token && value.reason).toMatch(reason);
});

test('what the caller knows of a resource takes the place of its token', () => {
  const valueFor = ({
    logicalId,
    attribute,
  }: {
    logicalId: string;
    attribute: string | undefined;
  }): Value | undefined => (logicalId === 'Pool' && attribute === undefined ? 'local_pool' : undefined);
  const resolve = (raw: RawValue): Value | undefined => resolvedProperty(raw, sections, { valueFor });
  expect(resolve({ 'Fn::Sub': 'issuer/${Pool}' })).toBe('issuer/local_pool');
  expect(resolve(poolArn)).toBeInstanceOf(Token);
});

test('only a token that is exactly one Ref or GetAtt is the reference to an attribute', () => {
  expect(attributeReference(resolvedProperty(poolArn, sections))).toEqual(arnReference);
  expect(attributeReference(resolvedProperty({ 'Fn::Sub': 'a${Pool}' }, sections))).toBeUndefined();
  expect(attributeReference('Pool')).toBeUndefined();
});

test('a token describes itself as compact JSON', () => {
  const token = resolvedProperty(poolArn, sections);
  expect(token instanceof Token && token.describe()).toBe('{"Fn::GetAtt":["Pool","Arn"]}');
});
