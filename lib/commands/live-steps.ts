import type { Observer, StepReport } from '../sign-in/run-journey';
import { failureLines } from './journey-lines';

/** The steps of a journey on a terminal, each with its state as it changes. */
export interface LiveSteps {
  readonly observer: Omit<Observer, 'interrupted'>;
  /** Says something about the clean-up: beside the list, nothing is shown before it ends. */
  readonly noteCleanUp: (text: string) => void;
  /** Resolves when the last step is drawn. */
  readonly drawn: Promise<void>;
}

/** A task of the list waits for the step that it shows: the journey runs by itself, the list only watches. */
class Watched {
  readonly ended: Promise<StepReport>;
  readonly end: (report: StepReport) => void;
  #task: Shown | undefined;
  #text = '';

  constructor() {
    const { promise, resolve } = withResolvers<StepReport>();
    this.ended = promise;
    this.end = resolve;
  }

  draw(task: Shown): void {
    this.#task = task;
    task.output = this.#text;
  }

  note(text: string): void {
    this.#text = text;
    if (this.#task !== undefined) this.#task.output = text;
  }
}

/** @param names of the steps in order, the clean-up last */
export async function liveSteps(names: readonly string[]): Promise<LiveSteps> {
  const { Listr } = await import('listr2');
  const watched = names.map((title) => ({ title, step: new Watched() }));
  const list = new Listr(
    watched.map(({ title, step }) => ({
      title,
      task: async (_, task) => {
        step.draw(task);
        show(await step.ended, task);
      },
    })),
    {
      exitOnError: false,
      // It would end the process in the middle of the clean-up.
      registerSignalListeners: false,
      rendererOptions: { collapseErrors: false },
    },
  );
  return {
    observer: {
      note: (index, text) => watched[index]?.step.note(text),
      ended: (index, report) => watched[index]?.step.end(report),
    },
    noteCleanUp: (text) => watched.at(-1)?.step.note(text),
    drawn: list.run().then(() => undefined),
  };
}

interface Shown {
  title: string | undefined;
  output: string;
  skip(message?: string): void;
}

function show({ name, operations, outcome }: StepReport, task: Shown): void {
  const ran = 'milliseconds' in outcome ? `, ${outcome.milliseconds} ms` : '';
  task.title = `${name} (${operations.join(', ')})${ran}`;
  switch (outcome.result) {
    case 'passed':
      return;
    case 'failed':
      throw new Error(failureLines(outcome).join('\n'));
    case 'interrupted':
      throw new Error('interrupted');
    case 'not applicable':
      task.skip(`${task.title}: not applicable. ${outcome.reason}`);
      return;
    case 'not reached':
      task.skip(`${task.title}: not reached`);
  }
}

/** Promise.withResolvers, which Node 20 does not have. */
function withResolvers<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}
