import type { ApplicationClient, ApplicationSettings } from './application-settings';
import { UsageError } from './usage-error';

/**
 * Lines for a .env file and for a shell. With one client its variables are COGNITO_CLIENT_ID and the like, with all of
 * them each has its name in between: COGNITO_CLIENT_WEB_ID.
 *
 * @throws UsageError when two clients would have the same variables
 */
export function envLines(settings: ApplicationSettings, scope: 'one-client' | 'all-clients'): readonly string[] {
  const variables: readonly Variable[] = [
    ['COGNITO_REGION', settings.region],
    ['COGNITO_USER_POOL_ID', settings.userPoolId],
    ['COGNITO_ISSUER', settings.issuer],
    ['COGNITO_JWKS_URI', settings.jwksUri],
    ['COGNITO_MANAGED_LOGIN_DOMAIN', settings.managedLoginDomain],
    ['COGNITO_IDENTITY_POOL_ID', settings.identityPoolId],
    // The SDKs read it by themselves.
    ['AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER', settings.endpoint],
    ...settings.clients.flatMap((client) =>
      clientVariables(
        client,
        scope === 'one-client' ? 'COGNITO_CLIENT' : `COGNITO_CLIENT_${constantCase(client.name)}`,
      ),
    ),
  ];
  const names = variables.map(([name]) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    const clients = settings.clients.map(({ name }) => name).join(', ');
    throw new UsageError(`Two of the app clients ${clients} would be ${repeated}. Name one of them with --client.`);
  }
  return variables.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${quoted(value)}`]));
}

type Variable = readonly [name: string, value: string | undefined];

function clientVariables(client: ApplicationClient, prefix: string): readonly Variable[] {
  return [
    [`${prefix}_ID`, client.id],
    [`${prefix}_SECRET_NAME`, client.secretName],
    // As a request says them (RFC 6749 section 3.3).
    [`${prefix}_SCOPES`, client.scopes.length > 0 ? client.scopes.join(' ') : undefined],
  ];
}

function constantCase(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
}

/** For a shell, and for those who read .env files: what is between single quotes means itself. */
function quoted(value: string): string {
  return /^[\w.:/@%+,-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
