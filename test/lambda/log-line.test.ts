import fc from 'fast-check';
import { writeLine } from '../../lambda/log-line';
import { anyText } from './any-text';
import { captureOutput } from './captured-output';

afterEach(() => jest.restoreAllMocks());

it('is one line of JSON, whatever is in its fields', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const output = captureOutput();
      writeLine({ event: 'signed-in', text });
      const written = output.text();
      jest.restoreAllMocks();
      expect(written.indexOf('\n')).toBe(written.length - 1);
      expect(JSON.parse(written)).toEqual({ event: 'signed-in', text });
    }),
  );
});

it('leaves an undefined field out', () => {
  const output = captureOutput();
  writeLine({ event: 'signed-in', sub: undefined });
  expect(output.text()).toBe('{"event":"signed-in"}\n');
});
