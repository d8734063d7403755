import type { Environment } from '../environment';
import { defineRule, type Rule } from './rule';

interface Loopback {
  readonly place: string;
  readonly url: string;
  /** Whether the host is an IPv4 address. */
  readonly isAddress: boolean;
}

const loopbackUrl = /^https?:\/\/(localhost|127(?:\.\d{1,3}){3}|\[::1\])(?=[:/?]|$)/;

/** URLs on loopback that a browser carries in a query of the OAuth 2.0 endpoints. */
function loopbackUrls(clients: Environment['clients']): readonly Loopback[] {
  return Object.entries(clients).flatMap(([name, client]) => {
    if (!('managedLogin' in client) || client.managedLogin.use === 'off') return [];
    const { callbackUrls, logoutUrls } = client.managedLogin;
    return Object.entries({ callbackUrls, logoutUrls }).flatMap(([list, urls]) =>
      urls.flatMap((url) => {
        const host = loopbackUrl.exec(url)?.[1];
        if (host === undefined) return [];
        return [{ place: `clients.${name}.managedLogin.${list}`, url, isAddress: host.startsWith('127.') }];
      }),
    );
  });
}

/** What a web ACL would block although the user pool is there for it. */
export const webAclRules: readonly Rule[] = [
  defineRule({
    id: 'web-acl-and-loopback',
    what: 'A web ACL lets those through who are sent back to loopback.',
    source:
      'AWS WAF, core rule set: EC2MetaDataSSRF_QUERYARGUMENTS blocks redirect_uri=http://localhost (measured in ' +
      'nx-plugin-for-aws, pull request 1016), GenericRFI_QUERYARGUMENTS a URL with an IPv4 address.',
    reads: ['webAcl', 'clients'],
    check: ({ webAcl, clients }) => {
      const loopback = loopbackUrls(clients);
      const [first] = loopback;
      if (webAcl.use === 'off' || first === undefined) return [];
      const needed = [
        'EC2MetaDataSSRF_QUERYARGUMENTS',
        ...(loopback.some(({ isAddress }) => isAddress) ? ['GenericRFI_QUERYARGUMENTS'] : []),
      ];
      return webAcl.managedRuleGroups.flatMap(({ name, countedRules }, index) => {
        const counted: readonly string[] = countedRules;
        const missing = needed.filter((rule) => !counted.includes(rule));
        if (name !== 'AWSManagedRulesCommonRuleSet' || missing.length === 0) return [];
        return [
          {
            path: ['webAcl', 'managedRuleGroups', index, 'countedRules'],
            got: countedRules,
            allowed: `a list with ${missing.join(' and ')} beside ${first.url} in ${first.place}`,
            instead: `Add ${missing.join(' and ')}, or remove what is on loopback from that list.`,
          },
        ];
      });
    },
  }),
];
