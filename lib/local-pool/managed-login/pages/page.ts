import type { Pool } from '../../pool';
import { formTarget } from '../form-target';
import type { HttpReply } from '../http-exchange';
import type { Notice } from '../interactions';
import { browserHeaders } from '../redirect';
import { fill, type Texts } from '../texts/texts';
import type { Visit } from '../visit';
import { markup, Markup } from '../../markup';
import { style, styleHash } from './style';

interface Content {
  readonly title: string;
  readonly body: Markup;
  readonly notice?: Notice | undefined;
}

/** A page of a visit: the body under its title, and above it what happened. */
export function page({ authorization, texts }: Visit, content: Content): HttpReply {
  const target = formTarget(authorization.redirectUri);
  return write(
    200,
    texts,
    { ...content, pool: authorization.pool },
    `'self'${target === undefined ? '' : ` ${target}`}`,
  );
}

/** A page without a form. */
export function plainPage(status: number, texts: Texts, content: Content): HttpReply {
  return write(status, texts, content, `'none'`);
}

/** The id of the notice, which the field that it is about names as its description. */
export const noticeId = 'notice';

function write(
  status: number,
  texts: Texts,
  { title, body, notice, pool }: Content & { readonly pool?: Pool },
  formAction: string,
): HttpReply {
  const document = markup`<!doctype html>
    <html lang="${texts.tag}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${notice?.kind === 'refusal' ? fill(texts.errorTitle, { title }) : title}</title>
        <style>${new Markup(style)}</style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${notice !== undefined && noticeBox(texts, notice)} ${body}
        </main>
        ${pool !== undefined && footer(texts, pool)}
      </body>
    </html>
`;
  return {
    status,
    headers: {
      ...browserHeaders,
      'Content-Type': 'text/html; charset=utf-8',
      // A form ends at the app by a redirect, and browsers hold that against form-action too (CSP Level 3, section 6.4.2).
      'Content-Security-Policy':
        `default-src 'none'; style-src ${styleHash}; form-action ${formAction}; ` +
        `frame-ancestors 'none'; base-uri 'none'`,
    },
    body: document.text,
  };
}

function noticeBox(texts: Texts, notice: Notice): Markup {
  if (notice.kind === 'information')
    return markup`<div class="notice done" role="status" id="${noticeId}">
      <p>${texts.information[notice.information]}</p>
    </div>`;
  const { name, detail } = notice.refusal;
  return markup`<div class="notice error" role="alert" id="${noticeId}">
    <p>${texts.refusals[name]}</p>
    ${detail !== undefined && markup`<p lang="en">${detail}</p>`}
  </div>`;
}

function footer(texts: Texts, { settings }: Pool): Markup {
  return markup`<footer>
    <p>${fill(texts.footer, { pool: settings.name })}</p>
    <a href="/#inbox">${texts.inbox}</a>
  </footer>`;
}
