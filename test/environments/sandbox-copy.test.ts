import { checkEnvironments } from '../../lib/environments/check';
import { dev } from '../../lib/environments/dev';
import { sandboxCopy } from '../../lib/environments/sandbox-copy';

test('a copy of the sandbox differs in its name alone, and passes the same checks', () => {
  const copy = sandboxCopy(dev, 'anna');
  expect(copy).toEqual({ ...dev, name: 'dev-anna', tags: { ...dev.tags, environment: 'dev-anna' } });
  expect(checkEnvironments([dev, copy], '2026-11-21')).toEqual([]);
});

test.each(['', 'Anna', 'anna!', 'a-name-too-long-for-a-stage'])('the name %j is refused', (name) => {
  const problems = checkEnvironments([dev, sandboxCopy(dev, name)], '2026-11-21');
  expect(problems).toContainEqual(
    expect.objectContaining({ path: 'name', got: expect.stringContaining(`dev-${name}`) }),
  );
});
