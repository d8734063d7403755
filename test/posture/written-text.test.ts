import { writtenText } from '../../lib/posture/written-text';
import type { RawValue } from '../../lib/template/value';
import { subjectFrom } from './subject-from';

const texts: readonly (readonly [string, RawValue, string | undefined])[] = [
  ['a literal', 'arn:aws:s3:::bucket/*', 'arn:aws:s3:::bucket/*'],
  ['a resource', { 'Fn::GetAtt': ['Pool', 'Arn'] }, '${Pool.Arn}'],
  ['a resource within a text', { 'Fn::Sub': '${Pool.Arn}/*' }, '${Pool.Arn}/*'],
  ['what the stack knows', { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' }, 'arn:aws:iam::111122223333:root'],
  ['what the service alone knows', { 'Fn::Sub': '${AWS::StackId}/*' }, '${AWS::StackId}/*'],
  ['an import', { 'Fn::ImportValue': 'elsewhere' }, undefined],
  ['an import within a text', { 'Fn::Join': ['', ['a', { 'Fn::ImportValue': 'elsewhere' }]] }, undefined],
  ['a dynamic reference', '{{resolve:secretsmanager:a}}', undefined],
  ['a resource that is not there', { Ref: 'Nothing' }, undefined],
  ['a number', 5, undefined],
];

test.each(texts)('%s, as far as the template shows it', (_, value, expected) => {
  const subject = subjectFrom({
    Pool: { Type: 'AWS::Cognito::UserPool', Properties: {} },
    Probe: { Type: 'Test::Probe', Properties: { Value: value } },
  });
  const [probe] = subject.ofType('Test::Probe');
  expect(writtenText(probe?.resource.properties['Value'], subject)).toBe(expected);
});
