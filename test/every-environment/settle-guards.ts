import type { Draft } from '../environments/draft';
import { keep, reason } from './settle';

/** What watches the user pool, and who gets AWS credentials. */
export function settleGuards(environment: Draft): void {
  settleThreatProtection(environment);
  settleWebAcl(environment);
  settleMonitoring(environment);
  settleGroups(environment);
  settleIdentityPool(environment);
}

function settleThreatProtection({ threatProtection, emailSender, triggers, mfa, ...environment }: Draft): void {
  if (threatProtection.mode === 'off') {
    environment.logDelivery.userActivity = { deliver: false, reason };
    return;
  }
  const { accountTakeover, ipAddresses } = threatProtection.riskConfiguration;
  const canTell = emailSender.kind === 'ses' && triggers.customEmailSender === undefined;
  if (!canTell) accountTakeover.notification = { send: false, reason };
  for (const level of ['low', 'medium', 'high'] as const) {
    if (!accountTakeover.notification.send) accountTakeover[level].notify = false;
    if (mfa.mode === 'off' && accountTakeover[level].action.startsWith('MFA_')) accountTakeover[level].action = 'BLOCK';
  }
  keep(ipAddresses.trusted, (range) => !ipAddresses.blocked.includes(range));
}

/** What a web ACL would block although the user pool is there for it. */
function settleWebAcl({ webAcl }: Draft): void {
  if (webAcl.use === 'off') return;
  const names = webAcl.managedRuleGroups.map(({ name }) => name);
  webAcl.managedRuleGroups = webAcl.managedRuleGroups.filter(({ name }, index) => names.indexOf(name) === index);
  for (const group of webAcl.managedRuleGroups) {
    if (group.name !== 'AWSManagedRulesCommonRuleSet') continue;
    const counted = ['EC2MetaDataSSRF_QUERYARGUMENTS', 'GenericRFI_QUERYARGUMENTS'] as const;
    group.countedRules = [...new Set([...group.countedRules, ...counted])];
  }
}

function settleMonitoring({ monitoring, threatProtection, triggers }: Draft): void {
  if (monitoring.alarms === 'off') return;
  if (threatProtection.mode === 'off') delete monitoring.riskEvents;
  else monitoring.riskEvents ??= 5;
  const { functions, ...declared } = triggers;
  if (Object.values(declared).every((trigger) => trigger === undefined)) delete monitoring.triggers;
  else monitoring.triggers ??= { errors: 5, milliseconds: 4000 };
}

function settleGroups({ groups }: Draft): void {
  const taken = new Set<number>();
  for (const group of Object.values(groups)) {
    while (taken.has(group.precedence)) group.precedence = (group.precedence + 1) % 2 ** 31;
    taken.add(group.precedence);
  }
}

function settleIdentityPool(environment: Draft): void {
  const { identityPool, clients, groups } = environment;
  if (identityPool.credentials === 'none') return;
  const people = Object.entries(clients).filter(([, { kind }]) => kind !== 'machine');
  identityPool.clients = people.map(([name]) => name);
  if (people.length === 0) environment.identityPool = { credentials: 'none' };
  const { roleMapping } = identityPool;
  if (roleMapping.by === 'token' && Object.values(groups).every(({ roleArn }) => roleArn === undefined)) {
    identityPool.roleMapping = { by: 'authenticated-role' };
  }
  if (roleMapping.by === 'rules') for (const rule of roleMapping.rules) rule.claim = 'cognito:groups';
}
