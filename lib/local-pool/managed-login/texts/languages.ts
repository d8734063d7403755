import { english } from './english';
import { japanese } from './japanese';
import type { Texts } from './texts';

/** Every language of the pages by its tag, the first for whoever asks for none of them. */
export const languages: readonly Texts[] = [english, japanese];

/**
 * The language of a request: `lang` of its query (developer guide, "Managed login localization"), else the one that its
 * browser prefers (RFC 9110 section 12.5.4), else English.
 */
export function chooseLanguage(lang: string | null, acceptLanguage: string | undefined): Texts {
  const wanted = [...(lang === null ? [] : [lang]), ...preferred(acceptLanguage ?? '')];
  return wanted.map(find).find((texts) => texts !== undefined) ?? english;
}

function find(tag: string): Texts | undefined {
  const [primary = ''] = tag.trim().toLowerCase().split('-');
  return languages.find((texts) => texts.tag === primary);
}

/** Language ranges, the most wanted first; q=0 means not acceptable. */
function preferred(header: string): readonly string[] {
  return header
    .split(',')
    .map((item) => {
      const [tag = '', ...parameters] = item.trim().split(';');
      const weight = parameters.map((each) => /^\s*q=([\d.]+)\s*$/i.exec(each)?.[1]).find((each) => each !== undefined);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}
