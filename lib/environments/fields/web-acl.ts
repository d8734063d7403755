import { z } from 'zod';
import { logRetentionDays } from './log-retention';
import { reason } from './protection';

/**
 * A rule group of AWS WAF, with the names of its rules: WAF ignores an override of a rule that does not exist and says
 * nothing, so that a misspelt name has to be refused here.
 *
 * @see https://docs.aws.amazon.com/waf/latest/APIReference/API_RuleActionOverride.html
 */
const ruleGroup = <const Name extends string, const Rule extends string>(name: Name, what: string, rules: Rule[]) =>
  z.strictObject({
    name: z.literal(name).describe(what),
    countedRules: z
      .array(z.enum(rules))
      .describe('Rules of the group that only count what they find; all others do what AWS has set, mostly block.'),
  });

const managedRuleGroup = z
  .discriminatedUnion('name', [
    ruleGroup('AWSManagedRulesCommonRuleSet', 'What is common to attacks on web applications.', [
      'NoUserAgent_HEADER',
      'UserAgent_BadBots_HEADER',
      'SizeRestrictions_QUERYSTRING',
      'SizeRestrictions_Cookie_HEADER',
      'SizeRestrictions_BODY',
      'SizeRestrictions_URIPATH',
      'EC2MetaDataSSRF_BODY',
      'EC2MetaDataSSRF_COOKIE',
      'EC2MetaDataSSRF_URIPATH',
      'EC2MetaDataSSRF_QUERYARGUMENTS',
      'GenericLFI_QUERYARGUMENTS',
      'GenericLFI_URIPATH',
      'GenericLFI_BODY',
      'RestrictedExtensions_URIPATH',
      'RestrictedExtensions_QUERYARGUMENTS',
      'GenericRFI_QUERYARGUMENTS',
      'GenericRFI_BODY',
      'GenericRFI_URIPATH',
      'CrossSiteScripting_COOKIE',
      'CrossSiteScripting_QUERYARGUMENTS',
      'CrossSiteScripting_BODY',
      'CrossSiteScripting_URIPATH',
    ]),
    ruleGroup('AWSManagedRulesKnownBadInputsRuleSet', 'Requests that exploit what is known to be vulnerable.', [
      'JavaDeserializationRCE_HEADER',
      'JavaDeserializationRCE_BODY',
      'JavaDeserializationRCE_URIPATH',
      'JavaDeserializationRCE_QUERYSTRING',
      'Host_localhost_HEADER',
      'PROPFIND_METHOD',
      'ExploitablePaths_URIPATH',
      'Log4JRCE_HEADER',
      'Log4JRCE_QUERYSTRING',
      'Log4JRCE_BODY',
      'Log4JRCE_URIPATH',
      'ReactJSRCE_BODY',
    ]),
    ruleGroup('AWSManagedRulesAmazonIpReputationList', 'Addresses that are known for attacks.', [
      'AWSManagedIPReputationList',
      'AWSManagedReconnaissanceList',
      'AWSManagedIPDDoSList',
    ]),
    ruleGroup(
      'AWSManagedRulesAnonymousIpList',
      'Addresses of VPNs, proxies and Tor, and of hosting providers other than AWS: servers there included.',
      ['AnonymousIPList', 'HostingProviderIPList'],
    ),
  ])
  .describe('A rule group, in the version that AWS makes the default one.');

export const webAcl = z
  .discriminatedUnion('use', [
    z.strictObject({ use: z.literal('off').describe('No web ACL stands before the user pool; say why.'), reason }),
    z.strictObject({
      use: z
        .literal('on')
        .describe(
          'A web ACL of AWS WAF, associated with the user pool. It sees the pages, the OAuth 2.0 endpoints and the ' +
            'operations without AWS credentials; never usernames, passwords, e-mail addresses and telephone numbers.',
        ),
      requestsPerAddress: z
        .int()
        .min(10)
        .max(2_000_000_000)
        .describe(
          'Requests that one IP address may make in five minutes; what is above is blocked. An office or a server is ' +
            'one address, and a sign-in takes several requests.',
        ),
      managedRuleGroups: z.array(managedRuleGroup).min(1).describe('Rule groups that AWS maintains, in this order.'),
      logRetentionDays: logRetentionDays.describe('Days that its log is kept.'),
    }),
  ])
  .describe('What requests pass before they reach the user pool (AWS::WAFv2::WebACL).');
