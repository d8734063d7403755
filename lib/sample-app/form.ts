import { attempt, element, type Content } from './page';

/** A field of a form: what it is called, and what the browser may offer for it (HTML, autocomplete). */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'email' | 'password';
  readonly autocomplete: string;
  /** Digits: phones show their keypad. */
  readonly digits?: true;
}

/** A form of which every field must be filled in. */
export function form<Name extends string>(
  fields: readonly (Field & { readonly name: Name })[],
  submit: string,
  run: (values: Readonly<Record<Name, string>>) => Promise<void>,
  ...further: readonly Content[]
): HTMLElement {
  const inputs = fields.map((field) => [field.name, input(field)] as const);
  const labels = fields.map(({ label }, index) => element('label', {}, label, inputs[index]?.[1] ?? ''));
  const button = element('button', { type: 'submit' }, submit);
  const problem = element('p', { role: 'alert' });
  const made = element('form', {}, ...labels, problem, button, ...further);
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    const values = Object.fromEntries(inputs.map(([name, { value }]) => [name, value.trim()]));
    void attempt(button, problem, () => run(values as Record<Name, string>));
  });
  return made;
}

function input({ name, type = 'text', autocomplete, digits }: Field): HTMLInputElement {
  const made = document.createElement('input');
  made.name = name;
  made.type = type;
  made.required = true;
  made.setAttribute('autocomplete', autocomplete);
  if (digits === true) made.inputMode = 'numeric';
  return made;
}
