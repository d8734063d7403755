import { isList } from '../../template/value';
import type { Complaint, Findings } from './findings';
import { brief } from './findings';
import type { OAuthSettings } from './pool-settings';
import type { PropertyReader } from './property-reader';
import type { userPoolClientProperties } from './user-pool-client-properties';

type ClientReader = PropertyReader<typeof userPoolClientProperties>;

/** What an app client says of OAuth 2.0; what the service refuses about it stops the start. */
export function readOAuth(read: ClientReader, findings: Findings): OAuthSettings {
  checkOAuth(read, findings);
  const providers = read.at('SupportedIdentityProviders') ?? [];
  return {
    allowed: read.boolean('AllowedOAuthFlowsUserPoolClient'),
    flows: read.choices('AllowedOAuthFlows[]'),
    scopes: read.texts('AllowedOAuthScopes[]') ?? [],
    callbackUrls: read.texts('CallbackURLs[]') ?? [],
    logoutUrls: read.texts('LogoutURLs[]') ?? [],
    defaultRedirectUri: read.text('DefaultRedirectURI'),
    localUsers: !isList(providers) || providers.length === 0 || providers.includes('COGNITO'),
  };
}

/** With the service's words (CreateUserPoolClient; measured at deployments, 2026-09). */
function checkOAuth(read: ClientReader, findings: Findings): void {
  const stop = (path: string, complaint: Complaint): void => findings.stop(read.logicalId, path, complaint);
  const flows = read.choices('AllowedOAuthFlows[]');
  const withUser = flows.filter((flow) => flow === 'code' || flow === 'implicit');
  if (
    read.boolean('AllowedOAuthFlowsUserPoolClient') &&
    (isEmpty(read, 'AllowedOAuthFlows') || isEmpty(read, 'AllowedOAuthScopes'))
  )
    stop('AllowedOAuthFlowsUserPoolClient', {
      got: 'true without flows or without scopes',
      expected: 'AllowedOAuthFlows and AllowedOAuthScopes beside it',
      nextStep: 'Write both, or false: the service refuses one without the others.',
      words: 'AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.',
    });
  if (withUser.length > 0 && isEmpty(read, 'CallbackURLs'))
    stop('CallbackURLs', {
      got: `none, with ${withUser.join(', ')}`,
      expected: 'at least one URL',
      nextStep: 'Write CallbackURLs: the service refuses these flows without one.',
      words: 'CallbackUrls can not be empty when code flow or implicit flow is selected',
    });
  if (flows.includes('client_credentials')) checkClientCredentials(read, withUser, stop);
  checkUrls(read, stop);
  if (read.boolean('EnablePropagateAdditionalUserContextData') && !read.boolean('GenerateSecret'))
    stop('EnablePropagateAdditionalUserContextData', {
      got: 'true for a client without a secret',
      expected: 'GenerateSecret true beside it',
      nextStep: 'Write GenerateSecret: true, or false here: the service refuses it.',
      words: 'Client Secret is required to set EnablePropagateAdditionalUserContextData as true',
    });
}

type Stop = (path: string, complaint: Complaint) => void;

function checkClientCredentials(read: ClientReader, withUser: readonly string[], stop: Stop): void {
  if (withUser.length > 0)
    stop('AllowedOAuthFlows', {
      got: `client_credentials beside ${withUser.join(', ')}`,
      expected: 'client_credentials alone',
      nextStep: 'Make two app clients of it: the service refuses both kinds of flow in one.',
      words: 'client_credentials flow can not be selected along with code flow or implicit flow.',
    });
  if (!read.boolean('GenerateSecret'))
    stop('AllowedOAuthFlows', {
      got: 'client_credentials for a client without a secret',
      expected: 'GenerateSecret true beside it',
      nextStep: 'Write GenerateSecret: true: the service refuses this flow without a secret.',
      words: 'client_credentials flow can not be selected if client does not have a client secret.',
    });
}

function checkUrls(read: ClientReader, stop: Stop): void {
  for (const list of ['CallbackURLs', 'LogoutURLs'] as const) {
    for (const url of read.texts(`${list}[]`) ?? []) {
      const words = urlProblem(url);
      if (words === undefined) continue;
      const expected = 'https without a fragment; http for localhost alone';
      stop(list, { got: brief(url), expected, nextStep: 'Correct the URL: the service refuses it.', words });
    }
  }
  const [redirect, callbacks] = [read.text('DefaultRedirectURI'), read.texts('CallbackURLs[]') ?? []];
  const areKnown = callbacks.length === lengthOf(read, 'CallbackURLs');
  if (redirect !== undefined && areKnown && !callbacks.includes(redirect))
    stop('DefaultRedirectURI', {
      got: brief(redirect),
      expected: 'one of CallbackURLs',
      nextStep: 'Add it to CallbackURLs: the service refuses it otherwise.',
      words: `The default redirect URI ${redirect} is not in the callback URIs list.`,
    });
}

/** Loopback may be called without TLS (API reference, CallbackURLs); a scheme of an app's own may be anything. */
function urlProblem(url: string): string | undefined {
  if (/^http:\/\/(?!(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$))/.test(url))
    return `${url} cannot use the HTTP protocol.`;
  return url.includes('#') ? `${url} cannot use fragment` : undefined;
}

type OAuthList = 'AllowedOAuthFlows' | 'AllowedOAuthScopes' | 'CallbackURLs';

/** A list that is known only after deployment has something in it. */
function isEmpty(read: ClientReader, list: OAuthList): boolean {
  return lengthOf(read, list) === 0;
}

function lengthOf(read: ClientReader, list: OAuthList): number | undefined {
  const written = read.at(list) ?? [];
  return isList(written) ? written.length : undefined;
}
