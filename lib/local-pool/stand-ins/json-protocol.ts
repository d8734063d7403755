/** What a stand-in answers where the body is JSON: an HTTP status and the JSON. */
export interface StandInReply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** An error as the AWS JSON protocols write it; the SDKs make their typed exception of it. */
export function failure(status: number, type: string, message: string): StandInReply {
  return { status, body: { __type: type, message } };
}

/** The refusal of a call that the stand-in does not know. 501 is not retried by the AWS SDKs. */
export function notSimulated(call: string, simulated: string): StandInReply {
  return failure(501, 'NotSimulatedException', notSimulatedText(call, simulated));
}

export function notSimulatedText(call: string, simulated: string): string {
  return `${call} is not simulated by the local user pool; ${simulated}.`;
}

/** The value of a JSON text; undefined for what is not JSON. */
export function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
