import type { RawObject } from '../../../lib/template/value';
import { buildPool, type BuiltPool } from '../pool-builder';
import { client, lambda, pool, poolsOf, stackOf } from '../settings/pool-template';
import { isThere, leafPathsOf } from './output-model';
import {
  CertificateArn,
  domains,
  emailCode,
  EumsSms,
  rotation,
  said,
  saidOfClient,
  Schema,
  SmsConfiguration,
} from './said-everything';

const shownSchema = Schema.map((attribute): unknown =>
  expect.objectContaining({ ...attribute, Name: `custom:${attribute.Name}`, Required: false }),
);

/** What no description shows, whatever is said; and why. */
const unshown: Readonly<Record<string, string>> = {
  'LambdaConfig.InboundFederation.LambdaVersion': 'Federation is not simulated.',
  'LambdaConfig.InboundFederation.LambdaArn': 'Federation is not simulated.',
  Status: 'The service leaves it empty (API reference: no longer used).',
  SmsConfigurationFailure: 'Nothing fails: the inbox takes every message.',
  EmailConfigurationFailure: 'Nothing fails: the inbox takes every message.',
  'DcrConfiguration.EnableStatus': 'Dynamic client registration is not simulated.',
  'DcrConfiguration.OpenDcrEnabled': 'Dynamic client registration is not simulated.',
  'DcrConfiguration.AuthenticatedGrantTypes[]': 'Dynamic client registration is not simulated.',
  'DcrConfiguration.OpenDcrGrantTypes[]': 'Dynamic client registration is not simulated.',
  'DcrConfiguration.AllowedScopes[]': 'Dynamic client registration is not simulated.',
  AcrConfiguration: 'Step-up authentication is not simulated.',
};

interface Made extends Pick<BuiltPool, 'call'> {
  readonly UserPoolId: string;
  readonly ClientId: string;
}

/** A pool of which requests say everything. @param names what users sign in with, which is one thing or another */
async function byRequest(names: RawObject): Promise<Made> {
  const { call } = buildPool();
  const pools = await call('CreateUserPool', {
    PoolName: 'people',
    ...said,
    ...names,
    Schema,
    MfaConfiguration: 'OFF',
    SmsConfiguration: { ...SmsConfiguration, EumsSms },
  });
  const { Id: UserPoolId } = pools['UserPool'] as { readonly Id: string };
  await call('CreateUserPoolDomain', { UserPoolId, Domain: domains.Domain });
  const CustomDomainConfig = { CertificateArn };
  await call('CreateUserPoolDomain', { UserPoolId, Domain: domains.CustomDomain, CustomDomainConfig });
  await call('SetUserPoolMfaConfig', {
    UserPoolId,
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
    EmailMfaConfiguration: emailCode,
    SmsMfaConfiguration: { SmsAuthenticationMessage: said.SmsAuthenticationMessage },
  });
  const client = { UserPoolId, GenerateSecret: true, ...saidOfClient, ...rotation };
  const clients = await call('CreateUserPoolClient', client);
  return { call, UserPoolId, ClientId: (clients['UserPoolClient'] as { readonly ClientId: string }).ClientId };
}

/** A pool of which a template says everything. */
function byTemplate(names: RawObject): Promise<Made> {
  const domain = (properties: RawObject) => ({
    Type: 'AWS::Cognito::UserPoolDomain',
    Properties: { UserPoolId: { Ref: 'Pool' }, ...properties },
  });
  const [read] = poolsOf([
    stackOf({
      Function: lambda(),
      Pool: pool({
        UserPoolName: 'people',
        ...said,
        ...names,
        Schema,
        EnabledMfas: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'],
        EmailAuthenticationMessage: emailCode.Message,
        EmailAuthenticationSubject: emailCode.Subject,
        WebAuthnRelyingPartyID: passkeys.RelyingPartyId,
        WebAuthnUserVerification: passkeys.UserVerification,
        WebAuthnFactorConfiguration: passkeys.FactorConfiguration,
      }),
      Web: client({ GenerateSecret: true, ...saidOfClient, ...rotation }),
      Prefix: domain({ Domain: domains.Domain }),
      Custom: domain({ Domain: domains.CustomDomain, CustomDomainConfig: { CertificateArn } }),
    }),
  ]);
  if (read === undefined) throw new Error('no pool was read');
  const { call, service } = buildPool();
  const { id, clients } = service.createPool(read.identity, read.settings, read.parts);
  return Promise.resolve({ call, UserPoolId: id, ClientId: [...clients.keys()].join() });
}

const passkeys = {
  RelyingPartyId: 'login.example.com',
  UserVerification: 'required',
  FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
};

