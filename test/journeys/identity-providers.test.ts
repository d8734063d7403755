import {
  AdminDisableProviderForUserCommand,
  AdminGetUserCommand,
  AdminLinkProviderForUserCommand,
  DescribeIdentityProviderCommand,
  DescribeUserPoolClientCommand,
  GetSigningCertificateCommand,
  ListIdentityProvidersCommand,
  UpdateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { beginJourney, refusal, type Journey } from './journey';
import { createUser } from './people';

describe('the identity provider of staging, as far as it goes without managed login', () => {
  const email = 'lou@example.com';
  const ProviderName = 'Google';
  let journey: Journey;
  let username: string;

  beforeAll(async () => {
    journey = await beginJourney('staging');
    username = await createUser(journey, email);
  });
  afterAll(() => journey.close());

  test('is told as it is declared, but for the secret, which only the deployment knows', async () => {
    const { UserPoolId } = journey;
    const { Providers } = await journey.cognito.send(new ListIdentityProvidersCommand({ UserPoolId }));
    expect(Providers).toEqual([expect.objectContaining({ ProviderName, ProviderType: 'Google' })]);
    const { IdentityProvider } = await journey.cognito.send(
      new DescribeIdentityProviderCommand({ UserPoolId, ProviderName }),
    );
    expect(IdentityProvider?.AttributeMapping).toEqual({
      email: 'email',
      email_verified: 'email_verified',
      name: 'name',
      username: 'sub',
    });
    expect(IdentityProvider?.ProviderDetails).toEqual({
      authorize_scopes: 'email openid profile',
      client_id: 'example-staging.apps.googleusercontent.com',
    });
  });

  test('an identity there is linked with a user, and taken away again', async () => {
    const { UserPoolId } = journey;
    const identity = { ProviderName, ProviderAttributeName: 'Cognito_Subject', ProviderAttributeValue: '4711' };
    await journey.cognito.send(
      new AdminLinkProviderForUserCommand({
        UserPoolId,
        SourceUser: identity,
        DestinationUser: { ProviderName: 'Cognito', ProviderAttributeValue: username },
      }),
    );
    const identities = async (): Promise<unknown> => {
      const { UserAttributes = [] } = await journey.cognito.send(
        new AdminGetUserCommand({ UserPoolId, Username: email }),
      );
      return JSON.parse(UserAttributes.find(({ Name }) => Name === 'identities')?.Value ?? '[]');
    };
    expect(await identities()).toEqual([expect.objectContaining({ providerName: ProviderName, userId: '4711' })]);
    await journey.cognito.send(new AdminDisableProviderForUserCommand({ UserPoolId, User: identity }));
    expect(await identities()).toEqual([]);
  });

  test('no client can offer one that is not there', async () => {
    const { UserPoolId } = journey;
    const { ClientId } = journey.client('web');
    const described = await journey.cognito.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
    expect(described.UserPoolClient?.SupportedIdentityProviders?.toSorted()).toEqual(['COGNITO', ProviderName]);
    const SupportedIdentityProviders = ['COGNITO', 'Facebook'];
    await expect(
      journey.cognito.send(new UpdateUserPoolClientCommand({ UserPoolId, ClientId, SupportedIdentityProviders })),
    ).rejects.toEqual(
      refusal('InvalidParameterException', `The provider Facebook does not exist for User Pool ${UserPoolId}.`),
    );
  });

  test('what belongs to federation is refused by that name', async () => {
    const { UserPoolId } = journey;
    await expect(journey.cognito.send(new GetSigningCertificateCommand({ UserPoolId }))).rejects.toEqual(
      refusal('NotSimulatedException', /Federation/),
    );
  });
});
