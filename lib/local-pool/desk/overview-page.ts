import { markup, type Markup } from '../markup';
import type { Pool } from '../pool';
import type { Desk, TemplatePool } from './desk';
import { layout, table } from './layout';
import { logRow, messageRow } from './rows';

/** The desk itself: which pools run, what they have sent, and what is asked of them. The last two fill up by themselves. */
export function overviewPage(desk: Desk): Markup {
  const pools = [...desk.service.pools.values()];
  return layout(
    'Local user pools',
    markup`<section id="pools">
        <h1>User pools</h1>
        <p>Endpoint for SDKs: <code>${desk.origin}</code></p>
        ${pools.length === 0 && markup`<p>None is there yet: programs make their own by CreateUserPool.</p>`}
        <ul class="cards">
          ${pools.map((pool) => poolCard(desk, pool))}
        </ul>
      </section>
      <section id="inbox">
        <h2>Inbox</h2>
        <p>Every message that the pools would have sent, the newest first; times are UTC.</p>
        ${table('Inbox', ['Sent', 'To', 'Message', 'Code'], 'messages', desk.inbox.all().toReversed().map(messageRow))}
      </section>
      <section id="log">
        <h2>Log</h2>
        <p>Requests, the challenges they were answered with, and runs of triggers, the newest first.</p>
        ${table('Log', ['At', 'What', 'Name', 'Outcome', 'Took'], 'entries', desk.activity.all().toReversed().map(logRow))}
      </section>`,
  );
}

function poolCard({ templates }: Desk, pool: Pool): Markup {
  const template = templates.find(({ poolId }) => poolId === pool.id);
  return markup`<li>
    <h2><a href="/desk/pools/${pool.id}">${pool.settings.name}</a></h2>
    <p>${pool.id}, ${template?.path ?? 'made by CreateUserPool'}</p>
    <p>
      ${pool.clients.size} app client${pool.clients.size === 1 ? '' : 's'}, MFA
      ${pool.settings.mfa.mode}${template !== undefined && `, ${simulated(template)}`}
    </p>
  </li>`;
}

function simulated({ notSimulated }: TemplatePool): string {
  if (notSimulated.length === 0) return 'everything simulated';
  return `not simulated: ${notSimulated.map(({ name }) => name).join(', ')}`;
}
