import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decide } from '../../../lambda/client-secret-rotation/decide';
import { stepOf, type RotationEvent } from '../../../lambda/client-secret-rotation/rotation-event';
import { adding, labelOfId, labelOfSwitch } from '../../../lambda/client-secret-rotation/version-labels';

const page = readFileSync(path.join(__dirname, '..', '..', '..', 'docs', 'client-secrets.md'), 'utf8');

/** The first cells of the table with this head. */
function firstColumn(head: string): readonly string[] {
  const [, table = ''] = page.split(`\n${head}\n`);
  const rows = table.slice(0, table.indexOf('\n\n')).split('\n').slice(1);
  return rows.map((row) => row.split('|')[1]?.trim().replaceAll('`', '') ?? '');
}

test('the page on client secrets has the labels that the function writes', () => {
  const switched = labelOfSwitch(new Date(0)).replace(/\d+$/, 'SECONDS');
  expect(firstColumn('| label | meaning |')).toEqual([labelOfId('ID'), switched, adding]);
});

test('the page on client secrets has the steps that the function takes', () => {
  const steps = firstColumn('| step | what happens | which secrets count |');
  expect(steps).toHaveLength(4);
  const secretArn = 'arn';
  for (const step of [...steps, 'retireSecret']) {
    expect(page).toContain(`\`${step}\``);
    const event = { Step: step, SecretId: secretArn, ClientRequestToken: 'token' } as RotationEvent;
    expect(stepOf(event, { secretArn }).kind).toBe(step);
  }
});

test('the page on client secrets explains the refusals that need somebody, in the words of the log', () => {
  const day = (date: number) => new Date(Date.UTC(2026, 10, date));
  const active = [
    { id: 'one', created: day(1) },
    { id: 'two', created: day(2) },
  ];
  const old = (id: string) => ['AWSCURRENT', labelOfId(id), labelOfSwitch(day(2))];
  const refusals = [
    { versions: { old: old('two'), next: ['AWSPENDING'] }, active },
    { versions: { old: old('one'), next: ['AWSPENDING'] }, active },
    { versions: { old: old('two') }, active },
  ].map((facts) => {
    try {
      return decide({ kind: 'setSecret', version: 'next' }, facts, { now: day(3), graceDays: 3 });
    } catch (error) {
      return error instanceof Error ? error.message : error;
    }
  });
  const reasons = firstColumn('| reason | what to do |');
  expect(refusals).toEqual(reasons.map((reason) => expect.stringContaining(reason) as string));
});
