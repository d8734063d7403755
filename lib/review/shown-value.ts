import { expressionOf } from '../template/value';
import type { RawValue, Token, Value } from '../template/value';

/** Names under which a template may hold what nobody may read in a report. */
const secret = /(^|_)(secret|private_key|password)$/i;
const hidden = '(not shown)';

/** An effective value as people read it; undefined: nothing is said. */
export function shownValue(property: string, value: Value | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (isSecret(property) || property === 'ProviderDetails') return hidden;
  const hide = (key: string, each: RawValue): RawValue => (isSecret(key) ? hidden : each);
  const text = JSON.stringify(expressionOf(value), hide);
  return lifetimes.has(property) && typeof value === 'number' ? duration(value) : text;
}

/** What a report may say in place of a value that is not known before deployment. */
export function shownToken(token: Token): string {
  return `${token.describe()}: ${token.reason}`;
}

function isSecret(path: string): boolean {
  return secret.test(path.split('.').at(-1) ?? '');
}

/** Properties whose effective values are seconds. */
const lifetimes: ReadonlySet<string> = new Set(['AccessTokenValidity', 'IdTokenValidity', 'RefreshTokenValidity']);
const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

function duration(seconds: number): string {
  const [name, size] = units.find(([, each]) => seconds % each === 0 && seconds !== 0) ?? ['second', 1];
  return `${seconds / size} ${name}${seconds === size ? '' : 's'}`;
}
