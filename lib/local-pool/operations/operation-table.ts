import { notSimulatedOperations } from './not-simulated-operations';
import type { Authorisation } from './operation';
import { operations } from './registry';
import { serviceOperations } from './service-operations';

const authorisations: { readonly [Each in Authorisation]: string } = {
  client: 'client id',
  'access-token': 'access token or session',
  signature: 'signature',
};

/** Every operation of the service with what the local user pool does about it and why it does not, as Markdown. */
export function renderOperationTable(): string {
  const rows = [...serviceOperations].toSorted().map((name) => {
    const operation = operations.get(name);
    const answered = operation === undefined ? 'not simulated' : 'answered';
    return `| ${name} | ${answered} | ${operation === undefined ? '' : authorisations[operation.authorisation]} |`;
  });
  const leftOut = notSimulatedOperations.map(
    ({ feature, operations: names }) => `| ${feature.name} | ${names.join(', ')} | ${feature.reason} |`,
  );
  return [
    '| operation | state | authorised by |',
    '| --- | --- | --- |',
    ...rows,
    '',
    'What is not simulated answers `NotSimulatedException` (501), which names the operation and the feature.',
    '',
    '| feature | operations | why |',
    '| --- | --- | --- |',
    ...leftOut,
  ].join('\n');
}
