/** A stack in any form that has its nested stacks with it. */
interface Nesting<S> {
  readonly nested?: ReadonlyMap<string, S>;
}

/** The stack and every one that is nested in it, however deep. */
export function withNested<S extends Nesting<S>>(stack: S): readonly S[] {
  return [stack, ...[...(stack.nested?.values() ?? [])].flatMap((each) => withNested(each))];
}
