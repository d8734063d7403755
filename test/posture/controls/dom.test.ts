import type { RawObject, RawValue } from '../../../lib/template/value';
import { tlsPolicy } from '../../../lib/posture/controls/dom-01-tls';
import { managedLoginVersion } from '../../../lib/posture/controls/dom-02-managed-login';
import { elsewhere, testControl } from '../test-control';

const domain = (properties: RawObject): RawObject => ({
  Domain: { Type: 'AWS::Cognito::UserPoolDomain', Properties: { Domain: 'login.example.com', ...properties } },
});
const policy = (SecurityPolicy: RawValue): RawObject =>
  domain({ CustomDomainConfig: { CertificateArn: elsewhere, SecurityPolicy } });

testControl(tlsPolicy, [
  ['TLS 1.2 passes, wherever the certificate is from', policy('TLS_V1_2_2021'), ['pass']],
  ['TLS 1.3 passes', policy('TLS_V1_3_2025'), ['pass']],
  ['TLS 1.0 fails', policy('TLS_V1'), ['fail']],
  [
    'what the service takes without a policy is not documented',
    domain({ CustomDomainConfig: { CertificateArn: 'arn' } }),
    ['unknown'],
  ],
  ['a policy from elsewhere is unknown', policy(elsewhere), ['unknown']],
  ['a prefix domain has no policy', domain({}), []],
]);

testControl(managedLoginVersion, [
  ['version 2 passes', domain({ ManagedLoginVersion: 2 }), ['pass']],
  ['version 1 is the classic hosted UI', domain({ ManagedLoginVersion: 1 }), ['fail']],
  ['what is not written is version 1', domain({}), ['fail']],
  ['a version from elsewhere is unknown', domain({ ManagedLoginVersion: elsewhere }), ['unknown']],
  ['without a domain there is nothing to say', {}, []],
]);
