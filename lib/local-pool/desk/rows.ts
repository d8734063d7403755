import { markup, type Markup } from '../markup';
import type { Message } from '../state/inbox';
import type { LogEntry } from './activity';

/** A message of the inbox. It is for test users, so its code stands there to be copied. */
export function messageRow({ sentAt, medium, to, subject, body, kind, code }: Message): Markup {
  return markup`<tr>
    <td>${timeOf(Date.parse(sentAt))}</td>
    <td>${medium === 'EMAIL' ? 'e-mail' : 'SMS'} to ${to}</td>
    <td>
      <details>
        <summary>${kind === 'Sent' ? subject : kind}</summary>
        <p><strong>${subject}</strong></p>
        <pre>${body}</pre>
      </details>
    </td>
    <td>${code !== undefined && markup`<code class="code">${code}</code>`}</td>
  </tr>`;
}

/** A request, with the challenge that it was answered with, or a run of a trigger function. */
export function logRow(entry: LogEntry): Markup {
  return markup`<tr class="${failed(entry) ? 'failed' : entry.kind}">
    <td>${timeOf(entry.at)}</td>
    <td>${entry.kind}</td>
    <td>${entry.what}</td>
    <td>${outcomeOf(entry)}</td>
    <td class="number">${entry.milliseconds.toFixed(1)} ms</td>
  </tr>`;
}

function failed(entry: LogEntry): boolean {
  return entry.kind === 'request' ? entry.status >= 400 || entry.error !== undefined : entry.outcome !== 'returned';
}

function outcomeOf(entry: LogEntry): string {
  switch (entry.kind) {
    case 'request':
      return [entry.status, entry.error, entry.challenge].filter((part) => part !== undefined).join(' ');
    case 'trigger':
      return `${entry.outcome} (${entry.functionName})`;
  }
}

/** UTC, as the log of the terminal shows it. */
function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(11, 19);
}
