import { Token } from '../template/value';
import type { Value } from '../template/value';
import { below } from './below';
import type { Finding } from './control';
import type { Order } from './order';
import { notKnown } from './reading';
import type { Located, PoolView } from './subject';
import { itemsOf, valueAt } from './value-at';

export const logDeliveryType = 'AWS::Cognito::LogDeliveryConfiguration';

/** One of LogConfigurations. */
export interface LogEntry {
  readonly at: Located;
  readonly property: string;
  readonly entry: Value;
}

export function logEntries({ parts }: Pick<PoolView, 'parts'>): readonly LogEntry[] {
  return parts(logDeliveryType).flatMap((at) =>
    itemsOf(valueAt(at.resource, 'LogConfigurations')).map((entry, index) => ({
      at,
      property: `LogConfigurations.${index}`,
      entry,
    })),
  );
}

/** What is delivered, and where it may go. */
export interface Delivery {
  readonly eventSource: 'userNotification' | 'userAuthEvents';
  readonly level: 'ERROR' | 'INFO';
  readonly destinations: readonly string[];
}

/** Whether something of a pool is delivered to somewhere; a destination is there whatever its ARN turns out to be. */
export function deliveryFinding(view: PoolView, { eventSource, level, destinations }: Delivery): Finding {
  const wanted = `${eventSource} with ${level}, to one of ${destinations.join(', ')}`;
  const entries = logEntries(view);
  const found = entries.find(({ entry }) => matches(entry, eventSource, level, destinations) === true);
  if (found !== undefined) {
    const { at, property } = found;
    return { verdict: 'pass', at, property, found: `${eventSource} with ${level}`, wanted };
  }
  const perhaps = entries.find(({ entry }) => matches(entry, eventSource, level, destinations) instanceof Token);
  if (perhaps !== undefined) {
    const { at, property } = perhaps;
    return { verdict: 'unknown', at, property, found: 'a part that is not known before deployment', wanted };
  }
  const [at = view.pool] = view.parts(logDeliveryType);
  return { verdict: 'fail', at, property: at === view.pool ? '' : 'LogConfigurations', found: 'no such entry', wanted };
}

function matches(entry: Value, eventSource: string, level: string, destinations: readonly string[]): boolean | Token {
  if (entry instanceof Token) return entry;
  const [source, logLevel] = ['EventSource', 'LogLevel'].map((key) => below(entry, key));
  const isOther = (value: Value | undefined, wanted: string): boolean => !(value instanceof Token) && value !== wanted;
  if (isOther(source, eventSource) || isOther(logLevel, level)) return false;
  if (!destinations.some((each) => below(entry, each) !== undefined)) return false;
  return [source, logLevel].find((each) => each instanceof Token) ?? true;
}

/** Whether events of a source are delivered at all, for the diff. */
export function deliveryOrder(eventSource: Delivery['eventSource']): Order {
  return {
    type: logDeliveryType,
    property: 'LogConfigurations',
    measure: ({ resource }) => {
      const entries = itemsOf(valueAt(resource, 'LogConfigurations'));
      const sources = entries.map((entry) => below(entry, 'EventSource'));
      const token = sources.find((each) => each instanceof Token);
      if (token !== undefined) return notKnown(`${token.describe()}: ${token.reason}`, ...sources);
      return { kind: 'known', value: sources.includes(eventSource) };
    },
    scale: { kind: 'levels', weakToStrong: [false, true] },
  };
}