const missingIn = (structure: string, answer: unknown): readonly string[] =>
  leafPathsOf(structure).filter((path) => !isThere(answer, path));

const names: readonly RawObject[] = [
  { UsernameAttributes: ['email', 'phone_number'] },
  { AliasAttributes: ['email', 'preferred_username'] },
];
const eumsPaths = leafPathsOf('SmsConfigurationType').filter((path) => path.startsWith('EumsSms.'));

describe.each([
  { by: 'a request', make: byRequest, unsaid: [], sms: { ...SmsConfiguration, EumsSms } },
  { by: 'a template', make: byTemplate, unsaid: eumsPaths, sms: SmsConfiguration },
])('a pool of which $by says everything', ({ by, make, unsaid, sms }) => {
  const below = (member: string) => unsaid.map((path) => `${member}.${path}`);

  test.each(names)('DescribeUserPool tells it all again: %j', async (name) => {
    const { call, UserPoolId } = await make(name);
    const { UserPool } = await call('DescribeUserPool', { UserPoolId });
    expect(UserPool).toMatchObject({
      ...said,
      ...name,
      ...domains,
      Id: UserPoolId,
      Name: 'people',
      SmsConfiguration: sms,
      SchemaAttributes: expect.arrayContaining(shownSchema) as unknown,
      EstimatedNumberOfUsers: 0,
    });
    const other = names.flatMap((each) => (each === name ? [] : Object.keys(each).map((path) => `${path}[]`)));
    const expected = [...Object.keys(unshown), ...other, ...below('SmsConfiguration')];
    expect(missingIn('UserPoolType', UserPool).toSorted()).toEqual(expected.toSorted());
  });

  test('DescribeUserPoolClient tells it all again', async () => {
    const { call, UserPoolId, ClientId } = await make({});
    const { UserPoolClient } = await call('DescribeUserPoolClient', { UserPoolId, ClientId });
    expect(UserPoolClient).toMatchObject({ ...saidOfClient, ...rotation, UserPoolId, ClientId, ClientType: 'REGULAR' });
    expect(missingIn('UserPoolClientType', UserPoolClient)).toEqual([]);
  });

  test('GetUserPoolMfaConfig tells it all again', async () => {
    const { call, UserPoolId } = await make({});
    const mfa = await call('GetUserPoolMfaConfig', { UserPoolId });
    expect(mfa).toEqual({
      MfaConfiguration: 'OPTIONAL',
      SmsMfaConfiguration: { SmsAuthenticationMessage: said.SmsAuthenticationMessage, SmsConfiguration: sms },
      SoftwareTokenMfaConfiguration: { Enabled: true },
      EmailMfaConfiguration: emailCode,
      // SetUserPoolMfaConfig does not take passkeys: they are not simulated.
      ...(by === 'a template' && { WebAuthnConfiguration: passkeys }),
    });
    const withoutPasskeys =
      by === 'a template' ? [] : Object.keys(passkeys).map((path) => `WebAuthnConfiguration.${path}`);
    expect(missingIn('GetUserPoolMfaConfigResponse', mfa).toSorted()).toEqual(
      [...withoutPasskeys, ...below('SmsMfaConfiguration.SmsConfiguration')].toSorted(),
    );
  });
});

test('a pool and a client of which nothing is said are described alike, however they were made', async () => {
  const { call, service } = buildPool();
  const [read] = poolsOf([stackOf({ Pool: pool({ UserPoolName: 'people' }), Web: client({ ClientName: 'web' }) })]);
  if (read === undefined) throw new Error('no pool was read');
  const declared = service.createPool(read.identity, read.settings, read.parts);
  const pools = await call('CreateUserPool', { PoolName: 'people' });
  const { Id } = pools['UserPool'] as { readonly Id: string };
  const clients = await call('CreateUserPoolClient', { UserPoolId: Id, ClientName: 'web' });
  const { ClientId } = clients['UserPoolClient'] as { readonly ClientId: string };

  const describe = async (UserPoolId: string, client: string) => {
    const body = { UserPoolId, ClientId: client };
    const { UserPool } = await call('DescribeUserPool', { UserPoolId });
    const { UserPoolClient } = await call('DescribeUserPoolClient', body);
    return {
      ...{ UserPool: { ...(UserPool as object), Id: '', Arn: '' } },
      ...{ UserPoolClient: { ...(UserPoolClient as object), UserPoolId: '', ClientId: '' } },
      mfa: await call('GetUserPoolMfaConfig', { UserPoolId }),
    };
  };
  expect(await describe(declared.id, [...declared.clients.keys()].join())).toEqual(await describe(Id, ClientId));
});
