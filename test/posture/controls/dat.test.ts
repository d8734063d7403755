import type { RawObject, RawValue } from '../../../lib/template/value';
import { deletionProtection } from '../../../lib/posture/controls/dat-01-deletion-protection';
import { retention } from '../../../lib/posture/controls/dat-02-retention';
import { terminationProtection } from '../../../lib/posture/controls/dat-03-termination-protection';
import { immutableSettings } from '../../../lib/posture/controls/dat-04-immutable-settings';
import { tags } from '../../../lib/posture/controls/dat-05-tags';
import { subjectOf } from '../../../lib/posture/subject';
import { resolveStage } from '../../../lib/template/resolve';
import { stackArtifact } from '../../template/stack-artifact';
import { strict } from '../subject-from';
import { elsewhere, testControl, userPool } from '../test-control';

const sandbox = { class: 'sandbox' } as const;
const undeclared = { class: undefined };

testControl(deletionProtection, [
  ['ACTIVE passes', userPool({ DeletionProtection: 'ACTIVE' }), ['pass']],
  ['INACTIVE fails', userPool({ DeletionProtection: 'INACTIVE' }), ['fail']],
  ['what is not written is INACTIVE', userPool(), ['fail']],
  ['before production it is wanted too', userPool(), ['fail'], { class: 'pre-production' }],
  ['in a sandbox it is not', userPool(), ['not-applicable'], sandbox],
  ['of an unknown class it is unknown', userPool(), ['unknown'], undeclared],
  ['a value from elsewhere is unknown', userPool({ DeletionProtection: elsewhere }), ['unknown']],
]);

const kept = (type: string, DeletionPolicy: RawValue, more: RawObject = {}, id = 'Pool'): RawObject => ({
  [id]: { Type: type, DeletionPolicy, UpdateReplacePolicy: 'Retain', Properties: {}, ...more },
});
const pool = 'AWS::Cognito::UserPool';
const withKey = kept(pool, 'Retain', {
  Properties: { KeyConfiguration: { KmsKeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
});

testControl(retention, [
  ['what is kept passes', kept(pool, 'Retain'), ['pass', 'pass']],
  ['a creation that failed may be removed', kept(pool, 'RetainExceptOnCreate'), ['pass', 'pass']],
  ['Delete fails', kept(pool, 'Delete'), ['fail', 'pass']],
  ['what is not written is Delete', userPool(), ['fail', 'fail']],
  ['in a sandbox nothing is kept', userPool(), ['not-applicable', 'not-applicable'], sandbox],
  ['identity pools are kept too', kept('AWS::Cognito::IdentityPool', 'Delete'), ['fail', 'pass']],
  [
    'so is the key of the pool',
    { ...withKey, ...kept('AWS::KMS::Key', 'Delete', {}, 'Key') },
    ['pass', 'pass', 'fail', 'pass'],
  ],
  [
    'other keys are not meant',
    { ...kept(pool, 'Retain'), ...kept('AWS::KMS::Key', 'Delete', {}, 'Key') },
    ['pass', 'pass'],
  ],
  ['of an unknown class it is unknown', kept(pool, 'Delete'), ['unknown', 'pass'], undeclared],
  ['without pools there is nothing to keep', {}, []],
]);

testControl(terminationProtection, [
  ['a stack without it fails', userPool(), ['fail']],
  ['in a sandbox it is not wanted', userPool(), ['not-applicable'], sandbox],
  ['of an unknown class it is unknown', userPool(), ['unknown'], undeclared],
  ['a stack without users needs none', { Topic: { Type: 'AWS::SNS::Topic', Properties: {} } }, []],
]);

test('CGN-DAT-03 passes where the stack has it', () => {
  const stack = stackArtifact({ Resources: userPool() }, { terminationProtection: true });
  const subject = subjectOf('test', strict, resolveStage([stack]));
  expect(terminationProtection.check(subject)).toMatchObject([{ verdict: 'pass', property: 'terminationProtection' }]);
});

testControl(immutableSettings, [
  ['one template shows no change', userPool({ UsernameAttributes: ['email'] }), ['not-applicable']],
  ['nor does one that says nothing', userPool(), ['not-applicable']],
  ['without a pool there is nothing to change', {}, []],
]);

const tagged = (UserPoolTags: RawValue): RawObject => userPool({ UserPoolTags });

testControl(tags, [
  [
    'owner, environment and class of data pass',
    tagged({ owner: 'team', environment: 'prod', 'data-class': 'personal' }),
    ['pass'],
  ],
  ['env is short for environment', tagged({ owner: 'team', env: 'prod', 'data-class': 'personal' }), ['pass']],
  ['without an owner nobody can be asked', tagged({ env: 'prod', 'data-class': 'personal' }), ['fail']],
  ['an empty tag says nothing', tagged({ owner: '', env: 'prod', 'data-class': 'personal' }), ['fail']],
  ['nothing written is no tag', userPool(), ['fail']],
  ['a tag from elsewhere is unknown', tagged({ owner: elsewhere, env: 'prod', 'data-class': 'personal' }), ['unknown']],
  ['tags from elsewhere are unknown', tagged(elsewhere), ['unknown']],
]);
