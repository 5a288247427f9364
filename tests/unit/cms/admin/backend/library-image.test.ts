import { expect, it, vi } from 'vitest';
import type { Client } from '../../../../../cms/admin/backend/client.ts';
import { createBackendClass, type BackendParts } from '../../../../../cms/admin/backend/kenjinkai-backend.ts';
import type { ComponentClass, DecapConfig } from '../../../../../cms/admin/decap/decap.ts';

const photo = new File(['photo'], 'IMG_1234.JPG', { type: 'image/jpeg' });

function open(prepareImage: (file: File) => Promise<File>) {
  const act = vi.fn(async () => ({ id: 'a', name: 'a.jpg', path: 'public/images/a.jpg', content: btoa('drawn anew') }));
  const parts: BackendParts = {
    client: { act } as unknown as Client,
    entryList: { load: () => Promise.resolve([]) },
    orderOf: () => ({ sort: undefined, filters: [], group: undefined }),
    fieldsOf: ({ fields }) => fields ?? {},
    ask: {} as BackendParts['ask'],
    onPublished: () => undefined,
    onTakenDown: () => undefined,
    onDeleted: () => undefined,
    draftAddress: () => '',
    authPage: {} as ComponentClass,
    prepareImage,
    unpublishing: { isAsked: () => false, finish: () => undefined, isDone: () => false },
    nameCheck: { refuseRenamed: () => undefined },
    forms: { address: () => undefined, confirmSignOut: async () => true },
  };
  const backend = new (createBackendClass(parts))({ media_folder: 'public/images' } as DecapConfig, {}) as MediaBackend;
  return { act, persist: (asset: object) => backend.persistMedia(asset) };
}

it('sends an image of the library as it was prepared, under the name that it was given', async () => {
  const { act, persist } = open(async (file) => new File([`drawn from ${file.name} 画像`], 'plan-0a1b2c.jpg'));
  await persist({ path: '/public/images/img_1234.jpg', fileObj: photo });
  const content = Buffer.from('drawn from IMG_1234.JPG 画像').toString('base64');
  const asset = { path: 'public/images/plan-0a1b2c.jpg', content, encoding: 'base64' };
  expect(act).toHaveBeenCalledWith('persistMedia', { asset });
});

it('sends a large image whole', async () => {
  const bytes = Uint8Array.from({ length: 300_001 }, (_, index) => index % 251);
  const { act, persist } = open(async () => new File([bytes], 'large.png'));
  await persist({ path: 'public/images/2026/large.png', fileObj: photo });
  expect(act).toHaveBeenCalledWith('persistMedia', {
    asset: { path: 'public/images/2026/large.png', content: Buffer.from(bytes).toString('base64'), encoding: 'base64' },
  });
});

it('sends nothing where the image cannot be prepared', async () => {
  const { act, persist } = open(async () => {
    throw new Error('画像が壊れています。');
  });
  await expect(persist({ path: '/public/images/x.jpg', fileObj: photo })).rejects.toThrow('画像が壊れています。');
  expect(act).not.toHaveBeenCalled();
});

interface MediaBackend {
  persistMedia(asset: object): Promise<object>;
}
