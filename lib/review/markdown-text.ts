import { visible } from './wording';

/** What GitHub makes a link of by itself. */
const address = /\b(?:https?|ftp|mailto|xmpp):\S+|\bwww\.\S+/gi;
const zeroWidthSpace = '&#8203;';

/**
 * Text of others as text in Markdown of GitHub: nothing in it becomes an element, a link, a column or a formula, nobody is
 * mentioned and no issue is referred to. Addresses stand there as code.
 */
export function prose(text: string): string {
  const line = visible(text).trim();
  let done = 0;
  const parts: string[] = [];
  for (const { 0: found, index } of line.matchAll(address)) {
    const link = found.replace(/[.,;:)\]}'"]+$/, '');
    // A bar would end a column; in an address it is written like this.
    parts.push(escaped(line.slice(done, index)), code(link.replaceAll('|', '%7C')));
    done = index + link.length;
  }
  return [...parts, escaped(line.slice(done))].join('').replace(/^([-+=]|\d+(?=[.)]))/, (start) => leading(start));
}

/** The text as code, whatever backticks are in it. Not for a table. */
export function code(text: string): string {
  const line = visible(text);
  const runs = [...line.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  const needsSpace = runs.length > 0 || line.trim() === '' || (line.startsWith(' ') && line.endsWith(' '));
  return needsSpace ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}

/** The text as code in a table, where a bar ends the column even in code. */
export function cell(text: string): string {
  return code(text).replaceAll('|', '\\|');
}

/** The text in an HTML element, where Markdown does not count. */
export function html(text: string): string {
  return references(visible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
}

function escaped(text: string): string {
  const plain = text
    .replace(/[\\`*[\]|~$]/g, (character) => `\\${character}`)
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_');
  return references(plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
}

/** GitHub looks for mentions and references in the finished text, where an escape is gone. */
function references(text: string): string {
  return text.replace(/@|#|\bGH-(?=\d)/gi, (each) => `${each}${zeroWidthSpace}`);
}

/** Would start a list or a heading at the start of a line. */
function leading(start: string): string {
  return /\d/.test(start) ? `${start}${zeroWidthSpace}` : `\\${start}`;
}
