import type { Control } from '../control';
import { conclude, effective } from '../look';
import { booleanIn, read } from '../reading';
import { all, any, holds, type Truth } from '../truth';
import { pathOf } from '../value-at';
import { compromisedCredentials } from './thr-04-compromised-credentials';
import { webAclBeforePool } from './waf-01-web-acl';

const property = 'AdminCreateUserConfig.AllowAdminCreateUserOnly';

export const selfSignUp: Control = {
  id: 'CGN-ACC-01',
  what: 'Only administrators create users, unless the user pool is declared to be open; then CGN-WAF-01 and CGN-THR-04 are met.',
  why: 'Otherwise anybody on the internet, and any script, makes accounts.',
  sources: [
    { source: 'AWS developer guide', id: 'user-pool-security-best-practices' },
    { source: 'Prowler', id: 'cognito_user_pool_self_registration_disabled' },
  ],
  conflict: 'Prowler fails every pool with self-registration; the guide takes it where it is meant and protected.',
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  field: 'selfSignUp.allowed',
  check: (subject) =>
    subject.pools.map((view) => {
      const written = read(view.pool.resource, property);
      const isClosed: Truth = written.kind === 'absent' ? false : booleanIn(written);
      const alone = { ...subject, pools: [view] };
      const isProtected = holds([webAclBeforePool, compromisedCredentials].flatMap(({ check }) => check(alone)));
      const isMeant = subject.intent.publicSignUp.get(pathOf(view.pool));
      const wanted = 'true, or an open pool that is declared, with CGN-WAF-01 and CGN-THR-04 met';
      return conclude(view.pool, property, written, wanted, any([isClosed, all([isMeant, isProtected])]));
    }),
  orders: [
    {
      type: 'AWS::Cognito::UserPool',
      property,
      measure: effective(property, false),
      scale: { kind: 'levels', weakToStrong: [false, true] },
    },
  ],
};
