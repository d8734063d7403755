import { Token } from '../../template/value';
import type { Control, Finding } from '../control';
import { notKnown } from '../reading';
import type { Located } from '../subject';
import { all, any, not, type Truth, verdictOf } from '../truth';
import { valueAt } from '../value-at';
import { rulesOf, webAclsOf, webAclType } from '../web-acls';
import type { WebAclRule } from '../web-acls';

/** Managed rule groups about who sends a request, and the core rules. */
const protecting = [
  'AWSManagedRulesAmazonIpReputationList',
  'AWSManagedRulesAnonymousIpList',
  'AWSManagedRulesBotControlRuleSet',
  'AWSManagedRulesCommonRuleSet',
];
/** Cognito refuses a web ACL with it. */
const refused = 'AWSManagedRulesATPRuleSet';

export const webAclRules: Control = {
  id: 'CGN-WAF-02',
  what: 'The web ACL limits the rate of requests, has a managed rule group about their senders, and none that Cognito refuses.',
  why: 'A web ACL that is empty, or only counts, lets everything through.',
  sources: [{ source: 'AWS developer guide', id: 'user-pool-waf' }],
  severity: { sandbox: 'informational', 'pre-production': 'low', production: 'medium' },
  field: 'webAcl',
  check: (subject) => webAclsOf(subject).flatMap(findings),
  orders: [
    {
      type: webAclType,
      property: 'Rules',
      measure: (at) => {
        const rules = rulesOf(at);
        const token = rules.find((each) => each instanceof Token);
        if (token !== undefined) return notKnown(`${token.describe()}: ${token.reason}`, valueAt(at.resource, 'Rules'));
        const known = rules.flatMap((rule) => (rule instanceof Token || acts(rule) === false ? [] : [rule]));
        const groups = known.flatMap(({ ruleGroups }) => ruleGroups.filter((name) => typeof name === 'string'));
        return { kind: 'known', value: [...groups, ...(known.some(({ isRateBased }) => isRateBased) ? ['rate'] : [])] };
      },
      scale: { kind: 'set', stronger: 'larger' },
    },
  ],
};

function findings(at: Located): readonly Finding[] {
  const rules = rulesOf(at);
  const some = (matches: (rule: WebAclRule) => Truth): Truth =>
    any(rules.map((rule) => (rule instanceof Token ? undefined : matches(rule))));
  const rate = some((rule) => (rule.isRateBased ? acts(rule) : elsewhere(rule)));
  const senders = some((rule) =>
    has(rule, protecting) === false ? elsewhere(rule) : all([acts(rule), has(rule, protecting)]),
  );
  const atp = some((rule) => has(rule, [refused]));
  const found = `${rules.length} rules: ${rules.map(shown).join('; ')}`;
  const finding = (truth: Truth, wanted: string): Finding => ({
    verdict: verdictOf(truth),
    at,
    property: 'Rules',
    found,
    wanted,
  });
  return [
    finding(rate, 'a rule with RateBasedStatement that does more than count'),
    finding(senders, `one of ${protecting.join(', ')} that does more than count`),
    finding(not(atp), `no ${refused}: the association is refused`),
  ];
}

/** What the rules of a group do that is described elsewhere is not known. */
function elsewhere({ isElsewhere }: WebAclRule): Truth {
  return isElsewhere ? undefined : false;
}

function acts({ action }: WebAclRule): Truth {
  return action instanceof Token ? undefined : action !== undefined && action !== 'Count' && action !== 'Allow';
}

function has({ ruleGroups }: WebAclRule, names: readonly string[]): Truth {
  return any(ruleGroups.map((group) => (group instanceof Token ? undefined : names.includes(group))));
}

function shown(rule: WebAclRule | Token): string {
  if (rule instanceof Token) return rule.describe();
  const what = rule.isRateBased
    ? 'rate'
    : rule.ruleGroups.map((each) => (each instanceof Token ? each.describe() : each));
  const action = rule.action instanceof Token ? rule.action.describe() : (rule.action ?? 'no action');
  return `${typeof what === 'string' ? what : what.join(', ') || 'other'} (${action})`;
}
