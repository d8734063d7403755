import { InvalidParameterException } from './exceptions';

/** The service's largest page, which it also returns when none is asked for. */
const largestPage = 60;

interface Page<Item> {
  readonly items: readonly Item[];
  /** undefined: nothing is left. */
  readonly nextToken: string | undefined;
}

interface PageRequest {
  /** 0 counts as absent. */
  readonly limit: number | undefined;
  readonly nextToken: string | undefined;
}

/**
 * One page of `items` in the order of their keys. A token holds the last key shown, so that what comes or goes between
 * two pages neither repeats nor hides another item.
 * @throws InvalidParameterException for a token that no page gave out.
 */
export function pageOf<Item>(items: readonly Item[], keyOf: (item: Item) => string, request: PageRequest): Page<Item> {
  const after = request.nextToken === undefined ? undefined : readToken(request.nextToken);
  const sorted = items.toSorted((left, right) => compare(keyOf(left), keyOf(right)));
  const left = after === undefined ? sorted : sorted.filter((item) => compare(keyOf(item), after) > 0);
  const page = left.slice(0, request.limit === undefined || request.limit === 0 ? largestPage : request.limit);
  const last = page.at(-1);
  return {
    items: page,
    nextToken: last !== undefined && left.length > page.length ? writeToken(keyOf(last)) : undefined,
  };
}

/** The wire member of a page's token; absent on the last page. */
export function nextTokenOf({ nextToken }: Page<unknown>): { readonly NextToken?: string } {
  return nextToken === undefined ? {} : { NextToken: nextToken };
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

function writeToken(key: string): string {
  return Buffer.from(JSON.stringify({ after: key })).toString('base64url');
}

function readToken(token: string): string {
  try {
    const position: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (typeof position === 'object' && position !== null && 'after' in position && typeof position.after === 'string')
      return position.after;
  } catch {
    // Refused below, like every other foreign token.
  }
  throw new InvalidParameterException('Invalid pagination token given');
}
