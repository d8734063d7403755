import { recipes } from './recipes';
import type { PropertyRule } from './rule';

/** What was measured or reported about a line that is taken out of a template, by the start of its path. */
const known: readonly (readonly [start: string, says: string, source: string])[] = [
  ['AutoVerifiedAttributes', 'The service resets it to none when an update leaves it out.', 'cdkd; serverless#6499'],
  ['MfaConfiguration', 'The old value was measured to stay: MFA ON stayed ON.', 'cdkd, cdk-real-drift'],
  [
    'EnabledMfas',
    'It can only be written and is never read back, so not even drift detection shows what is live.',
    'CloudFormation schema',
  ],
  ['Policies.PasswordPolicy', 'The old policy was measured to stay.', 'cdkd#1968, #1979, PR 2420'],
  ['Policies.SignInPolicy', 'The old policy was measured to stay.', 'cdkd#1968, #1979, PR 2420'],
  ['DeletionProtection', 'The old value was measured to stay: taking ACTIVE out left it ACTIVE.', 'cdk-real-drift#630'],
  ['UserPoolTier', 'The old value is assumed to stay.', 'cdk-real-drift#702'],
  ['EmailConfiguration', 'The old value is assumed to stay.', 'cdk-real-drift#702'],
  ['AccountRecoverySetting', 'The old value is assumed to stay.', 'cdk-real-drift#702'],
  ['VerificationMessageTemplate', 'The old value is assumed to stay.', 'cdk-real-drift#702'],
  ['KeyConfiguration', 'The old value is assumed to stay.', 'cdk-real-drift#702'],
  ['IssuerConfiguration', 'The old value is assumed to stay.', 'cdk-real-drift#702'],
  ['WebAuthnFactorConfiguration', 'The old value is assumed to stay.', 'cdk-real-drift#702'],
  [
    'DeviceConfiguration',
    'A partial call of the API resets it; what CloudFormation does is not known.',
    'aws-cdk#33282',
  ],
  [
    'LambdaConfig',
    'An empty one removes all triggers; reports about a missing one go both ways.',
    'developer guide; terraform-provider-aws#20949, #29048, #45529',
  ],
  ['UserPoolTags', 'One old report says that it is reset, newer measurements contradict it in part.', 'aws-cli#3302'],
  ['RefreshTokenValidity', 'The old value was measured to stay.', 'cdk-real-drift#1613, #1689'],
  ['EnableTokenRevocation', 'The old value was measured to stay.', 'cdk-real-drift#1613, #1689'],
  ['AuthSessionValidity', 'The old value was measured to stay.', 'cdk-real-drift#1613, #1689'],
  ['RefreshTokenRotation', 'Others have to write DISABLED out to switch it off.', 'terraform-provider-aws PR 47374'],
  ['Scopes', 'The API takes what is left out for its default.', 'UpdateResourceServer'],
  ['Settings', 'The API keeps what is not sent.', 'UpdateManagedLoginBranding'],
  ['Assets', 'The API keeps what is not sent.', 'UpdateManagedLoginBranding'],
];

/** Whatever a template no longer says: for which properties what is known says this table. */
export const propertyRemoved: PropertyRule = {
  kind: 'property',
  id: 'property-removed',
  what: 'A property that is taken out of a template is not back at its default: the old value may stay live.',
  source: 'go-to-k/cdkd and go-to-k/cdk-real-drift, measured; UpdateUserPool, UpdateUserPoolClient',
  types: [],
  properties: [],
  judge: ({ property }) => {
    const [, says, source] = known.find(([start]) => isAtOrBelow(property, start)) ?? [
      '',
      'The API takes what is left out for its default; what CloudFormation makes of it was not measured.',
      'roadmap#676',
    ];
    const effect = `The template no longer sets ${property}. ${says.slice(0, -1)} (${source}).`;
    return [{ verdict: 'effect-uncertain', effect, instead: recipes.writeOut }];
  },
};

function isAtOrBelow(property: string, start: string): boolean {
  return property === start || property.startsWith(`${start}.`);
}
