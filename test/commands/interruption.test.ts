import { EventEmitter } from 'node:events';
import { watchInterruption } from '../../lib/commands/interruption';

function watch() {
  const source = new EventEmitter();
  const exits: number[] = [];
  let now = 1000;
  const signal = watchInterruption(source, { now: () => now, exit: (code) => exits.push(code) });
  return {
    signal,
    exits,
    send(name: NodeJS.Signals, after = 0) {
      now += after;
      source.emit(name, name);
    },
  };
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('the first %s aborts and does not end the process', (name) => {
  const { signal, exits, send } = watch();
  expect(signal.aborted).toBe(false);
  send(name);
  expect(signal.aborted).toBe(true);
  expect(exits).toEqual([]);
});

test('the same key press that npm hands on again does not count as a second one', () => {
  const { exits, send } = watch();
  send('SIGINT');
  send('SIGINT', 20);
  expect(exits).toEqual([]);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('a later %s ends the process at once, with the exit code of the shell for it', (name, code) => {
  const { exits, send } = watch();
  send('SIGINT');
  send(name, 2000);
  expect(exits).toEqual([code]);
});
