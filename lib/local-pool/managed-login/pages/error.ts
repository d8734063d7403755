import type { Endpoint, FormRequest, HttpReply } from '../http-exchange';
import { redirect, withParameters } from '../redirect';
import { chooseLanguage } from '../texts/languages';
import type { ErrorName, Texts } from '../texts/texts';
import { markup } from '../../markup';
import { plainPage } from './page';

/** Where a browser ends whose request names no app that could be told. */
export const error: Endpoint = (_service, { query, headers }) => {
  const texts = chooseLanguage(query.get('lang'), headers['accept-language']);
  const name = query.get('reason') ?? query.get('error') ?? '';
  return Promise.resolve(errorPage(texts, isErrorName(texts, name) ? name : 'invalid_request', 400));
};

export function errorPage(texts: Texts, name: ErrorName, status: number): HttpReply {
  const body = markup`<p role="alert">${texts.errors[name]}</p>
    <p><code>${name}</code></p>`;
  return { ...plainPage(status, texts, { title: texts.errorHeading, body }), ending: { refused: name } };
}

/** The service knows two errors here; the reason is said beside them. */
export function redirectToError({ query }: Pick<FormRequest, 'query'>, name: ErrorName): HttpReply {
  const known = name === 'redirect_mismatch' ? { error: name } : { error: 'invalid_request', reason: name };
  const [clientId, lang] = [query.get('client_id') ?? undefined, query.get('lang') ?? undefined];
  const location = withParameters('/error', { ...known, client_id: clientId, lang });
  return { ...redirect(302, location), ending: { refused: name } };
}

function isErrorName({ errors }: Texts, name: string): name is ErrorName {
  return Object.hasOwn(errors, name);
}
