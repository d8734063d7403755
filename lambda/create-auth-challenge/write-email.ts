import { escapeHtml } from '../escape-html';
import { isJapanese } from '../locale';
import type { Email } from '../send-email';

interface Values {
  readonly product: string;
  readonly code: string;
  readonly minutes: number;
}

interface Text {
  readonly language: string;
  readonly subject: (product: string) => string;
  /** Paragraphs of HTML; the values are escaped. */
  readonly paragraphs: (values: Values) => readonly string[];
}

const english: Text = {
  language: 'en',
  subject: (product) => `Your ${product} sign-in code`,
  paragraphs: ({ product, code, minutes }) => [
    `Your code to sign in to ${product} is <strong>${code}</strong>. It is valid for ${minutes} minute${minutes === 1 ? '' : 's'}.`,
    'If you are not signing in right now, do nothing. Never give this code to anybody.',
  ],
};

const japanese: Text = {
  language: 'ja',
  subject: (product) => `【${product}】サインインコード`,
  paragraphs: ({ product, code, minutes }) => [
    `${product} にサインインするためのコードは <strong>${code}</strong> です。有効期限は${minutes}分です。`,
    'お心当たりがない場合は、何もする必要はありません。このコードは誰にも教えないでください。',
  ],
};

/** The e-mail with a code, in the language of the user: Japanese or English. */
export function writeEmail(locale: string | undefined, { product, code, minutes }: Values): Omit<Email, 'to'> {
  const { language, subject, paragraphs } = isJapanese(locale) ? japanese : english;
  const written = paragraphs({ product: escapeHtml(product), code, minutes });
  return {
    subject: subject(product),
    html: `<div lang="${language}">${written.map((paragraph) => `<p>${paragraph}</p>`).join('')}</div>`,
  };
}
