import type { Resource } from '../template/resolve';
import { expressionOf, isList, member, Token } from '../template/value';
import type { Finding } from './control';
import { judge } from './look';
import type { Order } from './order';
import { read, textIn, textsIn } from './reading';
import type { Located } from './subject';
import type { Truth } from './truth';

/** A member of a list of texts, or what stands in its place. */
export type Member = string | Token;

/** What a control makes of one member. */
export type Worth = 'fine' | 'refused' | 'unknown';

/** The members of a list, directly below Properties; a text alone is a list of one, as CloudFormation has it. */
export function membersIn({ properties }: Pick<Resource, 'properties'>, property: string): readonly Member[] {
  const value = member(properties, property);
  if (value === undefined) return [];
  return (isList(value) ? value : [value]).filter((each) => typeof each === 'string' || each instanceof Token);
}

/** The texts among them. */
export function textsAmong(resource: Pick<Resource, 'properties'>, property: string): readonly string[] {
  return membersIn(resource, property).filter((each) => typeof each === 'string');
}

export interface MembersLook {
  readonly wanted: string;
  readonly worth: (member: Member) => Worth;
  /** Whether a list that is absent or empty fails, where the service then takes one of its own; false if not said. */
  readonly mandatory?: boolean;
}

/** What a member is worth where a statement about it has to hold. */
export function worthOf(truth: Truth): Worth {
  return truth === undefined ? 'unknown' : truth ? 'fine' : 'refused';
}

/** A worth that is known of texts alone. */
export function refusing(refuses: (text: string) => boolean): MembersLook['worth'] {
  return (each) => (each instanceof Token ? 'unknown' : refuses(each) ? 'refused' : 'fine');
}

/** Looks at every member of a list: one that is refused fails, whatever is not known beside it. */
export function lookAtMembers(
  at: Located,
  property: string,
  { wanted, worth, mandatory = false }: MembersLook,
): Finding {
  const { condition, properties } = at.resource;
  const value = member(properties, property);
  const members = membersIn(at.resource, property);
  if (condition !== undefined || value === undefined || members.length === 0)
    return judge(at, property, read(at.resource, property), { wanted, passes: () => !mandatory });
  const of = (each: Worth): readonly Member[] => members.filter((one) => worth(one) === each);
  const finding = { at, property, wanted };
  const refused = of('refused');
  if (refused.length > 0) return { ...finding, verdict: 'fail', found: JSON.stringify(refused.map(expressionOf)) };
  const unknown = of('unknown');
  if (unknown.length > 0) return { ...finding, verdict: 'unknown', found: JSON.stringify(unknown.map(expressionOf)) };
  return { ...finding, verdict: 'pass', found: JSON.stringify(expressionOf(value)) };
}

/**
 * The effective members of a list as a set to compare: those that it says, or those that the service takes where it is
 * absent or empty.
 *
 * @param counting what of them an order is about
 */
export function effectiveMembers(
  property: string,
  absent: readonly string[],
  counting: (members: readonly string[]) => readonly string[] = (members) => members,
): Order['measure'] {
  return ({ resource }) => {
    const reading = read(resource, property);
    if (reading.kind === 'unknown') return reading;
    const text = textIn(reading);
    const said = text === undefined ? (textsIn(reading) ?? []) : [text];
    return { kind: 'known', value: counting(said.length === 0 ? absent : said) };
  };
}
