import { z } from 'zod';
import { httpsUrl } from './https-url';

const hostName = z
  .string()
  .max(253)
  .regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/)
  .describe('A host name in lower case.');

const hostedZone = z
  .strictObject({
    id: z
      .string()
      .regex(/^Z[A-Z0-9]{1,31}$/)
      .describe('The id of a public hosted zone of Route 53 in this account.'),
    name: hostName.describe('Its name: that of the domain, or of one above it.'),
  })
  .describe('Where the records of the domain are made; without it somebody has to make them elsewhere.');

const certificate = z
  .discriminatedUnion('from', [
    z.strictObject({
      from: z.literal('arn').describe('One that is there already.'),
      arn: z
        .string()
        .regex(/^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]{36}$/)
        .describe('The ARN of a certificate of ACM in us-east-1 and this account.'),
    }),
    z.strictObject({
      from: z
        .literal('stack')
        .describe(
          'One that the stack NAME/certificate makes in us-east-1, validated in hostedZone. It is deployed first, and the ' +
            'stack of the user pool reads the ARN from its output (Fn::GetStackOutput): there is nothing to copy.',
        ),
    }),
  ])
  .describe('The certificate of the custom domain.');

const failover = z
  .strictObject({
    healthCheckId: z
      .string()
      .regex(/^[0-9a-f-]{1,64}$/)
      .describe('The id of a health check of Route 53: while it fails, the copy in the other Region serves the pages.'),
  })
  .describe('Who serves the pages when the Region fails (Routing.Failover), where there is a replica.');

const domain = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('prefix').describe('PREFIX.auth.REGION.amazoncognito.com.'),
      prefix: z
        .string()
        .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/)
        .describe('Unique in the Region across all accounts; without aws, amazon or cognito.'),
    }),
    z.strictObject({
      kind: z.literal('custom').describe('A domain of your own.'),
      name: hostName.max(63).describe('The host name of the pages; its parent domain resolves to an address already.'),
      certificate,
      hostedZone: hostedZone.optional(),
      securityPolicy: z
        .enum(['TLS_V1_2_2021', 'TLS_V1_3_2025'])
        .describe('The oldest TLS that browsers may use: 1.2, or 1.3 (CustomDomainConfig.SecurityPolicy).'),
      failover: failover.optional(),
    }),
  ])
  .describe(
    'Where the pages are (AWS::Cognito::UserPoolDomain). A pool has one of each kind at a time: another name takes two ' +
      'deployments, with pages "off" in between, and nobody else must take the old one meanwhile.',
  );

const language = z.enum([
  'cognito:default',
  'cognito:english',
  'cognito:french',
  'cognito:spanish',
  'cognito:german',
  'cognito:bahasa-indonesia',
  'cognito:italian',
  'cognito:japanese',
  'cognito:korean',
  'cognito:portuguese-brazil',
  'cognito:chinese-simplified',
  'cognito:chinese-traditional',
]);

const links = z
  .partialRecord(language.describe('A language of the pages.'), httpsUrl.describe('The page with the text.'))
  .describe('Links by language; cognito:default for all others.');

export const managedLogin = z
  .discriminatedUnion('pages', [
    z.strictObject({ pages: z.literal('off').describe('No pages and no OAuth 2.0 endpoints.') }),
    z.strictObject({
      pages: z.literal('on').describe('The pages of managed login (version 2) and the OAuth 2.0 endpoints.'),
      domain,
      terms: z
        .strictObject({
          termsOfUse: links,
          privacyPolicy: links,
        })
        .optional()
        .describe(
          'What sign-up pages link to, for every client with pages (AWS::Cognito::Terms). Cognito shows neither before ' +
            'both are there.',
        ),
    }),
  ])
  .describe('Managed login: the pages that Cognito serves.');
