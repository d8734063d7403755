import { decodeJwt } from 'jose';
import { buildPool, password, type BuiltPool, type PoolOptions } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';
import { signIn } from '../sign-in-steps';

const name = 'anna@example.com';
const atGoogle = { ProviderName: 'Google', ProviderAttributeName: 'Cognito_Subject', ProviderAttributeValue: '4711' };
const atAcme = { ProviderName: 'Acme', ProviderAttributeName: 'email', ProviderAttributeValue: 'anna@acme.example' };

interface People extends BuiltPool {
  /** Anna as a request names her. */
  readonly anna: object;
  readonly link: (source: object, destination?: object) => Promise<object>;
  readonly disable: (user: object) => Promise<object>;
  readonly identities: () => Promise<unknown>;
}

/** Anna, in a pool that has the identity providers Google and Acme (OIDC). */
async function withAnna(options: PoolOptions = {}): Promise<People> {
  const built = buildPool(options);
  const { callAsAdmin } = built;
  await callAsAdmin('CreateIdentityProvider', {
    ProviderName: 'Google',
    ProviderType: 'Google',
    ProviderDetails: { client_id: 'pool' },
    AttributeMapping: { email: 'email' },
  });
  await callAsAdmin('CreateIdentityProvider', {
    ProviderName: 'Acme',
    ProviderType: 'OIDC',
    ProviderDetails: { client_id: 'pool' },
    AttributeMapping: { email: 'mail' },
  });
  const anna = { ProviderName: 'Cognito', ProviderAttributeValue: await built.addConfirmedUser(name) };
  return {
    ...built,
    anna,
    link: (SourceUser, DestinationUser = anna) =>
      callAsAdmin('AdminLinkProviderForUser', { SourceUser, DestinationUser }),
    disable: (User) => callAsAdmin('AdminDisableProviderForUser', { User }),
    identities: async () => {
      const { UserAttributes } = await callAsAdmin('AdminGetUser', { Username: name });
      const attributes = UserAttributes as readonly { readonly Name: string; readonly Value: string }[];
      const value = attributes.find(({ Name }) => Name === 'identities')?.Value;
      return value === undefined ? undefined : (JSON.parse(value) as unknown);
    },
  };
}

