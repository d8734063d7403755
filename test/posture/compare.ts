import type { Control } from '../../lib/posture/control';
import type { Intent } from '../../lib/posture/intent';
import { direction } from '../../lib/posture/order';
import type { Direction } from '../../lib/posture/order';
import type { RawObject } from '../../lib/template/value';
import { subjectFrom } from './subject-from';

/** What a change does by the order of a control for a property of the one resource of its type. */
export function compare(
  { orders }: Control,
  property: string,
  [before, after]: readonly [RawObject, RawObject],
  intent: Partial<Intent> = {},
): Direction {
  const order = orders.find((each) => each.property === property);
  if (order === undefined) throw new Error(`There is no order for ${property}.`);
  const measured = (resources: RawObject) => {
    const subject = subjectFrom(resources, intent);
    const [at] = subject.ofType(order.type);
    if (at === undefined) throw new Error(`There is no ${order.type}.`);
    return order.measure(at, subject);
  };
  return direction(order.scale, measured(before), measured(after));
}
