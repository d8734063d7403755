import type { UICustomizationType } from '@aws-sdk/client-cognito-identity-provider';
import type { Pool } from '../pool';
import { everyClient } from '../state/stored-configuration';
import { wireTime, type Wire } from '../wire/response';

/** The look of the classic pages of a client, or of the pool; a client that has none has that of the pool. */
export function describeUi(pool: Pool, clientId: string): Wire<UICustomizationType> {
  const { uiCustomizations } = pool.stored;
  const own = uiCustomizations.get(clientId);
  const found = own ?? uiCustomizations.get(everyClient);
  if (found === undefined) return {};
  return {
    UserPoolId: pool.id,
    ClientId: own === undefined ? everyClient : clientId,
    ...(found.css !== undefined && { CSS: found.css }),
    LastModifiedDate: wireTime(found.modified),
    CreationDate: wireTime(found.created),
  };
}
