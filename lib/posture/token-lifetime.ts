import type { Finding } from './control';
import { judge } from './look';
import { notKnown, numberIn, read, textIn } from './reading';
import type { Reading } from './reading';
import type { Located } from './subject';
import { valueAt } from './value-at';

type TokenName = 'AccessToken' | 'IdToken' | 'RefreshToken';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const secondsOf: ReadonlyMap<string, number> = new Map([
  ['seconds', 1],
  ['minutes', minute],
  ['hours', hour],
  ['days', day],
]);

/** CreateUserPoolClient: what the service takes where the lifetime, or its unit, is absent. */
const absent: Readonly<Record<TokenName, { readonly seconds: number; readonly unit: string }>> = {
  AccessToken: { seconds: hour, unit: 'hours' },
  IdToken: { seconds: hour, unit: 'hours' },
  RefreshToken: { seconds: 30 * day, unit: 'days' },
};

/** How long a token of an app client lives, in seconds, after TokenValidityUnits. */
export function tokenLifetime({ resource }: Located, token: TokenName): Reading {
  const validity = read(resource, `${token}Validity`);
  const unit = read(resource, `TokenValidityUnits.${token}`);
  const notKnownBy = (why: string): Reading =>
    notKnown(why, ...[`${token}Validity`, `TokenValidityUnits.${token}`].map((path) => valueAt(resource, path)));
  if (validity.kind === 'unknown') return notKnownBy(validity.why);
  const amount = numberIn(validity);
  // A refresh token of 0 gets the lifetime that it has where nothing is said.
  if (validity.kind === 'absent' || (token === 'RefreshToken' && amount === 0))
    return { kind: 'known', value: absent[token].seconds };
  if (unit.kind === 'unknown') return notKnownBy(unit.why);
  const name = unit.kind === 'absent' ? absent[token].unit : textIn(unit);
  const seconds = secondsOf.get(name ?? '');
  if (amount !== undefined && seconds !== undefined) return { kind: 'known', value: amount * seconds };
  return notKnownBy(`${JSON.stringify(validity.value)} of ${JSON.stringify(name)} is no lifetime`);
}

/**
 * Holds a lifetime against the longest one that is accepted.
 *
 * @param limits in seconds; several where it is not declared which of them counts
 */
export function lookAtLifetime(at: Located, token: TokenName, limits: readonly number[]): Finding {
  const reading = tokenLifetime(at, token);
  const seconds = numberIn(reading);
  const wanted = `at most ${[...new Set(limits)].map(spoken).join(' or ')}`;
  const finding = judge(at, `${token}Validity`, reading, {
    wanted,
    passes: () => seconds !== undefined && limits.every((limit) => seconds <= limit),
  });
  if (seconds === undefined) return finding;
  const depends = limits.some((limit) => seconds <= limit) && finding.verdict === 'fail';
  const found = spoken(seconds);
  return depends
    ? { ...finding, verdict: 'unknown', found: `${found}, and it is not declared which limit counts` }
    : { ...finding, found };
}

function spoken(seconds: number): string {
  const [name, length] = (
    [
      ['days', day],
      ['hours', hour],
      ['minutes', minute],
    ] as const
  ).find(([, each]) => seconds % each === 0 && seconds > each) ?? ['seconds', 1];
  return `${seconds / length} ${name}`;
}
