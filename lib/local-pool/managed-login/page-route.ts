import { readAuthorizationRequest } from './authorization-request';
import { browserSecretBytes } from './browser-sessions';
import { cookieNames, setCookie } from './cookies';
import { isSealed } from './form-seal';
import type { Endpoint, FormRequest, HttpReply } from './http-exchange';
import type { Interaction, Step } from './interactions';
import { errorPage, redirectToError } from './pages/error';
import { redirect } from './redirect';
import type { Route } from './routes';
import { chooseLanguage } from './texts/languages';
import { addressOf, goTo, interactionParameter, type Visit } from './visit';

type Answer = HttpReply | Promise<HttpReply>;
type At<Path> = Extract<Interaction, { readonly page: Path }>;

/** A page where a browser may begin; what it has under way there, if anything, only fills the form. */
interface OpenPage<Path extends Step['page']> {
  readonly show: (visit: Visit, interaction: At<Path> | undefined) => Answer;
  readonly submit: (visit: Visit, form: URLSearchParams) => Answer;
}

/** A page that continues something. */
interface ContinuingPage<Path extends Step['page']> {
  readonly show?: (visit: Visit, interaction: At<Path>) => Answer;
  readonly submit: (visit: Visit, form: URLSearchParams, interaction: At<Path>) => Answer;
}

export function openPage<Path extends Step['page']>(path: Path, page: OpenPage<Path>): Route {
  return {
    GET: visiting((visit) => page.show(visit, interactionAt(visit, path)?.interaction)),
    POST: visiting((visit) => page.submit(visit, visit.request.form)),
  };
}

export function continuingPage<Path extends Step['page']>(path: Path, page: ContinuingPage<Path>): Route {
  const { show } = page;
  return {
    ...(show !== undefined && { GET: visiting((visit) => continueAt(visit, path, (step) => show(visit, step))) }),
    POST: visiting((visit) => continueAt(visit, path, (step) => page.submit(visit, visit.request.form, step))),
  };
}

/** Reads what every page is asked for, gives the browser its cookie, and lets no form in that was not served to it. */
function visiting(answer: (visit: Visit) => Answer): Endpoint {
  return async (service, request) => {
    const texts = chooseLanguage(request.query.get('lang'), request.headers['accept-language']);
    const read = readAuthorizationRequest(service, request.query);
    switch (read.outcome) {
      case 'error-page':
        return redirectToError(request, read.error);
      case 'redirect':
        return { ...redirect(302, read.location), ending: { refused: read.error } };
      case 'valid': {
        const { pool } = read.request;
        const name = cookieNames(pool).browser;
        const known = knownBrowser(request, name);
        if (request.method === 'POST' && (known === undefined || !isSealed(pool, known, request.form)))
          return errorPage(texts, 'csrf', 403);
        const browser = known ?? pool.randomness.bytes(browserSecretBytes).toString('base64url');
        const id = request.query.get(interactionParameter) ?? undefined;
        const reply = await answer({ service, request, authorization: read.request, browser, texts, id });
        return withCookie(reply, setCookie(name, browser));
      }
    }
  };
}

function knownBrowser({ cookies }: FormRequest, name: string): string | undefined {
  const value = cookies.get(name);
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
}

function withCookie(reply: HttpReply, cookie: string): HttpReply {
  const { 'Set-Cookie': others = [], ...headers } = reply.headers;
  return { ...reply, headers: { ...headers, 'Set-Cookie': [...[others].flat(), cookie] } };
}

/** What the address names, if it is this browser's; `interaction` only where it is at that page. */
function interactionAt<Path extends Step['page']>({ authorization, browser, id }: Visit, path: Path) {
  if (id === undefined) return undefined;
  const { pool, client } = authorization;
  const entry = pool.browserState.interactions.find(id, { browser, clientId: client.id });
  if (entry === undefined) return undefined;
  const { interaction } = entry;
  return { ended: interaction === undefined, interaction: isAt(interaction, path) ? interaction : undefined };
}

function isAt<Path extends Step['page']>(interaction: Interaction | undefined, path: Path): interaction is At<Path> {
  return interaction?.page === path;
}

/**
 * Where nothing is left to continue: after a sign-in (the button pressed twice, the way back) the app is asked for anew,
 * which the session of the browser answers; otherwise the sign-in page says so.
 */
function continueAt<Path extends Step['page']>(visit: Visit, path: Path, run: (step: At<Path>) => Answer): Answer {
  const found = interactionAt(visit, path);
  if (found?.interaction !== undefined) return run(found.interaction);
  if (found?.ended === true) return redirect(303, addressOf(visit, '/oauth2/authorize'));
  const refusal = { name: 'signInOver', detail: undefined } as const;
  return goTo(visit, { page: '/login', name: '', notice: { kind: 'refusal', refusal } });
}
