/** What one instance is told when it starts (workerData). */
export interface InstanceSetup {
  /** The asset directory, absolute. */
  readonly directory: string;
  /** `file.export`, as Lambda writes it. */
  readonly handler: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
}

/** One event for an instance, which works on one at a time. Events and results travel as JSON text, as on Lambda. */
export interface InstanceRequest {
  readonly requestId: string;
  readonly event: string;
}

export type InstanceReply =
  | { readonly kind: 'returned'; readonly result: string }
  | { readonly kind: 'failed'; readonly message: string }
  /** The bundle cannot be loaded: this instance is of no use. */
  | { readonly kind: 'load-failed'; readonly message: string };
