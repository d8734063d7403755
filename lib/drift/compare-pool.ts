import type { Direction } from '../posture/order';
import type { Located, PoolView, Subject } from '../posture/subject';
import { canonicalOf } from '../review/effective/canonical-of';
import { effectiveOf } from '../review/effective/effective';
import type { Entry } from '../review/effective/form';
import { shownValue } from '../review/shown-value';
import { expressionOf } from '../template/value';
import { callOf } from './calls';
import { registrationControls, registrationProperty } from './client-registration';
import type { Place } from './command-line';
import { counterpartsOf } from './counterparts';
import type { Counterpart, IdOf } from './counterparts';
import { deployedValues } from './deployed-values';
import type { ValueOf } from './deployed-values';
import type { Difference, Drift, NotCompared } from './difference';
import type { LivePool } from './live-pool';
import { liveSubjectOf } from './live-subject';
import { invisible, mayBeOfTheService, notOnThisMachine, unreadTypes } from './not-compared';
import { remedyOf } from './remedy';
import { secretDetails } from './secret-details';
import { directionOf, judgeOf } from './touched-controls';

/** Where the live pool is, and what is known of it beside the pool itself. */
export interface Whereabouts {
  readonly place: Place;
  readonly idOf: IdOf;
}

type Both = Extract<Counterpart, { kind: 'both' }>;

/** What is live against what is declared: every difference, and what could not be compared. */
export function comparePool(declared: Subject, view: PoolView, live: LivePool, { place, idOf }: Whereabouts): Drift {
  const counterparts = counterpartsOf(view, live, idOf);
  const valueOf = valuesOf(declared, live, { counterparts, idOf });
  const { subject, resources, unread } = liveSubjectOf(declared, view, counterparts, valueOf);
  const judge = judgeOf(declared, subject);
  const notCompared: NotCompared[] = [];

  const ofChanged = ({ declared: before, live: found }: Both, after: Located): readonly Difference[] =>
    propertiesThatDiffer(before, after).flatMap(({ property, from, to }): readonly Difference[] => {
      const { type } = before.resource;
      if (from?.value === undefined && mayBeOfTheService(type, property, to?.value)) {
        notCompared.push({
          path: pathOf(before),
          property,
          why: 'the template says nothing, and the service fills it in',
        });
        return [];
      }
      if (place.kind === 'local' && to?.value === undefined && notOnThisMachine[type]?.includes(property) === true) {
        notCompared.push({ path: pathOf(before), property, why: 'it exists only where the stack is deployed' });
        return [];
      }
      const isRegistration = property === registrationProperty;
      const controls = isRegistration ? registrationControls(judge, after) : judge.ofProperty(before, after, property);
      const sources = { kind: 'changed', type, property } as const;
      const said = from?.value !== undefined;
      const call = callOf({ ...sources, userPoolId: live.id, declared: before.resource, live: found, valueOf });
      return [
        {
          ...sources,
          name: found.name,
          path: pathOf(before),
          declared: shownValue(property, from?.value),
          live: shownValue(property, to?.value),
          direction: directionOf(controls),
          controls,
          remedy: remedyOf({ ...sources, said, call }, place),
          remark: property === 'EnabledMfas' ? remarkOnFactors(to) : undefined,
        },
      ];
    });

  const differences = counterparts.flatMap((counterpart): readonly Difference[] => {
    const after = resources.get(counterpart);
    switch (counterpart.kind) {
      case 'both':
        if (counterpart.byName) notCompared.push({ path: pathOf(counterpart.declared), property: '', why: onlyByName });
        return after === undefined ? [] : ofChanged(counterpart, after);
      case 'gone': {
        const { resource } = counterpart.declared;
        const sources = { kind: 'gone', type: resource.type, property: '' } as const;
        const call = callOf({ ...sources, userPoolId: live.id, declared: resource, live: undefined, valueOf });
        return [
          {
            ...sources,
            name: nameOf(counterpart.declared),
            path: pathOf(counterpart.declared),
            declared: 'declared',
            live: undefined,
            direction: 'unknown',
            controls: [],
            remedy: remedyOf({ ...sources, said: true, call }, place),
            remark: undefined,
          },
        ];
      }
      case 'undeclared': {
        const { live: found, mayBeDeclared } = counterpart;
        const controls = after === undefined ? [] : judge.ofUndeclared(after);
        const sources = { kind: 'undeclared', type: found.type, property: '' } as const;
        const call = mayBeDeclared
          ? undefined
          : callOf({ ...sources, userPoolId: live.id, declared: undefined, live: found, valueOf });
        return [
          {
            ...sources,
            name: found.name === found.key ? found.name : `${found.name} (${found.key})`,
            path: undefined,
            declared: undefined,
            live: 'exists',
            direction: controls.length > 0 ? directionOf(controls) : 'unknown',
            controls,
            remedy: remedyOf({ ...sources, said: false, call }, place),
            remark: mayBeDeclared ? maybeDeclared : undefined,
          },
        ];
      }
      case 'unknown':
        notCompared.push({ path: pathOf(counterpart.declared), property: '', why: counterpart.why });
        return [];
    }
  });
  for (const { declared: at, property } of unread) {
    const why = 'only that it has a value was compared: what the template refers to exists only after deployment';
    notCompared.push({ path: pathOf(at), property, why });
  }
  return {
    environment: declared.name,
    userPoolId: live.id,
    differences: differences.toSorted((left, right) => rank(left.direction) - rank(right.direction)),
    notCompared: [...notCompared, ...notLookedAt(view)],
  };
}

