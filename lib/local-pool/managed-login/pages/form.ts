import { sealField, sealOf } from '../form-seal';
import type { Notice } from '../interactions';
import type { Visit } from '../visit';
import { markup, type Markup } from '../../markup';
import { noticeId } from './page';

interface FormOptions {
  /** Of the button. */
  readonly button: string;
  /** Default: the page itself. */
  readonly action?: string;
  readonly fields?: readonly (Markup | false | undefined)[];
  /** Whether the button is the lesser one of the page. */
  readonly plain?: boolean;
}

/** A form that only this browser can send, and that works without a script. */
export function form(visit: Visit, { button, action, fields = [], plain = false }: FormOptions): Markup {
  const { authorization, browser, request } = visit;
  const to = action ?? `${request.path}?${request.query.toString()}`;
  return markup`<form method="post" action="${to}">
    <input type="hidden" name="${sealField}" value="${sealOf(authorization.pool, browser)}" />
    ${fields.map((field) => field ?? false)}
    <button type="submit"${plain && markup` class="plain"`}>${button}</button>
  </form>`;
}

interface FieldOptions {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'password' | 'email' | 'tel' | 'url' | 'date';
  /** HTML standard, "Autofill": what a password manager knows the field by. */
  readonly autocomplete: string;
  readonly inputmode?: 'numeric';
  readonly value?: string | undefined;
  readonly hint?: string;
  /** Default: true. */
  readonly required?: boolean;
  /** Whether the browser begins here. */
  readonly focus?: boolean;
  /** What the page says happened, if it is about this field. */
  readonly notice?: Notice | undefined;
}

/** One line to fill in, with its label above and its hint below. */
export function field(options: FieldOptions): Markup {
  const { name, label, type = 'text', autocomplete, inputmode, value, hint, required = true, focus, notice } = options;
  const isWrong = notice?.kind === 'refusal';
  const describedBy = [...(isWrong ? [noticeId] : []), ...(hint === undefined ? [] : [`${name}-hint`])].join(' ');
  return markup`<div class="field">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      ${inputmode !== undefined && markup`inputmode="${inputmode}"`}
      ${value !== undefined && markup`value="${value}"`}
      ${required && markup`required`}
      ${focus === true && markup`autofocus`}
      ${isWrong && markup`aria-invalid="true"`}
      ${describedBy !== '' && markup`aria-describedby="${describedBy}"`}
      ${type !== 'password' && markup`autocapitalize="none" spellcheck="false"`}
    />
    ${hint !== undefined && markup`<p class="hint" id="${name}-hint">${hint}</p>`}
  </div>`;
}
