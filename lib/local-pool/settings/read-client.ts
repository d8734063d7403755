import type { Findings } from './findings';
import { brief } from './findings';
import type { AttributeSchema, ClientSettings, RefreshTokenRotation } from './pool-settings';
import type { PropertyReader } from './property-reader';
import { readOAuth } from './read-oauth';
import { writtenByTheService } from './standard-attributes';
import { readTokenLifetimes } from './token-lifetimes';
import type { userPoolClientProperties } from './user-pool-client-properties';

type ClientReader = PropertyReader<typeof userPoolClientProperties>;

/** One app client. @param schema the attributes of its pool, which its lists may name */
export function readClient(read: ClientReader, schema: readonly AttributeSchema[], findings: Findings): ClientSettings {
  const readable = schema.map(({ name }) => name);
  const writable = readable.filter((name) => !writtenByTheService.includes(name));
  checkAttributes('ReadAttributes', readable, read, findings);
  checkAttributes('WriteAttributes', writable, read, findings);
  refuseEmptyList('ExplicitAuthFlows', read, findings);
  return {
    logicalId: read.logicalId,
    name: read.text('ClientName') ?? read.logicalId,
    generateSecret: read.boolean('GenerateSecret'),
    explicitAuthFlows: read.choices('ExplicitAuthFlows[]'),
    preventUserExistenceErrors: read.choice('PreventUserExistenceErrors') === 'ENABLED',
    tokenRevocation: read.boolean('EnableTokenRevocation'),
    refreshTokenRotation: readRotation(read),
    ...readTokenLifetimes(read, findings),
    authSessionSeconds: read.integer('AuthSessionValidity') * 60,
    readAttributes: read.texts('ReadAttributes[]'),
    writeAttributes: read.texts('WriteAttributes[]'),
    oauth: readOAuth(read, findings),
  };
}

function readRotation(read: ClientReader): RefreshTokenRotation | undefined {
  if (read.choice('RefreshTokenRotation.Feature') !== 'ENABLED') return undefined;
  return { retryGracePeriodSeconds: read.integer('RefreshTokenRotation.RetryGracePeriodSeconds') };
}

/** A client with an attribute that its pool has not, or that the service keeps, is refused at deployment. */
function checkAttributes(
  list: 'ReadAttributes' | 'WriteAttributes',
  known: readonly string[],
  read: ClientReader,
  findings: Findings,
): void {
  refuseEmptyList(list, read, findings);
  const unknown = (read.texts(`${list}[]`) ?? []).filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  findings.stop(read.logicalId, list, {
    got: brief(unknown),
    expected: list === 'ReadAttributes' ? 'attributes of the pool' : 'attributes of the pool that users may write',
    nextStep: 'Remove them, or declare them in the Schema of the pool (in the list with the prefix custom:).',
    words: `Invalid ${list === 'ReadAttributes' ? 'read' : 'write'} attributes specified while creating a client`,
  });
}

/** The service takes some empty lists as if nothing was written: everything instead of nothing. */
function refuseEmptyList(
  list: 'ReadAttributes' | 'WriteAttributes' | 'ExplicitAuthFlows',
  read: ClientReader,
  findings: Findings,
): void {
  const written = read.at(list);
  if (!Array.isArray(written) || written.length > 0) return;
  findings.stop(read.logicalId, list, {
    got: 'an empty list',
    expected: 'at least one entry, or no list',
    nextStep: 'Write what is meant: the service may take an empty list as none at all, which allows more.',
  });
}
