/** Puts what happens on top of the tables as it comes. Without it the page shows what there was when it was loaded. */
export const liveScript = `'use strict';
const tables = { message: document.getElementById('messages'), entry: document.getElementById('entries') };
if (tables.message !== null && tables.entry !== null) {
  const source = new EventSource('/desk/events');
  for (const [name, table] of Object.entries(tables)) {
    source.addEventListener(name, (event) => {
      table.insertAdjacentHTML('afterbegin', JSON.parse(event.data));
      while (table.rows.length > 500) table.deleteRow(-1);
    });
  }
}
`;
