import { attributeReference } from '../template/value';
import type { Finding } from './control';
import { judge, look } from './look';
import { read, textIn, type Reading } from './reading';
import type { Located, PoolView } from './subject';
import { valueAt } from './value-at';

export const riskType = 'AWS::Cognito::UserPoolRiskConfigurationAttachment';
export const modeProperty = 'UserPoolAddOns.AdvancedSecurityMode';

/** What follows from a risk, weak to strong (AccountTakeoverActionType, CompromisedCredentialsActionsType). */
export const eventActions = ['NO_ACTION', 'MFA_IF_CONFIGURED', 'MFA_REQUIRED', 'BLOCK'] as const;

/** The mode of threat protection; without it the service looks at no risk. */
export function threatProtectionMode(pool: Located): Reading {
  const mode = read(pool.resource, modeProperty);
  return mode.kind === 'absent' ? { kind: 'known', value: 'OFF' } : mode;
}

/** The risk configurations of a pool: for all its clients, for one of them each, and those of which that is unknown. */
export function riskConfigurations({ parts, clients }: PoolView) {
  const isClient = ({ resource }: Located): boolean => {
    const reference = attributeReference(valueAt(resource, 'ClientId'));
    return clients.some(
      (client) => client.stack.artifact.path === reference?.stack && client.resource.logicalId === reference.logicalId,
    );
  };
  const all = parts(riskType);
  const forAll = all.filter(({ resource }) => textIn(read(resource, 'ClientId')) === 'ALL');
  const forClients = all.filter((each) => !forAll.includes(each) && (isClient(each) || isLiteral(each)));
  const unknown = all.filter((each) => !forAll.includes(each) && !forClients.includes(each));
  return { forAll, forClients, unknown };
}

function isLiteral({ resource }: Located): boolean {
  return textIn(read(resource, 'ClientId')) !== undefined;
}

/**
 * What the risk configuration for all clients says, beside a finding about the mode: in audit, and off, nothing of it is
 * done.
 */
export function enforcedRiskFindings(
  view: PoolView,
  wanted: string,
  findings: (at: Located) => readonly Finding[],
): readonly Finding[] {
  const mode = judge(view.pool, modeProperty, threatProtectionMode(view.pool), {
    wanted: '"ENFORCED": otherwise nothing is done about what is found',
    passes: (reading) => textIn(reading) === 'ENFORCED',
  });
  return [mode, ...riskFindings(view, wanted, findings)];
}

/** What the risk configuration for all clients says; a failure where there is none. */
export function riskFindings(
  view: PoolView,
  wanted: string,
  findings: (at: Located) => readonly Finding[],
): readonly Finding[] {
  const { forAll, unknown } = riskConfigurations(view);
  if (forAll.length > 0) return forAll.flatMap(findings);
  const [perhaps] = unknown;
  if (perhaps !== undefined) return [look(perhaps, 'ClientId', { wanted: '"ALL"', passes: () => false })];
  return [{ verdict: 'fail', at: view.pool, property: '', found: `no ${riskType} for all clients`, wanted }];
}
