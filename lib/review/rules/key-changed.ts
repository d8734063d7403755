import type { PropertyRule } from './rule';

export const keyConfiguration: PropertyRule = {
  kind: 'property',
  id: 'encryption-key-changed',
  what: 'With a key of its own, what is in a pool can be read only as long as the service may use the key.',
  source: 'KeyConfigurationType',
  types: ['AWS::Cognito::UserPool'],
  properties: ['KeyConfiguration', 'KeyConfiguration.'],
  judge: () => [
    {
      verdict: 'effect-uncertain',
      effect:
        'How the service treats what is encrypted under the old key is not documented; replicas need a key of several Regions, and the key policy has to let the service in.',
      instead: ['Keep the old key enabled.'],
    },
  ],
};
