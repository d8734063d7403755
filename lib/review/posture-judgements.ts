import type { Control, Source } from '../posture/control';
import { direction } from '../posture/order';
import type { Order } from '../posture/order';
import { shown } from '../posture/reading';
import type { Reading } from '../posture/reading';
import type { Changes, Place } from './changes';
import type { Comparison } from './comparison';
import type { Judgement, Pair, VerdictKind } from './verdict';
import { isRemoval } from './written';

/**
 * What each control's orders say of the resources that are on both sides.
 *
 * @param sameIntent whether both sides mean the same; if not, what cannot be told may lie in that alone
 */
export function judgeByOrders(
  comparison: Comparison,
  controls: readonly Control[],
  sameIntent: boolean,
  changes: Changes,
): void {
  const orders = new Map<string, { control: Control; order: Order }[]>();
  for (const control of controls) {
    for (const order of control.orders) {
      orders.set(order.type, [...(orders.get(order.type) ?? []), { control, order }]);
    }
  }
  for (const pair of comparison.pairs) {
    for (const { control, order } of orders.get(pair.after?.resource.type ?? '') ?? []) {
      judgeByOrder(comparison, pair, control, order, sameIntent, changes);
    }
  }
}

function judgeByOrder(
  { before: left, after: right }: Comparison,
  pair: Pair,
  control: Control,
  order: Order,
  sameIntent: boolean,
  changes: Changes,
): void {
  const { before, after } = pair;
  if (before === undefined || after === undefined) return;
  const from = order.measure(before, left);
  const to = order.measure(after, right);
  const place = placeOf(pair, order.property, from, to, changes);
  const isTakenOut = isRemoval(pair, order.property);
  switch (direction(order.scale, from, to)) {
    case 'same':
      return;
    case 'weaker':
    case 'both':
      changes.add(place, [weakening(control, `Less protection than before. ${control.why}`, leaveIt)]);
      return;
    case 'stronger':
      // Taking a line out of a template may leave the old value live: no protection is gained by it for sure.
      if (!isTakenOut) changes.add(place, [judgement(control, 'strengthens', `More protection than before.`)]);
      return;
    case 'unknown':
      if (sameIntent || changes.of(pair).some(({ property }) => property === place.property)) {
        changes.add(place, [uncertain(control, from, to)]);
      }
  }
}

/** The change that is about the property already, one around or below it, or one of its own. */
function placeOf(pair: Pair, property: string, from: Reading, to: Reading, changes: Changes): Place {
  const there = changes.of(pair);
  return (
    there.find((draft) => draft.property === property) ??
    there.find((draft) => draft.property.startsWith(`${property}.`)) ??
    there.find((draft) => draft.property !== '' && property.startsWith(`${draft.property}.`)) ?? {
      pair,
      property,
      before: from.kind === 'absent' ? undefined : shown(from),
      after: to.kind === 'absent' ? undefined : shown(to),
    }
  );
}

/** Of what a waiver is no way out of: the control is met still, or waived already. */
export const leaveIt = 'Leave it as it was.';

export function weakening(control: Control, effect: string, instead: string): Judgement {
  return { ...judgement(control, 'weakens', effect), instead: [instead] };
}

function uncertain(control: Control, from: Reading, to: Reading): Judgement {
  const [why] = [to, from].flatMap((reading) => (reading.kind === 'unknown' ? [reading.why] : []));
  return judgement(
    control,
    'effect-uncertain',
    `Whether the control is still met cannot be told: ${why ?? shown(to)}.`,
  );
}

export function judgement(control: Control, verdict: VerdictKind, effect: string): Judgement {
  return { verdict, rule: control.id, effect, source: sourcesOf(control.sources), instead: undefined };
}

function sourcesOf(sources: readonly Source[]): string {
  return sources.map(({ source, id }) => `${source} ${id}`).join('; ');
}
