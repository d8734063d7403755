import type { Control } from '../control';
import { isProduction } from '../intent';
import { conclude, effective } from '../look';
import { read, textIn } from '../reading';
import { given, says } from '../truth';

const type = 'AWS::Cognito::UserPool';
const account = 'EmailConfiguration.EmailSendingAccount';
const identity = 'EmailConfiguration.SourceArn';

export const emailSender: Control = {
  id: 'CGN-ACC-08',
  what: 'In production e-mail is sent through Amazon SES, from an identity that the template names.',
  why: 'The built-in sender stops after 50 messages a day: then no code and no warning reaches anybody.',
  sources: [
    { source: 'OWASP ASVS 5.0', id: '6.3.7' },
    { source: 'AWS API reference', id: 'EmailConfigurationType' },
    { source: 'AWS developer guide', id: 'user-pool-email' },
  ],
  severity: { sandbox: 'informational', 'pre-production': 'informational', production: 'low' },
  field: 'emailSender.kind',
  check: ({ pools, intent }) => {
    const counts = isProduction(intent);
    if (counts === false) return [];
    return pools.flatMap(({ pool }) => {
      const [sender, source] = [read(pool.resource, account), read(pool.resource, identity)];
      const isDeveloper = says(sender, 'DEVELOPER');
      const bySes = conclude(pool, account, sender, 'DEVELOPER', given(counts, isDeveloper, true));
      if (isDeveloper === false) return [bySes];
      const isNamed = source.kind === 'unknown' ? undefined : textIn(source) !== undefined;
      return [bySes, conclude(pool, identity, source, 'the ARN of an SES identity', given(counts, isNamed, true))];
    });
  },
  orders: [
    {
      type,
      property: account,
      measure: effective(account, 'COGNITO_DEFAULT'),
      scale: { kind: 'levels', weakToStrong: ['COGNITO_DEFAULT', 'DEVELOPER'] },
    },
  ],
};
