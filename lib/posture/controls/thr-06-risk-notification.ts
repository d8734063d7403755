import type { Control } from '../control';
import { effective, judge, look } from '../look';
import { booleanIn } from '../reading';
import { riskFindings, riskType } from '../threat-protection';
import { readingOf, valueAt } from '../value-at';
import { writtenText } from '../written-text';

const notify = (risk: string): string => `AccountTakeoverRiskConfiguration.Actions.${risk}Action.Notify`;
const sender = 'AccountTakeoverRiskConfiguration.NotifyConfiguration.SourceArn';
const risks = ['Medium', 'High'];

export const riskNotification: Control = {
  id: 'CGN-THR-06',
  what: 'Users are told by e-mail, from an identity of Amazon SES, of sign-ins of medium and high risk.',
  why: 'A user who is never told does not know that somebody else tries, or has got in.',
  sources: [
    { source: 'OWASP ASVS 5.0', id: '6.3.5' },
    { source: 'OWASP ASVS 5.0', id: '6.3.7' },
  ],
  severity: { sandbox: 'informational', 'pre-production': 'informational', production: 'low' },
  field: 'threatProtection.riskConfiguration.accountTakeover.notification',
  check: (subject) =>
    subject.pools.flatMap((view) =>
      riskFindings(view, 'one that tells users of risky sign-ins', (at) => {
        const source = valueAt(at.resource, sender);
        const text = writtenText(source, subject);
        return [
          ...risks.map((risk) =>
            look(at, notify(risk), { wanted: 'true', passes: (reading) => booleanIn(reading) === true }),
          ),
          judge(at, sender, text === undefined ? readingOf(source) : { kind: 'known', value: text }, {
            wanted: 'the ARN of an identity of Amazon SES',
            passes: () => text !== undefined && /:ses:.*:identity\/|^\$\{/.test(text),
          }),
        ];
      }),
    ),
  orders: risks.map((risk) => ({
    type: riskType,
    property: notify(risk),
    measure: effective(notify(risk), false),
    scale: { kind: 'levels', weakToStrong: [false, true] },
  })),
};
