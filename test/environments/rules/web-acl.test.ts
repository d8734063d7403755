import { environment } from '../../../lib/environments/environment';
import { webAclRules } from '../../../lib/environments/rules/web-acl';
import { type Draft, draft } from '../draft';
import { pagesOf } from '../pages-drafts';
import { testRules } from './rule-rows';

const metadataRule = 'EC2MetaDataSSRF_QUERYARGUMENTS';
const inclusionRule = 'GenericRFI_QUERYARGUMENTS';

/** A draft with a web ACL, whose web client has pages. */
function filtered(countedRules: readonly string[], callbackUrl: string, change?: (environment: Draft) => void): Draft {
  return draft((e) => {
    e.webAcl = environment.shape.webAcl.parse({
      use: 'on',
      requestsPerAddress: 1000,
      managedRuleGroups: [
        { name: 'AWSManagedRulesAmazonIpReputationList', countedRules: [] },
        { name: 'AWSManagedRulesCommonRuleSet', countedRules },
      ],
      logRetentionDays: 90,
    });
    pagesOf(e, 'web');
    const { web } = e.clients;
    if (web?.kind === 'browser' && web.managedLogin.use === 'on') web.managedLogin.callbackUrls.push(callbackUrl);
    change?.(e);
  });
}

testRules(webAclRules, {
  broken: [
    {
      rule: 'web-acl-and-loopback',
      what: 'a callback on localhost that the core rule set blocks',
      candidate: filtered([], 'http://localhost:3000/signed-in'),
      path: 'webAcl.managedRuleGroups[1].countedRules',
      instead: `Add ${metadataRule}, or`,
    },
    {
      rule: 'web-acl-and-loopback',
      what: 'a callback on an address of loopback that one more rule blocks',
      candidate: filtered([metadataRule], 'http://127.0.0.1:3000/signed-in'),
      path: 'webAcl.managedRuleGroups[1].countedRules',
      instead: `Add ${inclusionRule}, or`,
    },
  ],
  fine: [
    ['a callback on localhost that is counted', filtered([metadataRule], 'http://localhost:3000/signed-in')],
    [
      'a callback on an address of loopback that is counted',
      filtered([metadataRule, inclusionRule], 'http://127.0.0.1:3000/signed-in'),
    ],
    ['a callback at a name that begins like loopback', filtered([], 'https://localhost.example.com/signed-in')],
  ],
});

test('a rule of a group of AWS WAF that does not exist is refused, since WAF would ignore it', () => {
  const parsed = environment.shape.webAcl.safeParse({
    use: 'on',
    requestsPerAddress: 1000,
    managedRuleGroups: [{ name: 'AWSManagedRulesCommonRuleSet', countedRules: ['SizeRestriction_BODY'] }],
    logRetentionDays: 90,
  });
  expect(parsed.error?.issues.map(({ path }) => path)).toEqual([['managedRuleGroups', 0, 'countedRules', 0]]);
});
