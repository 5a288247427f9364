import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { rooms, serverRooms } from '../../eslint.config.js';

const files = globSync('{src,cms}/**/*.ts').map((file) => file.replaceAll('\\', '/'));

it('no file is imported by what it imports, types included', () => {
  const imports = new Map(files.map((file) => [file, importsOf(file)]));
  expect(findCycles(imports)).toEqual([]);
});

it('a cycle of three files is found', () => {
  const imports = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', ['a']],
    ['d', []],
  ]);
  expect(findCycles(imports)).toEqual(['a → b → c → a']);
});

it('DESIGN.md tells of each room what it may import', () => {
  const table = readFileSync('DESIGN.md', 'utf8').matchAll(/^\| `((?:src|cms)[^`]*)\/` *\|.*\| ([^|]*) \|$/gm);
  const told = Object.fromEntries([...table].map(([, room = '', others = '']) => [room, readList(others)]));
  const held = Object.fromEntries(Object.entries(rooms).map(([room, others]) => [room, others.toSorted()]));
  expect(told).toEqual(held);
});

it('DESIGN.md tells it of the rooms of the desk’s server', () => {
  const [, section = ''] = readFileSync('DESIGN.md', 'utf8').split("### Rooms of the desk's server");
  const table = (section.split('\n#')[0] ?? '').matchAll(/^\| `([^`]+)\/` *\|.*\| ([^|]*) \|$/gm);
  const told = Object.fromEntries([...table].map(([, room = '', others = '']) => [room, readList(others)]));
  const held = Object.fromEntries(Object.entries(serverRooms).map(([room, others]) => [room, others.toSorted()]));
  expect(told).toEqual(held);
});

it('every folder of the desk’s server is a room', () => {
  const folders = files.filter((file) => file.startsWith('cms/server/')).map((file) => path.posix.dirname(file));
  const told = Object.keys(serverRooms).map((room) => `cms/server/${room}`);
  expect([...new Set(folders)].sort()).toEqual(['cms/server', ...told].sort());
});

it.each([rooms, serverRooms])('a room imports only rooms that stand above it', (table: Record<string, string[]>) => {
  const names = Object.keys(table);
  const upwards = names.flatMap((room, row) =>
    (table[room] ?? []).filter((other) => !names.slice(0, row).includes(other)).map((other) => `${room} → ${other}`),
  );
  expect(upwards).toEqual([]);
});

function readList(text: string): string[] {
  return [...text.matchAll(/`([^`]+)\/`/g)].map(([, room = '']) => room).toSorted();
}

function importsOf(file: string): string[] {
  return ts
    .preProcessFile(readFileSync(file, 'utf8'))
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => path.posix.join(path.posix.dirname(file), fileName));
}

/** Depth first; each cycle is told once, from the file that was reached first. */
function findCycles(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) cycles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    else if (!done.has(file)) {
      for (const other of imports.get(file) ?? []) visit(other, [...way, file]);
      done.add(file);
    }
  };
  for (const file of imports.keys()) visit(file, []);
  return cycles;
}
