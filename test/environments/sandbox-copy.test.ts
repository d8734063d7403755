import { checkEnvironments } from '../../lib/environments/check';
import { dev } from '../../lib/environments/dev';
import { EnvironmentError } from '../../lib/environments/problem';
import { sandboxCopy } from '../../lib/environments/sandbox-copy';

test('a copy of the sandbox differs in its name alone, and passes the same checks', () => {
  const copy = sandboxCopy(dev, 'anna');
  expect(copy).toEqual({ ...dev, name: 'dev-anna', tags: { ...dev.tags, environment: 'dev-anna' } });
  expect(checkEnvironments([dev, copy], '2026-11-21')).toEqual([]);
});

test.each(['', 'Anna', 'anna!', 'a-name-too-long-for-a-stage'])(
  'the name %j is refused as what was given on the command line',
  (name) => {
    const use = () => sandboxCopy(dev, name);
    expect(use).toThrow(EnvironmentError);
    expect(use).toThrow(
      expect.objectContaining({
        problems: [
          expect.objectContaining({
            environment: `-c sandbox=${name}`,
            got: `'dev-${name}'`,
            allowed: expect.stringContaining('at most 20 characters'),
            instead: expect.stringContaining('-c sandbox=NAME'),
          }),
        ],
      }),
    );
  },
);
