import { settingOf } from '../effective/effective';
import type { CombinationRule, PropertyRule, Ruling } from './rule';
import { changed, elementsOf } from './values';

const types = ['AWS::Cognito::UserPoolClient'];
const refresh = 'ALLOW_REFRESH_TOKEN_AUTH';
const usual = ['ALLOW_CUSTOM_AUTH', refresh, 'ALLOW_USER_SRP_AUTH'];

export const authFlows: PropertyRule = {
  kind: 'property',
  id: 'auth-flows',
  what: 'An application whose flow is removed cannot sign anybody in; one more flow is one more way in.',
  source:
    'AWS API reference InitiateAuth, and CreateUserPoolClient: ExplicitAuthFlows; aws-cdk#7625 ("REFRESH_TOKEN_AUTH should always be allowed")',
  types,
  properties: ['ExplicitAuthFlows'],
  judge: ({ after, from, to }) => {
    const { lost, gained } = changed(from, to, usual);
    const rotates = settingOf(after.resource, 'RefreshTokenRotation.Feature') === 'ENABLED';
    const rulings: Ruling[] = [];
    const others = lost.filter((flow) => flow !== refresh);
    if (others.length > 0) {
      const effect = `Applications that use ${others.join(', ')} are refused at once ("not enabled for this client").`;
      rulings.push({
        verdict: 'breaks-clients',
        effect,
        instead: ['First move the applications to another flow, then remove the old one.'],
      });
    }
    if (lost.includes(refresh) && !rotates) {
      const instead = [`Keep ${refresh}, or switch RefreshTokenRotation on in the same change.`];
      rulings.push(
        {
          verdict: 'refused-at-deploy',
          effect: `The service has refused a client without ${refresh}; it may do so still.`,
          instead,
        },
        { verdict: 'signs-users-out', effect: 'If it is taken, sessions end when their access tokens do.', instead },
      );
    }
    if (lost.includes(refresh) && rotates) rulings.push({ verdict: 'neutral', effect: 'Rotation takes its place.' });
    const passwords = gained.filter((flow) => /^(ALLOW_(ADMIN_)?|)USER_PASSWORD_AUTH$/.test(flow));
    if (passwords.length > 0)
      rulings.push({
        verdict: 'weakens',
        effect: `With ${passwords.join(', ')} applications send the password itself: whoever runs them, or reads what they log, can have it.`,
        instead: ['Use ALLOW_USER_SRP_AUTH: the password does not leave the application that asks for it.'],
      });
    if (rulings.length === 0 && gained.length > 0) {
      rulings.push({ verdict: 'neutral', effect: `Applications may use ${gained.join(', ')} as well.` });
    }
    return rulings;
  },
};

export const mixedAuthFlows: CombinationRule = {
  kind: 'combination',
  id: 'auth-flows-mixed',
  what: 'Flows of the old names do not go together with those that begin with ALLOW_.',
  source: 'CreateUserPoolClient',
  types,
  properties: ['ExplicitAuthFlows'],
  judge: ({ resource }) => {
    const flows = elementsOf(settingOf(resource, 'ExplicitAuthFlows')) ?? [];
    const isMixed =
      flows.some((flow) => flow.startsWith('ALLOW_')) &&
      flows.some((flow) => /^[A-Z]/.test(flow) && !flow.startsWith('ALLOW_'));
    const effect = 'The service refuses the mixture and the stack rolls back.';
    return isMixed
      ? [{ verdict: 'refused-at-deploy', effect, instead: ['Write the flows that begin with ALLOW_ only.'] }]
      : [];
  },
};
