import { userMigration } from '../../../lib/posture/controls/trg-01-user-migration';
import { codeThatDecides } from '../../../lib/posture/controls/trg-02-code-that-decides';
import { elsewhere, testControl, userPool } from '../test-control';

const fn = { Function: { Type: 'AWS::Lambda::Function', Properties: {} } };
const arn = { 'Fn::GetAtt': ['Function', 'Arn'] };
const perhaps = { 'Fn::If': ['Unknown', arn, { Ref: 'AWS::NoValue' }] };

testControl(userMigration, [
  ['no trigger sees passwords', userPool({ LambdaConfig: {} }), ['pass']],
  ['nothing written is no trigger', userPool(), ['pass']],
  [
    'in production a trigger sees passwords',
    { ...userPool({ LambdaConfig: { UserMigration: arn } }), ...fn },
    ['fail'],
  ],
  ['wherever its function is', userPool({ LambdaConfig: { UserMigration: elsewhere } }), ['fail']],
  [
    'outside of production it may',
    userPool({ LambdaConfig: { UserMigration: elsewhere } }),
    ['not-applicable'],
    { class: 'pre-production' },
  ],
  ['triggers from elsewhere are unknown', userPool({ LambdaConfig: elsewhere }), ['unknown']],
  [
    'a trigger by a condition is unknown',
    { ...userPool({ LambdaConfig: { UserMigration: perhaps } }), ...fn },
    ['unknown'],
  ],
]);

testControl(codeThatDecides, [
  [
    'what code decides is for somebody to read',
    {
      ...userPool({
        LambdaConfig: { PreSignUp: arn, PreTokenGenerationConfig: { LambdaArn: arn, LambdaVersion: 'V2_0' } },
      }),
      ...fn,
    },
    ['manual', 'manual'],
  ],
  [
    'a function by its ARN too',
    userPool({ LambdaConfig: { PreAuthentication: 'arn:aws:lambda:eu-west-1:111122223333:function:f' } }),
    ['manual'],
  ],
  ['a function from elsewhere is unknown', userPool({ LambdaConfig: { PostConfirmation: elsewhere } }), ['unknown']],
  ['triggers from elsewhere are unknown', userPool({ LambdaConfig: elsewhere }), ['unknown']],
  ['a message decides nothing', { ...userPool({ LambdaConfig: { CustomMessage: arn } }), ...fn }, []],
  ['without triggers there is nothing to read', userPool(), []],
]);
