import { decap, type ComponentClass } from '../decap/decap.ts';

/** What Decap shows after somebody has signed out. */
export function createAuthPage(): ComponentClass {
  const { h, createClass } = decap();
  return createClass({
    render(this: { props: { onLogin: (credentials: object) => void; inProgress: boolean } }) {
      if (this.props.inProgress) return h('main', { className: 'kj-wait' }, h('h1', null, '編集室を開いています…'));
      return h(
        'main',
        { className: 'kj-signed-out' },
        h('h1', null, 'ログアウトしました。'),
        h(
          'button',
          { type: 'button', className: 'kj-button kj-main', onClick: () => this.props.onLogin({}) },
          'ログイン',
        ),
      );
    },
  });
}
