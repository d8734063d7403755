import { describeMfa } from '../describe/mfa-configuration';
import { describeUserPool } from '../describe/user-pool';
import { markup, type Markup } from '../markup';
import type { Pool } from '../pool';
import { clientCard } from './client-card';
import type { Desk } from './desk';
import { layout, table } from './layout';
import { settingRows } from './setting-rows';
import { usersSection } from './users-section';

/** What of a pool is asked for. */
export interface PoolView {
  /** The id of the client whose secret is shown. */
  readonly secret: string | null;
  /** Part of a name or an address of the users that are shown. */
  readonly user: string | null;
}

/** One pool: what it is made of and who is in it. */
export function poolPage(desk: Desk, pool: Pool, { secret, user }: PoolView): Markup {
  const template = desk.templates.find(({ poolId }) => poolId === pool.id);
  const { settings, clients } = pool;
  return layout(
    settings.name,
    markup`<h1>${settings.name}</h1>
      <p>${pool.id} from ${template?.path ?? 'CreateUserPool'}, issuer <code>${pool.issuer}</code></p>
      ${template !== undefined && notSimulated(template.notSimulated)}
      <section id="clients">
        <h2>App clients</h2>
        ${clients.size === 0 && markup`<p>None yet.</p>`}
        ${[...clients.values()].map((client) => clientCard(desk, pool, client, secret === client.id))}
      </section>
      ${usersSection(pool, user?.trim() ?? '')}
      <section id="settings">
        <h2>Settings</h2>
        <p>What DescribeUserPool and GetUserPoolMfaConfig tell${template !== undefined && ', as the template says it'}.</p>
        ${table(
          'Settings',
          ['Setting', 'Value'],
          'settings-listed',
          settingRows({ ...describeUserPool(pool, desk.service.domains), ...describeMfa(settings) }),
        )}
      </section>`,
  );
}

/** Ids are new at each start, so that a page that was left open may lead to one of before. */
export function noPoolPage(poolId: string): Markup {
  return layout(
    'No such user pool',
    markup`<h1>No such user pool</h1>
      <p>No user pool <code>${poolId}</code> runs here. Without --state the ids are new at each start.</p>
      <p><a href="/">All user pools</a></p>`,
  );
}

function notSimulated(features: Desk['templates'][number]['notSimulated']): Markup {
  if (features.length === 0) return markup`<p>Everything in the template is simulated.</p>`;
  return markup`<details>
    <summary>Not simulated: ${features.map(({ name }) => name).join(', ')}</summary>
    <ul>
      ${features.map(({ name, reason }) => markup`<li><strong>${name}</strong>: ${reason}</li>`)}
    </ul>
  </details>`;
}
