import type { Environment } from '../environment';
import { pagesHost } from '../pages-host';
import { defineRule, type Rule } from './rule';

type ManagedLogin = Environment['managedLogin'];
type CustomDomain = Extract<Extract<ManagedLogin, { pages: 'on' }>['domain'], { kind: 'custom' }>;

function customDomain(managedLogin: ManagedLogin): CustomDomain | undefined {
  return managedLogin.pages === 'on' && managedLogin.domain.kind === 'custom' ? managedLogin.domain : undefined;
}

const reservedWords = ['aws', 'amazon', 'cognito'];

/** What registries of countries give names out below, as co.uk: a short list of our own, not that of all registries. */
const sharedLabels = ['ac', 'co', 'com', 'edu', 'gov', 'net', 'org'];

/** Whether the names directly below a domain belong to different owners. */
function isPublicSuffix(domain: string): boolean {
  const [label = '', country, ...more] = domain.split('.');
  if (country === undefined) return true;
  return more.length === 0 && country.length === 2 && sharedLabels.includes(label);
}

/** Where the pages of managed login are. */
export const managedLoginRules: readonly Rule[] = [
  defineRule({
    id: 'prefix-without-reserved-word',
    what: 'A prefix domain has none of the words aws, amazon and cognito.',
    source: 'The service refuses it at deployment: "Domain cannot contain reserved word".',
    covers: ['deploy-44'],
    reads: ['managedLogin'],
    check: ({ managedLogin }) => {
      if (managedLogin.pages === 'off' || managedLogin.domain.kind !== 'prefix') return [];
      const { prefix } = managedLogin.domain;
      const found = reservedWords.filter((word) => prefix.includes(word));
      if (found.length === 0) return [];
      return [
        {
          path: ['managedLogin', 'domain', 'prefix'],
          got: prefix,
          allowed: `a prefix without ${reservedWords.join(', ')}, in a longer word too`,
          instead: `Write one without ${found.join(' and ')}.`,
        },
      ];
    },
  }),
  defineRule({
    id: 'pages-host-unique',
    what: 'No two environments have their pages at the same domain.',
    source: 'The service refuses it at deployment: "Domain already associated with another user pool".',
    covers: ['deploy-44', 'deploy-45'],
    reads: ['managedLogin', 'region'],
    check: (environment, { earlierHosts }) => {
      const host = pagesHost(environment);
      if (environment.managedLogin.pages === 'off' || host === undefined || !earlierHosts.includes(host)) return [];
      const { domain } = environment.managedLogin;
      return [
        {
          path: ['managedLogin', 'domain', domain.kind === 'custom' ? 'name' : 'prefix'],
          got: domain.kind === 'custom' ? domain.name : domain.prefix,
          allowed: `a domain other than ${[...new Set(earlierHosts)].join(', ')}`,
          instead: 'Write one of its own.',
        },
      ];
    },
  }),
  defineRule({
    id: 'custom-domain-has-parent',
    what: 'A custom domain is below a domain that has an address of its own.',
    source:
      'Cognito Developer Guide, using your own domain: the parent must have an A record, and is no top-level domain.',
    covers: ['deploy-45'],
    reads: ['managedLogin'],
    check: ({ managedLogin }) => {
      const domain = customDomain(managedLogin);
      const parent = domain?.name.slice(domain.name.indexOf('.') + 1);
      if (domain === undefined || parent === undefined || !isPublicSuffix(parent)) return [];
      return [
        {
          path: ['managedLogin', 'domain', 'name'],
          got: domain.name,
          allowed: 'a host name below a domain of your own, as login.example.com is below example.com',
          instead: `Write one below "${domain.name}", for instance "login.${domain.name}".`,
        },
      ];
    },
  }),
  defineRule({
    id: 'certificate-region',
    what: 'The certificate of a custom domain is in us-east-1, and of this account.',
    source: 'Cognito API, CreateUserPoolDomain: CloudFront takes certificates from there.',
    covers: ['deploy-45', 'unsafe-11'],
    reads: ['managedLogin', 'account'],
    check: ({ managedLogin, account }) => {
      const certificate = customDomain(managedLogin)?.certificate;
      if (certificate?.from !== 'arn') return [];
      const [, , , region, owner] = certificate.arn.split(':');
      if (region === 'us-east-1' && (account === 'deploying' || owner === account)) return [];
      return [
        {
          path: ['managedLogin', 'domain', 'certificate', 'arn'],
          got: certificate.arn,
          allowed: `a certificate in us-east-1${account === 'deploying' ? '' : ` of ${account}`}, wherever the user pool is`,
          instead: 'Request one there and write its ARN, or write { from: "stack" } with a hostedZone.',
        },
      ];
    },
  }),
  defineRule({
    id: 'certificate-stack-needs-hosted-zone',
    what: 'A certificate that a stack makes is validated in a hosted zone.',
    source:
      'AWS CloudFormation, AWS::CertificateManager::Certificate: without one the stack waits until a person acts.',
    covers: ['deploy-45'],
    reads: ['managedLogin'],
    check: ({ managedLogin }) => {
      const domain = customDomain(managedLogin);
      if (domain?.certificate.from !== 'stack' || domain.hostedZone !== undefined) return [];
      return [
        {
          path: ['managedLogin', 'domain', 'hostedZone'],
          got: undefined,
          allowed: 'a hosted zone beside certificate.from "stack"',
          instead: 'Add hostedZone { id, name }, or write certificate { from: "arn", arn }.',
        },
      ];
    },
  }),
  defineRule({
    id: 'hosted-zone-of-domain',
    what: 'A custom domain is in its hosted zone.',
    source: 'Route 53 API, ChangeResourceRecordSets: it refuses a record that is not below the zone.',
    covers: ['deploy-45'],
    reads: ['managedLogin'],
    check: ({ managedLogin }) => {
      const domain = customDomain(managedLogin);
      const zone = domain?.hostedZone?.name;
      if (domain === undefined || zone === undefined || `.${domain.name}`.endsWith(`.${zone}`)) return [];
      return [
        {
          path: ['managedLogin', 'domain', 'hostedZone', 'name'],
          got: zone,
          allowed: `"${domain.name}" or a domain above it`,
          instead: 'Write the id and the name of the zone that the domain is in.',
        },
      ];
    },
  }),
  defineRule({
    id: 'failover-needs-replica',
    what: 'Pages fail over to a copy of the user pool.',
    source: 'Cognito API, FailoverType: SecondaryRegion is that of a replica.',
    reads: ['managedLogin', 'replicas'],
    check: ({ managedLogin, replicas }) => {
      const failover = customDomain(managedLogin)?.failover;
      if (failover === undefined || replicas.length > 0) return [];
      return [
        {
          path: ['managedLogin', 'domain', 'failover'],
          got: failover,
          allowed: 'nothing without replicas',
          instead: 'Remove it, or add the other Region to replicas.',
        },
      ];
    },
  }),
  defineRule({
    id: 'terms-have-default',
    what: 'Terms have a link for every language that has none of its own.',
    source: 'Cognito API, CreateTerms: cognito:default displays for all languages without a link.',
    covers: ['deploy-49'],
    reads: ['managedLogin'],
    check: ({ managedLogin }) => {
      if (managedLogin.pages === 'off' || managedLogin.terms === undefined) return [];
      return Object.entries(managedLogin.terms).flatMap(([document, links]) =>
        links['cognito:default'] === undefined
          ? [
              {
                path: ['managedLogin', 'terms', document],
                got: links,
                allowed: 'links with cognito:default among them',
                instead: 'Add "cognito:default": the page for everybody else.',
              },
            ]
          : [],
      );
    },
  }),
];
