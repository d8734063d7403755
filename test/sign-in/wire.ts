/** Errors of the SDK carry what came over the wire. */
export const wire = { $metadata: { httpStatusCode: 400 } };
