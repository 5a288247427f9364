import { element } from '../element.ts';
import { Cancelled } from '../messages/plain-error.ts';
import { openDialog } from './dialog.ts';

/**
 * Asks for name and password until they are right, or until the person goes back to the form behind, where there is
 * one. Whatever is typed there stays as it is.
 */
export async function askLogin(
  tryLogin: (login: string, password: string) => Promise<void>,
  { mayGoBack }: { mayGoBack: boolean },
): Promise<void> {
  const login = element('input', {
    id: 'kj-login',
    type: 'text',
    autocomplete: 'username',
    autocapitalize: 'none',
    required: true,
    class: 'kj-input',
  });
  const password = element('input', {
    id: 'kj-password',
    type: 'password',
    autocomplete: 'current-password',
    required: true,
    class: 'kj-input',
  });
  for (;;) {
    const done = await openDialog<true>({
      title: '編集室へのログイン',
      content: [
        element(
          'p',
          {},
          `管理者から受け取ったログイン名とパスワードを入力してください。${mayGoBack ? '途中まで入力した内容があれば、画面に残っています。' : ''}`,
        ),
        element('label', { for: login.id }, 'ログイン名'),
        login,
        element('label', { for: password.id }, 'パスワード'),
        password,
      ],
      actions: [
        ...(mayGoBack ? [{ label: '編集に戻る', run: () => undefined }] : []),
        {
          label: 'ログイン',
          isMain: true,
          run: async () => {
            await tryLogin(login.value.trim(), password.value);
            return true as const;
          },
        },
      ],
    });
    if (done) return;
    if (mayGoBack)
      throw new Cancelled('ログインしていないため、取りやめました。入力した内容があれば、画面に残っています。');
  }
}
