import { Token } from '../template/value';
import type { Value } from '../template/value';
import type { Finding } from './control';
import { demanded, equality, permits, principals, statementsOf } from './iam-policies';
import type { Statement } from './iam-policies';
import type { Located } from './subject';
import { all, any, type Truth, verdictOf } from './truth';
import { valueAt } from './value-at';

const service = 'cognito-identity.amazonaws.com';

/** Who an identity pool gives a role to, as its token says. */
export interface Trusted {
  readonly identities: 'authenticated' | 'unauthenticated';
  /** Whether a value of `aud` is the one identity pool that is meant. */
  readonly isAudience: (value: Value) => Truth;
}

/**
 * Whether only identities of one identity pool, and only those of one kind, can assume a role: both keys have to be
 * demanded in every statement that lets the service's identities in.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html
 */
export function trustFinding(role: Located, { identities, isAudience }: Trusted): Finding {
  const property = 'AssumeRolePolicyDocument';
  const wanted = `${service}:aud equal to the identity pool, and ${service}:amr equal to ${identities}`;
  const statements = statementsOf(valueAt(role.resource, property)).map((each) => judged(each, identities, isAudience));
  const relevant = statements.filter((each) => each !== 'about others');
  const truth = all(relevant.map((each) => each.truth));
  const found = relevant.map((each) => each.found).join('; ') || `no statement for ${service}`;
  return { verdict: relevant.length === 0 ? 'fail' : verdictOf(truth), at: role, property, found, wanted };
}

type Judged = { readonly truth: Truth; readonly found: string } | 'about others';

function judged(
  statement: Statement | Token,
  identities: Trusted['identities'],
  isAudience: Trusted['isAudience'],
): Judged {
  if (statement instanceof Token) return { truth: undefined, found: statement.describe() };
  const trusted = any(principals(statement, 'Federated').map((each) => isService(each)));
  const permitted = permits(statement, ['sts:AssumeRoleWithWebIdentity']);
  if (trusted === false || permitted === false) return 'about others';
  const audience = matched(demanded(statement, `${service}:aud`, equality), isAudience);
  const kind = matched(demanded(statement, `${service}:amr`, equality), (value) =>
    value instanceof Token ? undefined : value === identities,
  );
  const said = (name: string, truth: Truth): string =>
    `${name} ${truth === undefined ? 'not known' : truth ? 'as wanted' : 'not demanded, or something else'}`;
  return { truth: all([audience, kind]), found: `${said('aud', audience)}, ${said('amr', kind)}` };
}

function isService(principal: Value): Truth {
  return principal instanceof Token ? undefined : principal === service || principal === '*';
}

/** Every value that is taken has to be the wanted one. */
function matched(values: readonly Value[] | undefined, isWanted: (value: Value) => Truth): Truth {
  return values === undefined ? false : all(values.map(isWanted));
}
