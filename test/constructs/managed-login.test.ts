import { dev } from '../environments/plain';
import type { Environment } from '../../lib/environments/environment';
import { propertiesOf, resourcesFor, templateFor } from '../stacks/template-for';
import { pagesRange } from '../synthesis/pages-range';
import { logo } from '../synthesis/project-files';
import type { TemplateResource } from '../synthesis/template-resource';

type Resources = Readonly<Record<string, TemplateResource>>;

const resources = new Map<string, Resources>();
beforeAll(() => {
  for (const [name, environment] of Object.entries(pagesRange)) resources.set(name, resourcesFor(environment));
});

const resourcesOf = (name: keyof typeof pagesRange): Resources => resources.get(name) ?? {};
const idsOf = (of: Resources, type: string) => Object.keys(of).filter((id) => of[id]?.Type === type);

const userPoolId = { Ref: 'UserPool' };

describe('the domain of the pages', () => {
  test.each<readonly [name: keyof typeof pagesRange, id: string, properties: object]>([
    ['prefix-pages', 'PrefixDomain', { Domain: 'example-login' }],
    [
      'custom-pages',
      'CustomDomain',
      {
        Domain: 'pages.example.com',
        CustomDomainConfig: {
          CertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/a1b2c3d4-5678-90ab-cdef-1234567890ab',
          SecurityPolicy: 'TLS_V1_2_2021',
        },
      },
    ],
    [
      'failing-over-pages',
      'CustomDomain',
      {
        Domain: 'sign-in.example.com',
        CustomDomainConfig: expect.anything() as object,
        Routing: {
          Failover: {
            PrimaryRoute53HealthCheckId: '1a2b3c4d-0000-4000-8000-000000000000',
            SecondaryRegion: 'eu-central-1',
          },
        },
      },
    ],
  ])('of %s has version 2 of managed login (%s)', (name, id, properties) => {
    expect(resourcesOf(name)[id]?.Properties).toEqual({
      UserPoolId: userPoolId,
      ManagedLoginVersion: 2,
      ...properties,
    });
  });

  test('is made with pages alone', () => {
    expect(idsOf(resourcesFor(dev), 'AWS::Cognito::UserPoolDomain')).toEqual([]);
  });

  test('has a record in the hosted zone, which points to its distribution', () => {
    expect(resourcesOf('certified-pages')['CustomDomainRecord']?.Properties).toEqual({
      HostedZoneId: 'Z0123456789ABCDEFGHIJ',
      Name: 'accounts.example.com.',
      Type: 'A',
      AliasTarget: {
        DNSName: { 'Fn::GetAtt': ['CustomDomain', 'CloudFrontDistribution'] },
        HostedZoneId: 'Z2FDTNDATAQYW2',
        EvaluateTargetHealth: false,
      },
    });
  });

  test('has no record where no hosted zone is declared', () => {
    expect(idsOf(resourcesOf('custom-pages'), 'AWS::Route53::RecordSet')).toEqual([]);
  });

  test('goes with its record when it is no longer declared, though the pool is kept', () => {
    const kept: Environment = {
      ...pagesRange['certified-pages'],
      removal: { deletionProtection: { enabled: true }, policy: 'retain' },
    };
    const { UserPool, CustomDomain, CustomDomainRecord } = resourcesFor(kept);
    expect(UserPool).toMatchObject({ DeletionPolicy: 'Retain' });
    for (const resource of [CustomDomain, CustomDomainRecord]) {
      expect(resource).toMatchObject({ DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' });
    }
  });

  test.each<readonly [name: keyof typeof pagesRange, host: string]>([
    ['prefix-pages', 'example-login.auth.eu-west-1.amazoncognito.com'],
    ['custom-pages', 'pages.example.com'],
  ])('of %s is told to applications', (name, host) => {
    templateFor(pagesRange[name]).hasOutput('ManagedLoginDomain', { Value: host });
    expect(resourcesOf(name)['ParameterManagedLoginDomain']?.Properties).toMatchObject({
      Name: `/userpool/${name}/managed-login-domain`,
      Value: host,
    });
  });
});

describe('the style of the pages', () => {
  test('is there for every client with pages, and for no other', () => {
    const clientsOf = (name: keyof typeof pagesRange) =>
      idsOf(resourcesOf(name), 'AWS::Cognito::ManagedLoginBranding').toSorted();
    expect(clientsOf('prefix-pages')).toEqual(['BrandingOfClientBackend', 'BrandingOfClientWeb']);
    expect(clientsOf('custom-pages')).toEqual(['BrandingOfClientWeb']);
    expect(clientsOf('credentials')).toEqual([]);
  });

  test('is that of Cognito, without a setting beside it', () => {
    expect(resourcesOf('prefix-pages')['BrandingOfClientWeb']?.Properties).toEqual({
      UserPoolId: userPoolId,
      ClientId: { Ref: 'ClientWeb' },
      ReturnMergedResources: false,
      UseCognitoProvidedValues: true,
    });
  });

  test('is one of our own, with the logo for light and for dark pages', () => {
    const { UseCognitoProvidedValues, Settings, Assets } =
      resourcesOf('prefix-pages')['BrandingOfClientBackend']?.Properties ?? {};
    const Bytes = Buffer.from(logo).toString('base64');
    expect(UseCognitoProvidedValues).toBe(false);
    expect(Settings).toHaveProperty('components.primaryButton.lightMode.defaults.backgroundColor', '1a4d8fff');
    expect(Settings).toHaveProperty('components.primaryButton.darkMode.defaults.backgroundColor', '8fc1ffff');
    expect(Assets).toEqual([
      { Category: 'FORM_LOGO', ColorMode: 'LIGHT', Extension: 'SVG', Bytes },
      { Category: 'FORM_LOGO', ColorMode: 'DARK', Extension: 'SVG', Bytes },
    ]);
  });

  test('is one of our own without a logo', () => {
    const { Settings, Assets } = resourcesOf('custom-pages')['BrandingOfClientWeb']?.Properties ?? {};
    expect(Settings).toHaveProperty('components.form.logo.enabled', false);
    expect(Assets).toEqual([]);
  });

  test('waits for the domain', () => {
    expect(resourcesOf('prefix-pages')['BrandingOfClientWeb']?.DependsOn).toEqual(['PrefixDomain']);
  });
});

describe('the terms that sign-up links to', () => {
  test.each(['Backend', 'Web'])('are there for each client with pages (%s)', (client) => {
    const document = {
      UserPoolId: userPoolId,
      ClientId: { Ref: `Client${client}` },
      TermsSource: 'LINK',
      Enforcement: 'NONE',
    };
    expect(resourcesOf('prefix-pages')[`TermsOfUseOfClient${client}`]?.Properties).toEqual({
      ...document,
      TermsName: 'terms-of-use',
      Links: { 'cognito:default': 'https://example.com/terms', 'cognito:german': 'https://example.com/nutzung' },
    });
    expect(resourcesOf('prefix-pages')[`PrivacyPolicyOfClient${client}`]?.Properties).toEqual({
      ...document,
      TermsName: 'privacy-policy',
      Links: { 'cognito:default': 'https://example.com/privacy' },
    });
  });

  test('are not there where none are declared', () => {
    expect(idsOf(resourcesOf('custom-pages'), 'AWS::Cognito::Terms')).toEqual([]);
  });
});

test('a logo that is no image is refused by its name', () => {
  const { 'prefix-pages': declared } = pagesRange;
  const { backend } = declared.clients;
  const branding = { ...backend.managedLogin.branding, logo: 'identity-providers/partner.xml' };
  const clients = { backend: { ...backend, managedLogin: { ...backend.managedLogin, branding } } };
  expect(() => propertiesOf({ ...declared, clients }, 'UserPool')).toThrow(/partner\.xml is not what its name says/);
});
