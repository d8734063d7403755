/**
 * The handler of a trigger, loaded like a fresh Lambda process: with an environment of its own and no memory.
 *
 * @param environment variables that are set; the handler's own are unset first by `undefined`
 */
export async function loadHandler<Handler>(
  trigger: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Handler> {
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
  jest.resetModules();
  const loaded = (await import(`../../lambda/${trigger}/handler`)) as { readonly handler: Handler };
  return loaded.handler;
}

/** What a handler uses of the Lambda context. */
export const context = { awsRequestId: '8f507cfa-0f6a-4f0e-8b1b-5d0a3c1f7e11' } as const;
