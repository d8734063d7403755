import { readFileSync } from 'node:fs';
import path from 'node:path';
import { features } from '../../../lib/local-pool/settings/features';
import { renderPropertyTables } from '../../../lib/local-pool/settings/render-property-tables';
import { renderOperationTable } from '../../../lib/local-pool/operations/operation-table';
import { withSection } from '../../../lib/local-pool/page-section';

const page = readFileSync(path.join(__dirname, '../../../docs/local-pool.md'), 'utf8');

test('docs/local-pool.md holds the tables of the properties as they are in the code', () => {
  expect(page).toBe(withSection(page, 'properties', renderPropertyTables()));
});

test('docs/local-pool.md holds the table of the operations as it is in the code', () => {
  expect(page).toBe(withSection(page, 'operations', renderOperationTable()));
});

test('the tables name every feature that is not simulated', () => {
  const tables = renderPropertyTables();
  for (const { name, reason } of Object.values(features)) expect(tables).toContain(`| ${name} | ${reason} |`);
});
