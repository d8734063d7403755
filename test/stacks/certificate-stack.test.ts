import { Stack } from 'aws-cdk-lib';
import { dev } from '../environments/plain';
import type { Environment } from '../../lib/environments/environment';
import { metadataKeys } from '../../lib/template/metadata';
import { pagesRange } from '../synthesis/pages-range';
import { propertiesOf, resourcesFor, stageFor, templateFor } from './template-for';

const { 'certified-pages': certified, 'custom-pages': given, 'prefix-pages': prefix } = pagesRange;
const kept: Environment = {
  ...certified,
  class: 'production',
  removal: { deletionProtection: { enabled: true }, policy: 'retain' },
};

const stacksOf = (environment: Environment) =>
  stageFor(environment).node.children.flatMap((child) => (child instanceof Stack ? [child] : []));

describe('the certificate of a custom domain', () => {
  test('is made in us-east-1, in the same account, before the stack of the user pool', () => {
    const stacks = stacksOf(certified);
    const [certificate, auth] = ['certificate', 'auth'].map((id) => stacks.find((stack) => stack.node.id === id));
    expect(certificate).toMatchObject({
      stackName: 'userpool-certified-pages-certificate',
      region: 'us-east-1',
      account: '111122223333',
      terminationProtection: false,
    });
    expect(auth?.dependencies).toEqual([certificate]);
  });

  test('is validated by a record in the hosted zone', () => {
    expect(resourcesFor(certified, 'certificate')['Certificate']?.Properties).toEqual({
      DomainName: 'accounts.example.com',
      ValidationMethod: 'DNS',
      DomainValidationOptions: [{ DomainName: 'accounts.example.com', HostedZoneId: 'Z0123456789ABCDEFGHIJ' }],
      KeyAlgorithm: 'RSA_2048',
      CertificateTransparencyLoggingPreference: 'ENABLED',
    });
  });

  test('reaches the domain by the output of its stack, without a custom resource', () => {
    templateFor(certified, 'certificate').hasOutput('CertificateArn', { Value: { Ref: 'Certificate' } });
    expect(propertiesOf(certified, 'CustomDomain')['CustomDomainConfig']).toMatchObject({
      CertificateArn: {
        'Fn::GetStackOutput': {
          StackName: 'userpool-certified-pages-certificate',
          OutputName: 'CertificateArn',
          Region: 'us-east-1',
        },
      },
    });
    const types = Object.values(resourcesFor(certified)).map(({ Type }) => Type);
    expect(types.filter((type) => type.startsWith('Custom::'))).toEqual([]);
  });

  test.each([
    [certified, 'Delete'],
    [kept, 'Retain'],
  ])('is kept or deleted as the user pool is', (environment, policy) => {
    const { Certificate } = resourcesFor(environment, 'certificate');
    expect(Certificate).toMatchObject({ DeletionPolicy: policy, UpdateReplacePolicy: policy });
  });

  test('is in a stack that says which environment it is for, and is protected as that of the pool', () => {
    const { Metadata } = templateFor(kept, 'certificate').toJSON() as { readonly Metadata: Record<string, unknown> };
    expect(Metadata[metadataKeys.environment]).toMatchObject({ name: 'certified-pages', class: 'production' });
    expect(stacksOf(kept).map(({ terminationProtection }) => terminationProtection)).toEqual([true, true]);
  });

  test.each<readonly [what: string, environment: Environment]>([
    ['no pages', dev],
    ['a prefix domain', prefix],
    ['a certificate that is there', given],
  ])('is not made beside %s', (_, environment) => {
    expect(stacksOf(environment).map(({ node }) => node.id)).toEqual(['auth']);
  });
});
