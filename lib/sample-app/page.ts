/** Where the page shows what it is at: one view after the other, and what the last step came to. */

/** What can stand in an element. */
export type Content = Node | string;

/** An element with attributes and content; text is text, never HTML. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly Content[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

/** Shows the sections of a view in place of those before, and puts the focus where the user goes on. */
export function show(...sections: readonly HTMLElement[]): void {
  const app = document.getElementById('app');
  if (app === null) throw new Error('The page has no element #app.');
  app.replaceChildren(...sections);
  app.querySelector('input')?.focus();
}

/** A section with its heading. */
export function section(heading: string, ...content: readonly Content[]): HTMLElement {
  return element('section', {}, element('h2', {}, heading), ...content);
}

/** A button that does one thing; while that lasts it cannot be pressed again, and what goes wrong is said beside it. */
export function action(text: string, run: () => Promise<void> | void): HTMLElement {
  const button = element('button', { type: 'button' }, text);
  const problem = element('span', { role: 'alert' });
  button.addEventListener('click', () => {
    void attempt(button, problem, run);
  });
  return element('span', {}, button, problem);
}

/** Runs a step of the user, and says in words what the service has against it. */
export async function attempt(
  button: HTMLElement,
  problem: HTMLElement,
  run: () => Promise<void> | void,
): Promise<void> {
  button.setAttribute('disabled', '');
  problem.textContent = '';
  try {
    await run();
  } catch (error) {
    problem.textContent = error instanceof Error ? error.message : String(error);
  } finally {
    button.removeAttribute('disabled');
  }
}
