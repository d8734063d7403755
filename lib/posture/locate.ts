/** Where something is declared: a file, relative to the project, and the line in it where one is known. */
export interface Place {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number | undefined;
}

/** Where an environment declares a field (`clients.web.authFlows`); undefined where no file is known. */
export type Locate = (environment: string, field: string) => Place | undefined;

/** `lib/environments/prod.ts:26` */
export function placeText({ file, line }: Place): string {
  return line === undefined ? file : `${file}:${line}`;
}