describe('AdminLinkProviderForUser', () => {
  test('shows the identity in the attributes, oldest first', async () => {
    const { clock, link, identities } = await withAnna();
    const first = clock.now();
    expect(await link(atGoogle)).toEqual({});
    clock.advance({ seconds: 1 });
    await link(atAcme);
    const shown = { issuer: null, primary: false };
    expect(await identities()).toEqual([
      { userId: '4711', providerName: 'Google', providerType: 'Google', ...shown, dateCreated: first },
      { userId: 'anna@acme.example', providerName: 'Acme', providerType: 'OIDC', ...shown, dateCreated: first + 1000 },
    ]);
  });

  test('shows it in the ID token, where every value is a text, and to triggers', async () => {
    const built = await withAnna({ triggers: { PostAuthentication: () => ({}) } });
    await built.link(atGoogle);
    const { AuthenticationResult } = await signIn(built, name);
    expect(decodeJwt(AuthenticationResult?.IdToken ?? '')['identities']).toEqual([
      {
        userId: '4711',
        providerName: 'Google',
        providerType: 'Google',
        issuer: null,
        primary: 'false',
        dateCreated: String(built.clock.now()),
      },
    ]);
    expect(built.events).toMatchObject([
      { request: { userAttributes: { identities: expect.stringMatching(/^\[\{"userId":"4711",/) as unknown } } },
    ]);
  });

  test('shows it to no client that may not read it', async () => {
    const built = await withAnna({ clients: { app: { readAttributes: ['email'] } } });
    await built.link(atGoogle);
    const { AuthenticationResult } = await signIn(built, name);
    expect(decodeJwt(AuthenticationResult?.IdToken ?? '')).not.toHaveProperty('identities');
    expect(
      JSON.stringify(await built.call('GetUser', { AccessToken: AuthenticationResult?.AccessToken })),
    ).not.toContain('identities');
  });

  const subjectAlone = (provider: string) =>
    'The ProviderAttributeName of SourceUser must be Cognito_Subject, or for OIDC and SAML an attribute that the ' +
    `AttributeMapping of ${provider} names.`;

  test.each([
    [
      'another attribute than the subject of a social provider',
      { ...atGoogle, ProviderAttributeName: 'email' },
      'Google',
    ],
    ['an attribute that no claim is mapped to', { ...atAcme, ProviderAttributeName: 'name' }, 'Acme'],
  ])('links by no %s', async (_what, source, provider) => {
    const { link, identities } = await withAnna();
    expect(await refusalOf(link(source))).toEqual(refusal('InvalidParameterException', subjectAlone(provider)));
    expect(await identities()).toBeUndefined();
  });

  test.each([
    [
      'a user of the pool',
      { ...atGoogle, ProviderName: 'Cognito' },
      /^Invalid SourceUser: Cognito users with a username/,
    ],
    ['an identity of which half is said', { ProviderName: 'Google' }, /^SourceUser needs ProviderName, /],
  ])('links %s to nobody', async (_what, source, message) => {
    const { link } = await withAnna();
    expect(await refusalOf(link(source))).toEqual({
      type: 'InvalidParameterException',
      message: expect.stringMatching(message) as unknown,
    });
  });

  test('names an unknown provider, and an unknown user', async () => {
    const { anna, link } = await withAnna();
    expect(await refusalOf(link({ ...atGoogle, ProviderName: 'Facebook' }))).toEqual(
      refusal('ResourceNotFoundException', 'Identity provider Facebook does not exist.'),
    );
    const unknown = refusal('UserNotFoundException', 'User does not exist.');
    for (const destination of [
      { ...anna, ProviderAttributeValue: 'nobody' },
      // The stored username, not another name to sign in with.
      { ...anna, ProviderAttributeValue: name },
      { ...atGoogle, ProviderAttributeValue: '42' },
    ])
      expect(await refusalOf(link(atGoogle, destination))).toEqual(unknown);
  });

  test('links an identity once, and five to a user', async () => {
    const { addConfirmedUser, link, identities } = await withAnna();
    const eve = { ProviderName: 'Cognito', ProviderAttributeValue: await addConfirmedUser('eve@example.com') };
    for (const ProviderAttributeValue of ['1', '2', '3', '4']) await link({ ...atGoogle, ProviderAttributeValue });
    await link(atGoogle);
    for (const destination of [undefined, eve])
      expect(await refusalOf(link(atGoogle, destination))).toEqual(
        refusal('InvalidParameterException', 'SourceUser is already linked to DestinationUser'),
      );
    expect(await refusalOf(link(atAcme))).toEqual(
      refusal('LimitExceededException', 'A user can be linked to 5 identities at the most.'),
    );
    expect(await identities()).toHaveLength(5);
  });
});

describe('AdminDisableProviderForUser', () => {
  test('removes the one link, which can then go to another user', async () => {
    const { addConfirmedUser, disable, link, identities } = await withAnna();
    await link(atGoogle);
    await link(atAcme);
    expect(await disable(atGoogle)).toEqual({});
    expect(await identities()).toMatchObject([{ providerName: 'Acme' }]);
    const eve = { ProviderName: 'Cognito', ProviderAttributeValue: await addConfirmedUser('eve@example.com') };
    expect(await link(atGoogle, eve)).toEqual({});
    await disable(atAcme);
    expect(await identities()).toBeUndefined();
  });

  test('wants the identity as it was linked', async () => {
    const { disable, link } = await withAnna();
    await link(atAcme);
    for (const user of [atGoogle, { ...atAcme, ProviderAttributeName: 'Cognito_Subject' }])
      expect(await refusalOf(disable(user))).toEqual(refusal('UserNotFoundException', 'User does not exist.'));
  });

  test('takes the password from a user of the pool, who can be given another one', async () => {
    const built = await withAnna();
    const { accessToken, anna, callAsAdmin, disable } = built;
    const user = { ...anna, ProviderAttributeName: 'Cognito_Subject' };
    expect(await refusalOf(disable(anna))).toEqual(
      refusal('InvalidParameterException', 'The ProviderAttributeName of a user of Cognito must be Cognito_Subject.'),
    );
    await disable(user);
    expect(await refusalOf(signIn(built, name))).toEqual(
      refusal('NotAuthorizedException', 'Incorrect username or password.'),
    );
    await callAsAdmin('AdminSetUserPassword', { Username: name, Password: password, Permanent: true });
    await expect(accessToken(name, password)).resolves.toEqual(expect.any(String));
  });
});
