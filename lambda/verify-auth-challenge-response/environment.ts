/** The environment variables of the function: none, as nothing can be set. */
export function write(): Record<string, string> {
  return {};
}
