import { inboxCapacity } from '../state/inbox';
import { logCapacity } from './activity';

/**
 * Puts what happens on top of the tables as it comes, and loads the page again when a lost connection is back, as something
 * may have happened meanwhile. Without it the page shows what there was when it was loaded.
 */
export const liveScript = `'use strict';
const tables = { message: document.getElementById('messages'), entry: document.getElementById('entries') };
const capacities = { message: ${inboxCapacity}, entry: ${logCapacity} };
if (tables.message !== null && tables.entry !== null) {
  const source = new EventSource('/desk/events');
  let isLost = false;
  source.addEventListener('error', () => { isLost = true; });
  source.addEventListener('open', () => { if (isLost) location.reload(); });
  for (const [name, table] of Object.entries(tables)) {
    source.addEventListener(name, (event) => {
      table.insertAdjacentHTML('afterbegin', JSON.parse(event.data));
      while (table.rows.length > capacities[name]) table.deleteRow(-1);
    });
  }
}
`;
