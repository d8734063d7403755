import { cell, code, html, prose } from '../../lib/review/markdown-text';

test.each([
  ['an element', '<script>&', '&lt;script&gt;&amp;'],
  ['a column', 'a|b', 'a\\|b'],
  ['code', 'a`b', 'a\\`b'],
  ['a mention', 'ask @acme/owners', 'ask @&#8203;acme/owners'],
  ['a reference to an issue', 'amplify-cli#4227 GH-12', 'amplify-cli#&#8203;4227 GH-&#8203;12'],
  ['a picture', '![a](b)', '!\\[a\\](b)'],
  ['emphasis', '**a** _b_', '\\*\\*a\\*\\* \\_b\\_'],
  ['a formula', 'a $b$', 'a \\$b\\$'],
  ['a list', '- a', '\\- a'],
  ['a numbered list', '1. a', '1&#8203;. a'],
  ['a paragraph', 'a\n\nb', 'a b'],
])('prose is no markup: %s', (_what, text, expected) => {
  expect(prose(text)).toBe(expected);
});

test('names with underscores stay readable', () => {
  expect(prose('Add ALLOW_USER_SRP_AUTH.')).toBe('Add ALLOW_USER_SRP_AUTH.');
});

test.each([
  ['See https://evil.example/a|b.', 'See `https://evil.example/a%7Cb`.'],
  ['at www.evil.example, too', 'at `www.evil.example`, too'],
  ['(http://a.example)', '(`http://a.example`)'],
])('an address is no link: %s', (text, expected) => {
  expect(prose(text)).toBe(expected);
});

test.each([
  ['a', '`a`'],
  ['a`b', '`` a`b ``'],
  ['``', '``` `` ```'],
  ['', '`  `'],
  [' a ', '`  a  `'],
  ['<b>@x', '`<b>@x`'],
])('code is as it is: %j', (text, expected) => {
  expect(code(text)).toBe(expected);
});

test('in a table a bar does not end the column', () => {
  expect(cell('a|b`c')).toBe('`` a\\|b`c ``');
});

test('in an element text is text', () => {
  expect(html('<b> & @x')).toBe('&lt;b&gt; &amp; @&#8203;x');
});

test.each([
  ['\u202Ea', '\\u{202e}a'],
  ['\u001B[31ma', '\\u{1b}[31ma'],
  ['a\u200Bb', 'a\\u{200b}b'],
])('what is not to be seen is written out: %j', (text, expected) => {
  expect(code(text)).toBe(`\`${expected}\``);
});
