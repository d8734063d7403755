import * as member from './members';
import { integer, oneOf, required, string, structure } from './shape';

/** A prefix, or the whole name of a custom domain: the constraints of the service's model. */
export const domainText = { min: 1, max: 63, pattern: '^[a-z0-9](?:[a-z0-9\\-.]{0,61}[a-z0-9])?$' } as const;
export const domain = string(domainText);

export const domainMembers = {
  CustomDomainConfig: structure({
    CertificateArn: required(member.arn),
    SecurityPolicy: oneOf('TLS_V1', 'TLS_V1_2_2021', 'TLS_V1_3_2025'),
  }),
  Domain: required(domain),
  ManagedLoginVersion: integer({ min: 1, max: 2 }),
  // Refused where it is given: what is in it does not matter.
  Routing: structure({}),
  UserPoolId: required(member.userPoolId),
} as const;
