import { expect, it } from 'vitest';
import { permissionMessages } from '../../../../../cms/server/permission/permission-messages.ts';

it.each([
  [['gifu'], '岐阜県人会の編集者か管理者'],
  [['gifu', 'aichi'], '岐阜県人会と愛知県人会の両方を受け持つ編集者か管理者'],
  [['gifu', 'aichi', 'mie'], '岐阜県人会と愛知県人会と三重県人会のすべてを受け持つ編集者か管理者'],
  [[], '管理者'],
  [['gifu', 'unknown'], '管理者'],
])('names who may publish an entry of the groups %j', (groups, people) => {
  expect(permissionMessages.deleteDraft(groups)).toBe(`ほかの人が書いた下書きを削除できるのは、${people}だけです。`);
});
