import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TriggerFunction } from '../../../lib/local-pool/settings/pool-settings';

/** Bundles written for one test file, each in a directory of its own, as assets are. */
export class PlantedFunctions {
  readonly root = mkdtempSync(path.join(tmpdir(), 'userpool-functions-'));
  #count = 0;

  /** A function whose bundle is `source`. */
  plant(source: string, settings: Partial<TriggerFunction> = {}): TriggerFunction {
    return this.plantFile('index.js', source, settings);
  }

  plantFile(file: string, source: string, settings: Partial<TriggerFunction> = {}): TriggerFunction {
    this.#count += 1;
    const directory = path.join(this.root, `asset.${this.#count}`);
    mkdirSync(path.join(directory, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(directory, file), source);
    return {
      logicalId: 'Planted',
      arn: `arn:aws:lambda:eu-west-1:000000000000:function:planted-${this.#count}`,
      directory,
      handler: 'index.handler',
      environment: {},
      memoryMegabytes: 128,
      timeoutSeconds: 10,
      eventVersion: 'V1_0',
      invocable: true,
      ...settings,
    };
  }

  /** A file in the temporary directory that functions may write to. */
  file(name: string): string {
    return path.join(this.root, name);
  }

  read(name: string): string {
    return readFileSync(this.file(name), 'utf8');
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }
}

/** Source of a handler that notes each event in `file` and never answers. */
export function neverAnswers(file: string): string {
  return `exports.handler = (event) => {
    require('node:fs').appendFileSync(${JSON.stringify(file)}, 'x');
    console.log('waiting');
    return new Promise(() => undefined);
  };`;
}
