import type { Control, Finding, Verdict } from '../posture/control';
import { controls as catalogue } from '../posture/controls';
import { direction } from '../posture/order';
import type { Direction } from '../posture/order';
import type { Located, Subject } from '../posture/subject';
import type { TouchedControl } from './difference';

/** What the controls make of the live pool, compared with the declared one. */
export interface Judge {
  /** Those whose orders see a change at or around a property of a resource that is on both sides. */
  readonly ofProperty: (declared: Located, live: Located, property: string) => readonly TouchedControl[];
  /** Those that a resource fails which nobody declared. */
  readonly ofUndeclared: (live: Located) => readonly TouchedControl[];
  /** The control of that id, of which no template and so no order can say anything. */
  readonly ofControl: (
    id: string,
    seen: Required<Pick<TouchedControl, 'direction' | 'verdict'>>,
  ) => readonly TouchedControl[];
}

const gravest: readonly Verdict[] = ['fail', 'unknown', 'manual', 'pass', 'not-applicable'];

export function judgeOf(declared: Subject, live: Subject, controls: readonly Control[] = catalogue): Judge {
  const checked = controls.map((control) => ({ control, findings: control.check(live) }));
  const touched = (
    { control, findings }: (typeof checked)[number],
    at: Located,
    { property, change }: { property: string; change: TouchedControl['direction'] },
  ): TouchedControl => {
    const here = findings.filter((finding) => isAt(finding, at) && areRelated(finding.property, property));
    return {
      id: control.id,
      what: control.what,
      severity: control.severity[live.intent.class ?? 'production'],
      direction: change,
      verdict: gravest.find((verdict) => here.some((finding) => finding.verdict === verdict)),
    };
  };
  return {
    ofProperty: (before, after, property) =>
      checked.flatMap((each) => {
        const seen = each.control.orders.flatMap((order) => {
          if (order.type !== after.resource.type || !areRelated(order.property, property)) return [];
          const change = direction(order.scale, order.measure(before, declared), order.measure(after, live));
          return change === 'same' ? [] : [touched(each, after, { property: order.property, change })];
        });
        const [first] = seen;
        const together = directionOf(seen);
        return first === undefined || together === 'same' ? [] : [{ ...first, direction: together }];
      }),
    ofUndeclared: (at) =>
      checked.flatMap((each) =>
        each.findings.some((finding) => finding.verdict === 'fail' && isAt(finding, at))
          ? [touched(each, at, { property: '', change: undefined })]
          : [],
      ),
    ofControl: (wanted, seen) =>
      controls.flatMap(({ id, what, severity }) =>
        id === wanted ? [{ id, what, severity: severity[live.intent.class ?? 'production'], ...seen }] : [],
      ),
  };
}

/** Together: one that weakens decides, and one that is not known is not hidden by a stronger one. */
export function directionOf(touched: readonly TouchedControl[]): Direction {
  const each = touched.map((control) => control.direction ?? (control.verdict === 'fail' ? 'weaker' : 'unknown'));
  const [weaker, stronger] = [each.includes('weaker'), each.includes('stronger')];
  if (each.includes('both') || (weaker && stronger)) return 'both';
  return weaker ? 'weaker' : each.includes('unknown') ? 'unknown' : stronger ? 'stronger' : 'same';
}

function isAt({ at }: Finding, { resource }: Located): boolean {
  return at?.resource === resource;
}

/** Whether one is the other, or is within it; the empty path is the whole. */
function areRelated(left: string, right: string): boolean {
  if (left === '' || right === '') return true;
  return `${left}.`.startsWith(`${right}.`) || `${right}.`.startsWith(`${left}.`);
}
