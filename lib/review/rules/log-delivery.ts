import type { PropertyRule, Ruling } from './rule';

const uncertain = (effect: string): readonly Ruling[] => [{ verdict: 'effect-uncertain', effect }];

export const logDelivery: PropertyRule = {
  kind: 'property',
  id: 'log-delivery',
  what: 'What is not delivered is not there when it is asked for.',
  source: 'LogConfigurationType',
  types: ['AWS::Cognito::LogDeliveryConfiguration'],
  properties: ['LogConfigurations', 'LogConfigurations.'],
  judge: ({ from, to }) => {
    if (to.value === undefined) return [{ verdict: 'weakens', effect: 'These events are not logged any more.' }];
    if (from.value === undefined) return [{ verdict: 'strengthens', effect: 'These events are logged from now on.' }];
    return uncertain('Events go to another place, or others of them; who reads them there no template shows.');
  },
};
