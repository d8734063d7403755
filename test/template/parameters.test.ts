import { resolveStack } from '../../lib/template/resolve';
import { TemplateError } from '../../lib/template/template-error';
import type { RawValue } from '../../lib/template/value';
import { resolvedProperty, stackArtifact } from './stack-artifact';

const parameters = {
  Parameters: { Mode: { Type: 'String', Default: 'OFF' }, Factors: { Type: 'List<Number>', Default: '1, 2' } },
};

test('a given value wins over the manifest, and the manifest over the default', () => {
  const mode = { Ref: 'Mode' };
  const manifest = { parameters: { Mode: 'OPTIONAL' } };
  expect(resolvedProperty(mode, parameters)).toBe('OFF');
  expect(resolvedProperty(mode, parameters, {}, manifest)).toBe('OPTIONAL');
  expect(resolvedProperty(mode, parameters, { parameters: { Mode: 'ON' } }, manifest)).toBe('ON');
});

test('a given value of a list type is split at its commas', () => {
  const options = { parameters: { Factors: '3, 4' } };
  expect(resolvedProperty({ Ref: 'Factors' }, parameters, options)).toEqual(['3', '4']);
});

test('a given value that is a dynamic reference stays opaque', () => {
  const options = { parameters: { Mode: '{{resolve:ssm:/mode}}' } };
  expect(resolvedProperty({ Ref: 'Mode' }, parameters, options)).toMatchObject({ kind: 'dynamic-reference' });
});

test('a parameter that the service reads from Parameter Store is a token, though it has a default', () => {
  const ssm = { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/mode' };
  expect(resolvedProperty({ Ref: 'Mode' }, { Parameters: { Mode: ssm } })).toMatchObject({
    kind: 'reference',
    reason: 'parameter Mode is read from Parameter Store at deployment',
  });
});

test.each<[string, RawValue]>([
  ['no type', { Default: 'OFF' }],
  ['an object as default', { Type: 'String', Default: {} }],
  ['a list as default', { Type: 'CommaDelimitedList', Default: ['a'] }],
  ['no declaration', 'OFF'],
])('a parameter with %s is an invalid token', (_rule, declaration) => {
  expect(resolvedProperty({ Ref: 'Mode' }, { Parameters: { Mode: declaration } })).toMatchObject({ kind: 'invalid' });
});

test('a given parameter that no template declares is refused, with those that could be meant', () => {
  const resolve = (): unknown =>
    resolveStack(stackArtifact({ ...parameters, Resources: {} }), { parameters: { Mod: 'ON' } });
  expect(resolve).toThrow(TemplateError);
  expect(resolve).toThrow(/dev\/auth\n.*got: +Mod\n.*expected: one of Mode, Factors/);
});
