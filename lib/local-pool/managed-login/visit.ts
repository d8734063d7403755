import { secretHash } from '../authentication/secret-hash';
import type { LocalService } from '../service';
import { ServiceException } from '../wire/exceptions';
import type { AuthorizationRequest } from './authorization-request';
import type { Ending, FormRequest, HttpReply } from './http-exchange';
import type { Interaction, Notice, Step } from './interactions';
import { redirect } from './redirect';
import { refusalOf } from './refusals';
import type { Texts } from './texts/texts';

/** A browser at a page: what it asks for, in which language, and what it has under way. */
export interface Visit {
  readonly service: LocalService;
  readonly request: FormRequest;
  readonly authorization: AuthorizationRequest;
  /** What the cookie of the browser holds. */
  readonly browser: string;
  readonly texts: Texts;
  /** The interaction that the address names. */
  readonly id: string | undefined;
}

/** The parameter that names an interaction in the address of a page. */
export const interactionParameter = 'interaction';

/** The address of a page with the parameters of the authorization request, which every page keeps. */
export function addressOf({ request }: Pick<Visit, 'request'>, path: string, id?: string): string {
  const query = new URLSearchParams(request.query);
  query.delete(interactionParameter);
  if (id !== undefined) query.set(interactionParameter, id);
  return `${path}?${query.toString()}`;
}

/** Sends the browser to the page of a step, where it also finds the notice. */
export function goTo(visit: Visit, interaction: Interaction, milliseconds?: number): HttpReply {
  const { pool, client } = visit.authorization;
  const owner = { browser: visit.browser, clientId: client.id };
  const id = pool.browserState.interactions.advance(owner, visit.id, interaction, milliseconds);
  return { ...redirect(303, addressOf(visit, interaction.page, id)), ending: endingAt(interaction) };
}

function endingAt(interaction: Interaction): Ending {
  const { page, notice } = interaction;
  if (notice?.kind === 'refusal') return { refused: notice.exception ?? notice.refusal.name };
  return page === '/challenge' ? { challenge: interaction.pending.challenge } : {};
}

/** The same page again, with why the service refused. The log names the exception, and nothing of the form. */
export function refuse(visit: Visit, step: Step, thrown: unknown): HttpReply {
  return goTo(visit, { ...step, notice: noticeOf(visit, expected(thrown)) });
}

export function noticeOf({ service, request }: Visit, exception: ServiceException): Notice {
  service.log(`${request.method} ${request.path} ${exception.type}`);
  if (exception.detail !== undefined) service.log(exception.detail);
  return { kind: 'refusal', refusal: refusalOf(exception), exception: exception.type };
}

/** A refusal of the service. @throws whatever is none: a fault of this program */
export function expected(thrown: unknown): ServiceException {
  if (thrown instanceof ServiceException && thrown.status < 500) return thrown;
  throw thrown;
}

/** What every request of an app names: the client, the user and, for a confidential client, the proof. */
export function appRequest({ authorization: { client } }: Visit, name: string) {
  return {
    ClientId: client.id,
    Username: name,
    ...(client.secret !== undefined && { SecretHash: secretHash(client.secret, name, client.id) }),
  };
}
