import { concrete, rejoin } from '../../lib/drift/rejoin';
import { Token } from '../../lib/template/value';
import type { RawValue, Value } from '../../lib/template/value';

const reference = new Token(
  'reference',
  { Ref: 'Log' },
  [{ stack: 'dev/auth', logicalId: 'Log', attribute: undefined }],
  '',
);
const pool = new Token(
  'reference',
  { Ref: 'Pool' },
  [{ stack: 'dev/auth', logicalId: 'Pool', attribute: undefined }],
  '',
);
const known = new Token(
  'expression',
  { 'Fn::Join': ['', ['arn:aws:logs:eu-west-1:1:', { Ref: 'Pool' }, ':*']] },
  pool.references,
  '',
);
const arn = new Token('expression', { 'Fn::Join': ['', ['arn:aws:logs:eu-west-1:1:(x):', { Ref: 'Log' }]] }, [], '');

function rejoined(declared: Value, live: RawValue) {
  const unread: string[] = [];
  const valueOf = ({ logicalId }: { logicalId: string }) => (logicalId === 'Pool' ? 'eu-west-1_a' : undefined);
  const value = rejoin(declared, live, '', { valueOf, unread: (path) => unread.push(path) });
  return { value, unread };
}

test.each<[string, Value, RawValue, Value, readonly string[]]>([
  ['a reference that nobody can resolve stands for any value', { A: reference }, { A: 'x' }, { A: reference }, ['A']],
  ['a reference whose value is known stands for that one alone', { A: pool }, { A: 'other' }, { A: 'other' }, []],
  ['and for it without a word', { A: pool }, { A: 'eu-west-1_a' }, { A: pool }, []],
  ['what is written around a reference has to be there', arn, 'arn:aws:logs:eu-west-1:1:(x):g', arn, ['']],
  ['and something else is something else', arn, 'arn:aws:logs:eu-west-1:2:(x):g', 'arn:aws:logs:eu-west-1:2:(x):g', []],
  ['a text around a reference that is known is known', known, 'arn:aws:logs:eu-west-1:1:eu-west-1_a', known, []],
  ['and is no other', known, 'arn:aws:logs:eu-west-1:1:eu-west-1_b', 'arn:aws:logs:eu-west-1:1:eu-west-1_b', []],
  ['an empty value is none', { A: reference }, { A: '' }, { A: '' }, []],
  ['what is not live is not made up', { A: reference, B: 'b' }, { B: 'b' }, { B: 'b' }, []],
  ['a number and its text are the same', { A: '15' }, { A: 15 }, { A: '15' }, []],
  ['each element of a list counts once', ['a', reference], ['x', 'y', 'a'], [reference, 'y', 'a'], ['']],
])('%s', (_, declared, live, value, unread) => {
  expect(rejoined(declared, live)).toEqual({ value, unread });
});

test('a value to send has the live one in the place of each reference, or there is none to send', () => {
  const how = { valueOf: () => undefined, unread: () => undefined };
  expect(
    concrete(
      { A: [{ K: 'a', R: reference }] },
      {
        A: [
          { K: 'b', R: 'y' },
          { K: 'a', R: 'x' },
        ],
      },
      how,
    ),
  ).toEqual({
    A: [{ K: 'a', R: 'x' }],
  });
  expect(concrete({ A: reference }, {}, how)).toBeUndefined();
});
