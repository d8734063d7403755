import { describeUserPool } from '../describe/user-pool';
import { markup, type Markup } from '../markup';
import type { Client, Pool } from '../pool';
import type { Desk } from './desk';
import { layout, table } from './layout';
import { settingRows } from './setting-rows';
import { snippetsFor } from './snippets';
import { userRow } from './user-row';

/** More would make the page slow to read for people and browsers alike. */
const mostUsers = 100;

/**
 * One pool: what it is made of and who is in it.
 *
 * @param shown the id of the client whose secret is asked for
 */
export function poolPage(desk: Desk, pool: Pool, shown: string | undefined): Markup {
  const template = desk.templates.find(({ poolId }) => poolId === pool.id);
  const users = pool.users.all();
  return layout(
    pool.settings.name,
    markup`<h1>${pool.settings.name}</h1>
      <p>${pool.id} from ${template?.path ?? 'CreateUserPool'}, issuer <code>${pool.issuer}</code></p>
      ${template !== undefined && notSimulated(template.notSimulated)}
      <section id="clients">
        <h2>App clients</h2>
        ${[...pool.clients.values()].map((client) => clientCard(pool, client, shown === client.id))}
      </section>
      <section id="users">
        <h2>Users</h2>
        ${users.length > mostUsers && markup`<p>The first ${mostUsers} of ${users.length}.</p>`}
        ${
          users.length === 0
            ? markup`<p>Nobody yet.</p>`
            : table('Users', userHeadings, 'users-listed', users.slice(0, mostUsers).map(userRow))
        }
      </section>
      <section id="settings">
        <h2>Settings</h2>
        <p>As the template says and DescribeUserPool tells.</p>
        ${table('Settings', ['Setting', 'Value'], 'settings-listed', settingRows(describeUserPool(pool, desk.service.domains)))}
      </section>`,
  );
}

const userHeadings = ['User', 'Status', 'Address', 'Factors', 'Devices', 'Groups'];

function notSimulated(features: Desk['templates'][number]['notSimulated']): Markup {
  if (features.length === 0) return markup`<p>Everything in the template is simulated.</p>`;
  return markup`<details>
    <summary>Not simulated: ${features.map(({ name }) => name).join(', ')}</summary>
    <ul>
      ${features.map(({ name, reason }) => markup`<li><strong>${name}</strong>: ${reason}</li>`)}
    </ul>
  </details>`;
}

function clientCard(pool: Pool, client: Client, secretShown: boolean): Markup {
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
    <details>
      <summary>Snippets</summary>
      ${snippetsFor(pool, client).map(
        ({ title, text }) =>
          markup`<h4>${title}</h4>
            <pre class="snippet" tabindex="0" aria-label="${title}">${text}</pre>`,
      )}
    </details>
  </article>`;
}

function secretOf({ id, secret }: Client, shown: boolean): Markup {
  if (secret === undefined) return markup`none`;
  return shown ? markup`<code>${secret}</code>` : markup`•••••••• <a href="?secret=${id}#${id}">Show</a>`;
}
