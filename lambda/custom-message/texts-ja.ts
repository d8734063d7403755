import type { MessageTexts } from './message-texts';

const verification = '確認コードは <strong>{code}</strong> です。有効期限は24時間です。';
const unasked = 'お心当たりがない場合は、このメッセージを無視してください。';

export const japanese: MessageTexts = {
  CustomMessage_SignUp: {
    subject: '【{product}】確認コードのお知らせ',
    email: ['{product} にご登録いただき、ありがとうございます。', verification, unasked],
    sms: '【{product}】確認コードは {code} です。',
  },
  CustomMessage_ResendCode: {
    subject: '【{product}】新しい確認コードのお知らせ',
    email: [verification, '以前のコードはご利用いただけません。', unasked],
    sms: '【{product}】新しい確認コードは {code} です。',
  },
  CustomMessage_ForgotPassword: {
    subject: '【{product}】パスワードの再設定',
    email: [
      '{product} のパスワードを再設定するためのコードは <strong>{code}</strong> です。有効期限は1時間です。',
      'お心当たりがない場合は、何もする必要はありません。パスワードは変更されません。このコードは誰にも教えないでください。',
    ],
    sms: '【{product}】パスワード再設定のコードは {code} です。',
  },
  CustomMessage_UpdateUserAttribute: {
    subject: '【{product}】アカウント情報変更の確認',
    email: [
      'この連絡先を {product} のアカウントで使用する手続きが行われました。ご本人の場合は、コード <strong>{code}</strong> を入力してください。有効期限は24時間です。',
      unasked,
    ],
    sms: '【{product}】変更を確認するためのコードは {code} です。',
  },
  CustomMessage_VerifyUserAttribute: {
    subject: '【{product}】確認コードのお知らせ',
    email: [verification, unasked],
    sms: '【{product}】確認コードは {code} です。',
  },
  CustomMessage_Authentication: {
    subject: '【{product}】サインインコードのお知らせ',
    email: [
      '{product} にサインインするためのコードは <strong>{code}</strong> です。有効期限は数分です。',
      'サインインの操作をしていない場合は、第三者にパスワードを知られているおそれがあります。パスワードを変更してください。このコードは誰にも教えないでください。',
    ],
    sms: '【{product}】サインインコードは {code} です。',
  },
  CustomMessage_AdminCreateUser: {
    subject: '【{product}】アカウントのお知らせ',
    email: [
      '{product} のアカウントが作成されました。',
      'ユーザー名: <strong>{username}</strong><br>仮パスワード: <strong>{code}</strong>',
      '初回サインイン時に、ご自身のパスワードを設定していただきます。',
    ],
    sms: '【{product}】ユーザー名 {username} 仮パスワード {code}',
  },
};
