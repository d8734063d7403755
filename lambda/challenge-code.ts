/** A code that was sent, and until when it counts. It goes from one trigger to the next, and never to the app. */
export interface ChallengeCode {
  /** Six digits. */
  readonly code: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** As private challenge parameters, for VerifyAuthChallengeResponse. */
export function privateParametersOf({ code, expires }: ChallengeCode): Record<string, string> {
  return { code, expires: String(expires) };
}

/** The code in private challenge parameters; undefined where there is none. */
export function codeIn(parameters: Readonly<Record<string, string | undefined>>): ChallengeCode | undefined {
  return parsed(`${parameters['code'] ?? ''} ${parameters['expires'] ?? ''}`);
}

/** As challengeMetadata, which CreateAuthChallenge gets back with the next question of the same sign-in. */
export function metadataOf({ code, expires }: ChallengeCode): string {
  return `${code} ${expires}`;
}

/** The code in challengeMetadata; undefined where there is none. */
export function codeOf(metadata: string): ChallengeCode | undefined {
  return parsed(metadata);
}

function parsed(text: string): ChallengeCode | undefined {
  const [, code, expires] = /^(\d{6}) (\d{1,15})$/.exec(text) ?? [];
  return code === undefined ? undefined : { code, expires: Number(expires) };
}
