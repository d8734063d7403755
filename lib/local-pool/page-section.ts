/**
 * A page with the part between the markers of that name (`<!-- properties:begin -->`) replaced: how generated tables
 * get into a page that is otherwise written by hand, and how a test sees that they are current.
 * @throws RangeError when the page has not both markers
 */
export function withSection(page: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new RangeError(`the page has no part between ${begin} and ${end}`);
  return `${page.slice(0, from + begin.length)}\n\n${content.trim()}\n\n${page.slice(to)}`;
}
