import type { ParamsOf } from '../../protocol/actions.ts';
import type { MediaFile } from '../../protocol/entry-shapes.ts';
import type { Person } from '../access/person.ts';
import { signedBy, writeMessage } from '../entries/commit-message.ts';
import { checkImage } from '../entries/image.ts';
import { checkFolder, checkMediaPath, isEditablePath } from '../entries/paths.ts';
import { commitMessages } from '../messages/commit-messages.ts';
import { HttpError } from '../messages/http-error.ts';
import { requestMessages } from '../messages/request-messages.ts';
import { requireMediaManager } from '../permission/require-permission.ts';
import type { ActionContext } from './action-context.ts';
import { readInOrder, readOrRefuse } from './read-files.ts';
import { refuseTakenImages } from './stale.ts';

/**
 * The pictures without their bytes, which `getMediaFile` gives one by one: hundreds of them would not fit into one
 * answer.
 */
export async function getMedia({ repository, mediaFolder }: ActionContext, params: ParamsOf<'getMedia'>) {
  const folder = checkFolder(params.mediaFolder, mediaFolder);
  const { tree } = await repository.commit(repository.branch);
  const listed = await repository.listFiles(tree, folder, 1, () => undefined);
  const files = listed.filter(({ path }) => isEditablePath(path, mediaFolder) && path.startsWith(`${mediaFolder}/`));
  return readInOrder(files, async ({ path, id }) => {
    const file = { id, name: nameOf(path), path };
    // One that is damaged has no size; showing it says what is wrong.
    return { ...file, size: await repository.fileSize(id).catch(() => 0) };
  });
}

export async function getMediaFile({ repository, mediaFolder }: ActionContext, params: ParamsOf<'getMediaFile'>) {
  const path = checkMediaPath(params.path, mediaFolder);
  const { tree } = await repository.commit(repository.branch);
  const id = await repository.findFile(tree, path);
  if (id === undefined) throw new HttpError(404, 'not-found', requestMessages.notFound);
  return mediaFile(path, id, await readOrRefuse(repository, path, id));
}

export async function persistMedia(context: ActionContext, { asset }: ParamsOf<'persistMedia'>, person: Person) {
  const { repository } = context;
  const path = checkMediaPath(asset.path, context.mediaFolder);
  requireMediaManager(person, 'upload');
  const bytes = checkImage(path, Buffer.from(asset.content, 'base64'));
  const id = await repository.writeFile(bytes);
  await repository.change(async ({ changeTree, writeCommit }) => {
    const main = await repository.commit(repository.branch);
    await refuseTakenImages(context, [{ path, id }], main, undefined);
    const tree = await changeTree(main.tree, [{ path, id }]);
    if (tree === main.tree) return { moves: [], result: undefined };
    const commit = await writeCommit({
      tree,
      parents: [main.id],
      author: person,
      message: writeMessage(commitMessages.imageAdded(nameOf(path)), signedBy(person)),
    });
    return { moves: [{ name: repository.branch, before: main.id, after: commit }], result: undefined };
  });
  return mediaFile(path, id, bytes);
}

export function mediaFile(path: string, id: string, bytes: Buffer): MediaFile {
  return { id, name: nameOf(path), path, size: bytes.length, content: bytes.toString('base64'), encoding: 'base64' };
}

function nameOf(path: string): string {
  return path.split('/').at(-1) ?? path;
}
