import type { ServerResponse } from 'node:http';
import type { Desk } from './desk';
import { logRow, messageRow } from './rows';

/** Sends the rows of the desk's tables as they come (HTML, server-sent events), until the page is closed. */
export function streamEvents(desk: Pick<Desk, 'inbox' | 'activity'>, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  // The headers go out at once: the page then knows that it is connected.
  response.write(': connected\n\n');
  const send = (event: string, row: string): boolean =>
    response.write(`event: ${event}\ndata: ${JSON.stringify(row)}\n\n`);
  const endings = [
    desk.inbox.watch((message) => send('message', messageRow(message).text)),
    desk.activity.watch((entry) => send('entry', logRow(entry).text)),
  ];
  response.on('close', () => {
    for (const end of endings) end();
  });
}
