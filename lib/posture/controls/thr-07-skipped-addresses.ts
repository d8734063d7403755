import type { Control, Finding } from '../control';
import { isProduction } from '../intent';
import { effective, look } from '../look';
import { read, textsIn, type Reading } from '../reading';
import type { Located } from '../subject';
import { riskType } from '../threat-protection';

const skipped = 'RiskExceptionConfiguration.SkippedIPRangeList';
const blocked = 'RiskExceptionConfiguration.BlockedIPRangeList';
const mostRanges = 10;

/** The shortest prefixes: 256 addresses of IPv4, one site of IPv6. */
const shortest = { v4: 24, v6: 48 };

export const skippedAddresses: Control = {
  id: 'CGN-THR-07',
  what: `Few and small ranges of addresses are exempt from threat protection: at most ${mostRanges}, /24 or /48 and smaller.`,
  why: 'From an exempt address every sign-in is let through, however risky it is.',
  sources: [{ source: 'AWS API reference', id: 'RiskExceptionConfigurationType.SkippedIPRangeList' }],
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  field: 'threatProtection.riskConfiguration.ipAddresses.trusted',
  check: ({ pools, intent }) =>
    pools.flatMap(({ parts }) => parts(riskType).map((at) => judgeRanges(at, isProduction(intent) === false))),
  orders: [
    {
      type: riskType,
      property: skipped,
      measure: effective(skipped, []),
      scale: { kind: 'set', stronger: 'smaller' },
    },
    { type: riskType, property: blocked, measure: effective(blocked, []), scale: { kind: 'set', stronger: 'larger' } },
  ],
};

/** In production somebody has to know whose addresses they are, which no template shows. */
function judgeRanges(at: Located, isTrusted: boolean): Finding {
  const finding = look(at, skipped, {
    wanted: `no range, or at most ${mostRanges} of /${shortest.v4} (IPv4) or /${shortest.v6} (IPv6) and smaller`,
    passes: (reading) => {
      const ranges = rangesIn(reading);
      return ranges !== undefined && ranges.length <= mostRanges && ranges.every(isSmall);
    },
  });
  const isEmpty = rangesIn(read(at.resource, skipped))?.length === 0;
  if (finding.verdict !== 'pass' || isEmpty || isTrusted) return finding;
  return { ...finding, verdict: 'manual', wanted: 'ranges that are known to be of the organisation alone' };
}

function rangesIn(reading: Reading): readonly string[] | undefined {
  return reading.kind === 'absent' ? [] : textsIn(reading);
}

/** A range without a prefix is one address. */
function isSmall(range: string): boolean {
  const [address = '', prefix] = range.split('/');
  if (prefix === undefined) return true;
  return /^\d+$/.test(prefix) && Number(prefix) >= (address.includes(':') ? shortest.v6 : shortest.v4);
}
