import type { Authorisation } from './operation';
import { operations } from './registry';
import { serviceOperations } from './service-operations';

const authorisations: { readonly [Each in Authorisation]: string } = {
  client: 'client id',
  'access-token': 'access token or session',
  signature: 'signature',
};

/** Every operation of the service with what the local user pool does about it, as Markdown. */
export function renderOperationTable(): string {
  const rows = [...serviceOperations].toSorted().map((name) => {
    const operation = operations.get(name);
    const answered = operation === undefined ? 'not simulated' : 'answered';
    return `| ${name} | ${answered} | ${operation === undefined ? '' : authorisations[operation.authorisation]} |`;
  });
  return ['| operation | state | authorised by |', '| --- | --- | --- |', ...rows].join('\n');
}
