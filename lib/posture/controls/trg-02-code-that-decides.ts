import { attributeReference, expressionOf, Token } from '../../template/value';
import type { Control, Finding } from '../control';
import type { Order } from '../order';
import { shown } from '../reading';
import type { Located } from '../subject';
import { triggersOf } from '../triggers';
import { pathOf, readingOf, resourcesIn, valueAt } from '../value-at';

/** Triggers that let somebody in, keep somebody out, or write what is in tokens. */
const deciding = [
  'PreSignUp',
  'PostConfirmation',
  'PreAuthentication',
  'PreTokenGeneration',
  'PreTokenGenerationConfig.LambdaArn',
  'InboundFederation.LambdaArn',
].map((name) => `LambdaConfig.${name}`);

export const codeThatDecides: Control = {
  id: 'CGN-TRG-02',
  what: 'Triggers that decide who gets in, and what is in tokens, are read by somebody whenever they change.',
  why: 'A function can confirm whoever signs up or give out any claim; without it a gate is gone.',
  sources: [
    { source: 'OWASP ASVS 5.0', id: '6.3.4' },
    { source: 'AWS developer guide', id: 'cognito-user-identity-pools-working-with-aws-lambda-triggers' },
  ],
  severity: { sandbox: 'informational', 'pre-production': 'low', production: 'medium' },
  field: 'triggers',
  check: (subject) =>
    subject.pools.flatMap(({ pool }) =>
      triggersOf(pool)
        .filter(({ property }) => deciding.includes(property) || property === 'LambdaConfig')
        .map(({ property, arn }): Finding => {
          const isUnknown = arn instanceof Token && attributeReference(arn) === undefined;
          const [named] = resourcesIn(arn, subject);
          return {
            verdict: isUnknown ? 'unknown' : 'manual',
            at: pool,
            property,
            found: named === undefined ? shown(readingOf(arn)) : pathOf(named),
            wanted: 'somebody has read the code that runs there; the review shows every change of it',
          };
        }),
    ),
  orders: deciding.map((property) => ({
    type: 'AWS::Cognito::UserPool',
    property,
    measure: written(property),
    // Neither having the function nor another one is stronger or weaker by itself: every change needs a reviewer.
    scale: { kind: 'levels', weakToStrong: [] },
  })),
};

/** What names the function, as it is written: equal ones are the same function. */
function written(property: string): Order['measure'] {
  return ({ resource }: Located) => {
    const arn = valueAt(resource, property);
    return arn === undefined ? { kind: 'absent' } : { kind: 'known', value: JSON.stringify(expressionOf(arn)) };
  };
}
