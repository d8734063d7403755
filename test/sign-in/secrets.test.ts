import fc from 'fast-check';
import { Secrets } from '../../lib/sign-in/secrets';

test('no remembered value is left in a text, whatever is around it', () => {
  const value = fc.string({ minLength: 6, unit: 'grapheme-ascii' }).filter((text) => !'(hidden)'.includes(text));
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), fc.string(), (values, between) => {
      const secrets = new Secrets();
      for (const each of values) secrets.keep(each);
      const [first = ''] = values;
      expect(secrets.hide(`${between}${first}${between}`)).not.toBe(`${between}${first}${between}`);
      expect(secrets.hide(values.join(' | '))).toBe(values.map(() => '(hidden)').join(' | '));
    }),
  );
});

test('a value within a longer one does not leave the rest of the longer one', () => {
  const secrets = new Secrets();
  secrets.keep('abcdef');
  secrets.keep('abcdef-and-more');
  expect(secrets.hide('abcdef-and-more, abcdef')).toBe('(hidden), (hidden)');
});

test('nothing is hidden for an absent or empty value', () => {
  const secrets = new Secrets();
  for (const nothing of [undefined, '']) secrets.keep(nothing);
  expect(secrets.hide('as it was')).toBe('as it was');
});
