import type { Control } from '../control';
import { effective, look } from '../look';
import { textIn } from '../reading';

const property = 'UserPoolTier';

export const featurePlan: Control = {
  id: 'CGN-THR-01',
  what: 'The user pool has the feature plan PLUS, without which there is no threat protection.',
  why: 'Without it nobody looks at the risk of a sign-in, and passwords from leaks are taken.',
  sources: [
    { source: 'cdk-nag', id: 'AwsSolutions-COG8' },
    { source: 'AWS API reference', id: 'UserPoolType.UserPoolTier' },
  ],
  severity: { sandbox: 'informational', 'pre-production': 'low', production: 'medium' },
  field: 'featurePlan',
  check: ({ pools }) =>
    pools.map(({ pool }) =>
      look(pool, property, { wanted: '"PLUS"', passes: (reading) => textIn(reading) === 'PLUS' }),
    ),
  orders: [
    {
      type: 'AWS::Cognito::UserPool',
      property,
      measure: effective(property, 'ESSENTIALS'),
      scale: { kind: 'levels', weakToStrong: ['LITE', 'ESSENTIALS', 'PLUS'] },
    },
  ],
};
