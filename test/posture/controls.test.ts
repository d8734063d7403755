import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { controls } from '../../lib/posture/controls';
import { catalogue } from './catalogue';

test('every control of the catalogue is there, in its order, and no other', () => {
  expect(controls.map(({ id }) => id)).toEqual(catalogue);
});

const directory = join(__dirname, 'controls');
const suites = readdirSync(directory).map((file) => readFileSync(join(directory, file), 'utf8'));
const library = join(__dirname, '..', '..', 'lib', 'posture', 'controls');

test('every control has a test of its own', () => {
  const held = new Set(suites.flatMap((text) => [...text.matchAll(/testControl\((\w+),/g)].map(([, name]) => name)));
  const declared = readdirSync(library).flatMap((file) =>
    [...readFileSync(join(library, file), 'utf8').matchAll(/export const (\w+): Control = /g)].map(([, name]) => name),
  );
  expect(declared.filter((name) => !held.has(name))).toEqual([]);
});

test.each(controls)('$id says what, why and by whom', ({ what, why, sources }) => {
  expect(what).toMatch(/^[A-Z].{10,}\.$/s);
  expect(why).toMatch(/^[A-Z].{10,}\.$/s);
  expect(sources.length).toBeGreaterThan(0);
  // A page is named as its address names it.
  const pages = sources.filter(({ source }) => source === 'AWS developer guide').map(({ id }) => id);
  expect(pages.filter((id) => !/^(CloudFormation: )?[a-z0-9-]+$/.test(id))).toEqual([]);
});
