import type { Context, UserMigrationTriggerEvent } from 'aws-lambda';
import { answer } from '../answer';
import { bearerToken } from './bearer-token';
import { decide, questionOf } from './decide';
import { read } from './environment';
import { askLegacyService } from './legacy-service';
import { secretReader } from './secrets-manager';

const settings = read(process.env);
const endpoint = { url: settings.endpoint, fetch };
const token = bearerToken(secretReader(settings.tokenSecretName));

/** Creates a user whom the legacy service knows. What the service is asked and answers: docs/user-migration.md. */
export function handler(
  event: UserMigrationTriggerEvent,
  context: Pick<Context, 'awsRequestId'>,
): Promise<UserMigrationTriggerEvent> {
  return answer('UserMigration', context.awsRequestId, async () => {
    const deadline = AbortSignal.timeout(settings.deadlineMilliseconds);
    const response = decide(await askLegacyService(endpoint, token, questionOf(event), deadline));
    if (response !== undefined) event.response = response;
    return event;
  });
}
