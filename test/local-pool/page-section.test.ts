import { withSection } from '../../lib/local-pool/page-section';

const page = 'before\n<!-- part:begin -->\nold\n<!-- part:end -->\nafter\n';

test('only what is between the markers is replaced', () => {
  expect(withSection(page, 'part', 'new\n')).toBe('before\n<!-- part:begin -->\n\nnew\n\n<!-- part:end -->\nafter\n');
});

test('writing the same again changes nothing', () => {
  const once = withSection(page, 'part', 'new');
  expect(withSection(once, 'part', 'new')).toBe(once);
});

test.each([
  ['no markers', 'page'],
  ['no end', '<!-- part:begin -->'],
  ['the end first', '<!-- part:end --><!-- part:begin -->'],
])('a page with %s is refused', (_, broken) => {
  expect(() => withSection(broken, 'part', 'new')).toThrow(/part:begin/);
});