const onlyByName = 'that it is the app client of this id: nothing tells its id, and it is the one that has its name';
const maybeDeclared =
  'It may be one that is declared: nothing tells the id of that, and its name does not tell them apart.';

/** What is known of references: what belongs to the pool is told by the pool itself, the rest by the physical ids. */
function valuesOf(
  declared: Subject,
  live: LivePool,
  { counterparts, idOf }: { readonly counterparts: readonly Counterpart[]; readonly idOf: IdOf },
): ValueOf {
  const byIds = deployedValues(declared, idOf, live.pool.Arn);
  const keys = new Map(
    counterparts.flatMap((each) => (each.kind === 'both' ? [[each.declared.resource, each.live.key] as const] : [])),
  );
  return (reference) => {
    const stack = declared.stacks.find(({ artifact }) => artifact.path === reference.stack);
    const resource = stack?.resources.get(reference.logicalId);
    const key = resource && keys.get(resource);
    if (key === undefined) return byIds(reference);
    if (reference.attribute === undefined) return key;
    return resource?.type === 'AWS::Cognito::UserPool' && reference.attribute === 'Arn' ? live.pool.Arn : undefined;
  };
}

/** What weakens first. */
function rank(direction: Direction): number {
  return ['weaker', 'both', 'unknown', 'same', 'stronger'].indexOf(direction);
}

interface Differing {
  readonly property: string;
  readonly from: Entry | undefined;
  readonly to: Entry | undefined;
}

function propertiesThatDiffer(before: Located, after: Located): readonly Differing[] {
  const [left, right] = [effectiveOf(before.resource), effectiveOf(after.resource)];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((property): readonly Differing[] => {
    const [from, to] = [left.get(property), right.get(property)];
    if (isSecret(property) || canonicalOf(from?.value) === canonicalOf(to?.value)) return [];
    return [{ property, from, to }];
  });
}

function isSecret(property: string): boolean {
  const [above, name = ''] = property.split('.');
  return above === 'ProviderDetails' && secretDetails.has(name);
}

function remarkOnFactors(to: Entry | undefined): string | undefined {
  return JSON.stringify(expressionOf(to?.value ?? null)).includes('SMS_MFA')
    ? 'GetUserPoolMfaConfig has been seen to tell SMS_MFA after it had stopped being a factor: look at the console.'
    : undefined;
}

const sessionsUnread =
  'how sessions are tracked and how long they last (SetUserPoolSessionConfiguration): no template can say it, not read';

/** What no template says, and of what is declared what no call tells and what is not read. */
function notLookedAt({ pool, clients, parts }: PoolView): readonly NotCompared[] {
  const read = [pool, ...clients, ...parts('AWS::Cognito::UserPoolIdentityProvider')];
  const settings = read.flatMap((located) =>
    Object.entries(invisible[located.resource.type] ?? {}).flatMap(([property, why]) =>
      effectiveOf(located.resource).get(property)?.written === true ? [{ path: pathOf(located), property, why }] : [],
    ),
  );
  const types = Object.entries(unreadTypes).flatMap(([type, why]) =>
    parts(type).map((located) => ({ path: pathOf(located), property: '', why })),
  );
  return [{ path: pathOf(pool), property: '', why: sessionsUnread }, ...settings, ...types];
}

function pathOf({ stack, resource }: Located): string {
  return `${stack.artifact.path}/${resource.logicalId}`;
}

const names = ['ClientName', 'GroupName', 'ProviderName', 'Identifier', 'Domain'];

function nameOf({ resource }: Located): string {
  const name = names.map((each) => resource.properties[each]).find((each) => typeof each === 'string');
  return name ?? resource.logicalId;
}
