import { DescribeRiskConfigurationCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { RiskConfigurationType } from '@aws-sdk/client-cognito-identity-provider';
import { canonicalOf } from '../review/effective/canonical-of';
import { plain } from './plain';
import type { Reader } from './read-live-pool';

/**
 * The risk configuration of the pool, and those of the clients that have one of their own. A client without one is answered
 * with that of the pool: one that says the same is taken for it.
 */
export async function readRiskConfigurations(
  reader: Reader,
  clientIds: readonly string[],
): Promise<readonly RiskConfigurationType[]> {
  const ofPool = await describe(reader, undefined);
  const own: RiskConfigurationType[] = [];
  for (const clientId of clientIds) {
    const found = await describe(reader, clientId);
    const isOwn = found?.ClientId === clientId && canonicalOf(blocksOf(found)) !== canonicalOf(blocksOf(ofPool));
    if (found !== undefined && isOwn) own.push(found);
  }
  return [...(ofPool === undefined ? [] : [ofPool]), ...own];
}

/** The blocks of SetRiskConfiguration. */
export function blocksOf(risk: RiskConfigurationType | undefined) {
  return plain({
    AccountTakeoverRiskConfiguration: risk?.AccountTakeoverRiskConfiguration,
    CompromisedCredentialsRiskConfiguration: risk?.CompromisedCredentialsRiskConfiguration,
    RiskExceptionConfiguration: risk?.RiskExceptionConfiguration,
  });
}

async function describe(
  { cognito, userPoolId: UserPoolId, attempt }: Reader,
  ClientId: string | undefined,
): Promise<RiskConfigurationType | undefined> {
  return attempt('DescribeRiskConfiguration', async () => {
    try {
      const { RiskConfiguration: risk } = await cognito.send(
        new DescribeRiskConfigurationCommand({ UserPoolId, ...(ClientId !== undefined && { ClientId }) }),
      );
      return risk;
    } catch (error) {
      // A pool without threat protection has none (API_DescribeRiskConfiguration).
      if (error instanceof Error && error.name === 'UserPoolAddOnNotEnabledException') return undefined;
      throw error;
    }
  });
}
