import { describeUserPoolClient } from '../describe/user-pool-client';
import { markup, type Markup } from '../markup';
import type { Client, Pool } from '../pool';
import type { Desk } from './desk';
import { table } from './layout';
import { isSampleClient } from './sample-app';
import { settingRows } from './setting-rows';
import { snippetsFor } from './snippets';

/** An app client: how it signs in, its settings, and how a program reaches it. */
export function clientCard(desk: Desk, pool: Pool, client: Client, secretShown: boolean): Markup {
  const { ClientSecret: _, ...settings } = describeUserPoolClient(pool, client);
  return markup`<article id="${client.id}">
    <h3>${client.name}</h3>
    <dl>
      <dt>Client id</dt>
      <dd><code>${client.id}</code></dd>
      <dt>Secret</dt>
      <dd>${secretOf(client, secretShown)}</dd>
      <dt>Auth flows</dt>
      <dd>${client.explicitAuthFlows.join(', ') || 'none'}</dd>
      <dt>OAuth</dt>
      <dd>
        ${
          client.oauth.flows.length === 0 ? 'off' : `${client.oauth.flows.join(', ')}: ${client.oauth.scopes.join(' ')}`
        }
      </dd>
    </dl>
    ${signInLinks(desk, pool, client)}
    <details>
      <summary>Snippets</summary>
      ${snippetsFor(pool, client).map(
        ({ title, text }) =>
          markup`<h4>${title}</h4>
            <pre class="snippet" tabindex="0" aria-label="${title}">${text}</pre>`,
      )}
    </details>
    <details>
      <summary>Settings</summary>
      ${table(`Settings of ${client.name}`, ['Setting', 'Value'], `settings-${client.id}`, settingRows(settings))}
    </details>
  </article>`;
}

/** Two where one is about to replace the other. */
function secretOf({ id, secrets }: Client, shown: boolean): Markup {
  if (secrets.length === 0) return markup`none`;
  if (!shown) return markup`•••••••• <a href="?secret=${id}#${id}">Show</a>`;
  return markup`${secrets.map(({ value }) => markup`<code>${value}</code> `)}`;
}

/** Where a person can sign in with the client at once. */
function signInLinks({ service, sampleApp }: Desk, pool: Pool, client: Client): Markup {
  const { allowed, flows, localUsers, callbackUrls } = client.oauth;
  const [redirectUri] = callbackUrls;
  const hasPages = service.domains.ofPool(pool.id).length > 0 && allowed && localUsers && flows.includes('code');
  const links = [
    ...(hasPages && redirectUri !== undefined ? [['Managed login', authorizeAt(client, redirectUri)] as const] : []),
    ...(sampleApp !== undefined && isSampleClient(client)
      ? [['Sample application', `/sample?client=${client.id}`] as const]
      : []),
  ];
  return markup`${links.length > 0 && markup`<p>Sign in: ${links.map(([name, to]) => markup`<a href="${to}">${name}</a> `)}</p>`}`;
}

function authorizeAt({ id }: Client, redirectUri: string): string {
  const query = new URLSearchParams({ client_id: id, response_type: 'code', redirect_uri: redirectUri });
  return `/oauth2/authorize?${query.toString()}`;
}
