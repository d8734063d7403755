/**
 * An SDK response type as it stands on the wire: times are numbers (epoch seconds), and what may be undefined may be
 * absent. `$metadata` is the SDK's own.
 */
export type Wire<T> = T extends Date
  ? number
  : T extends readonly (infer Item)[]
    ? readonly Wire<Item>[]
    : T extends object
      ? { readonly [Key in Exclude<keyof T, '$metadata' | OptionalKeys<T>>]: Wire<T[Key]> } & {
          readonly [Key in Exclude<OptionalKeys<T>, '$metadata'>]?: Wire<T[Key]>;
        }
      : T;

type OptionalKeys<T> = { [Key in keyof T]-?: undefined extends T[Key] ? Key : never }[keyof T];

/** Epoch seconds with a millisecond fraction, as user dates are sent. */
export function wireTime(milliseconds: number): number {
  return milliseconds / 1000;
}
