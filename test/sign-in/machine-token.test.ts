import { cleanUp } from '../../lib/sign-in/journey';
import { machineToMachine } from '../../lib/sign-in/journeys/machine-to-machine';
import { runJourney } from '../../lib/sign-in/run-journey';
import { systemSurroundings, type FormAnswer, type SentForm } from '../../lib/sign-in/surroundings';
import type { Target } from '../../lib/sign-in/target';
import { exampleClient, exampleFacts, examplePool } from './example-pool';
import { keySet, sign } from './scripted-tokens';

const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_example';
const endpoint = 'https://example.auth.eu-west-1.amazoncognito.com/oauth2/token';
const [id, secret] = ['7example26lowercasealphanum', 'a-client-secret-that-nobody-may-see'];
const right = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;

type Answer = (form: SentForm) => FormAnswer;

const token = (changes: Readonly<Record<string, unknown>> = {}): string => {
  const iat = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, sub: id, client_id: id, token_use: 'access', scope: 'orders/write orders/read' };
  return sign({ ...claims, iat, exp: iat + exampleClient.accessTokenSeconds, ...changes });
};
const granted = (changes: object = {}): FormAnswer => ({
  status: 200,
  body: { access_token: token(), token_type: 'Bearer', expires_in: 3600, ...changes },
});
const refused = (error: string): FormAnswer => ({ status: 400, body: { error } });

/** A token endpoint as it should be. */
const honest: Answer = ({ headers, fields }) => {
  if (headers['Authorization'] !== right) return refused('invalid_client');
  return fields['scope'] === 'orders/read orders/write' ? granted() : refused('invalid_scope');
};

async function rehearse(answer: Answer) {
  const target: Target = {
    cognito: { send: () => Promise.reject(new Error('a machine calls no operation')) },
    userPoolId: 'eu-west-1_example',
    issuer,
    pool: { ...examplePool, domain: true },
    client: {
      ...exampleClient,
      flow: 'client_credentials',
      id,
      secret,
      oauthFlows: ['client_credentials'],
      oauthScopes: ['orders/read', 'orders/write'],
    },
    otherClients: [],
    inbox: undefined,
    clockOffset: () => undefined,
  };
  const sent: SentForm[] = [];
  const report = await runJourney({
    steps: machineToMachine.steps(exampleFacts),
    cleanUp,
    target,
    surroundings: {
      ...systemSurroundings,
      fetchJson: async (url) => (url.endsWith('jwks.json') ? keySet : { token_endpoint: endpoint }),
      async postForm(form) {
        sent.push(form);
        return answer(form);
      },
    },
    observer: { note: () => undefined, ended: () => undefined, interrupted: () => undefined },
    signal: new AbortController().signal,
  });
  const [failed] = report.steps.filter(({ outcome }) => outcome.result === 'failed');
  return { report, sent, failed };
}

test('J16 asks the endpoint of the discovery document, and makes no user', async () => {
  const { report, sent } = await rehearse(honest);
  expect(report).toMatchObject({ passed: true, leftBehind: [] });
  expect(sent.map(({ url, fields }) => [url, fields['grant_type'], fields['scope']])).toEqual([
    [endpoint, 'client_credentials', 'orders/read orders/write'],
    [endpoint, 'client_credentials', 'openid'],
    [endpoint, 'client_credentials', 'aws.cognito.signin.user.admin'],
    [endpoint, 'client_credentials', 'orders/read orders/write'],
  ]);
  expect(sent.map(({ headers }) => headers['Authorization'] === right)).toEqual([true, true, true, false]);
});

const first = 'Ask for a token as a machine';
const second = 'Ask for a scope about users';
const third = 'Ask with a wrong secret';
const withToken =
  (changes: object): Answer =>
  () =>
    granted({ access_token: token({ ...changes }) });

describe('J16 finds out a pool', () => {
  test.each<[string, string, RegExp, Answer]>([
    ['whose token names a user', first, /username is "ada"; expected absent/, withToken({ username: 'ada' })],
    ['whose token speaks for somebody else', first, /sub is "ada"/, withToken({ sub: 'ada' })],
    ['whose token is of another client', first, /client_id is "other"/, withToken({ client_id: 'other' })],
    ['whose token lacks a scope', first, /scope is \["orders\/read"\]/, withToken({ scope: 'orders/read' })],
    ['whose token is none for access', first, /token_use is "id"/, withToken({ token_use: 'id' })],
    ['whose token is of another issuer', first, /issuer/i, withToken({ iss: 'https://example.com' })],
    ['whose token lives longer', first, /exp - iat/, withToken({ exp: Math.floor(Date.now() / 1000) + 86_400 })],
    ['that gives a machine an ID token', first, /given id_token/, () => granted({ id_token: token() })],
    ['that gives a machine a refresh token', first, /given refresh_token/, () => granted({ refresh_token: 'r' })],
    ['that answers without a token', first, /answered 200 without a token/, () => ({ status: 200, body: {} })],
    ['that answers with no JSON', first, /answered 502/, () => ({ status: 502, body: undefined })],
    ['that refuses its own machine', first, /without a description/, () => refused('unauthorized_client')],
    [
      'that grants whatever scope',
      second,
      /accepted the scope openid of a machine; expected invalid_scope/,
      (form) => (form.headers['Authorization'] === right ? granted() : refused('invalid_client')),
    ],
    [
      'that takes whatever secret',
      third,
      /accepted a wrong client secret; expected invalid_client/,
      ({ fields }) => (fields['scope'] === 'orders/read orders/write' ? granted() : refused('invalid_scope')),
    ],
  ])('%s', async (_, step, message, answer) => {
    const { report, failed, sent } = await rehearse(answer);
    expect(report.passed).toBe(false);
    expect(failed?.name).toBe(step);
    expect(failed?.outcome).toMatchObject({ failure: { message: expect.stringMatching(message) as string } });
    const shown = JSON.stringify(report);
    for (const hidden of [secret, ...sent.map(({ headers }) => headers['Authorization'] ?? '')])
      expect(shown).not.toContain(hidden);
  });
});
