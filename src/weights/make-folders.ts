import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes a folder and those above it, where they are not there yet; rejects with the system's error where that cannot be. */
export async function makeFolders(folder: string): Promise<void> {
  // What Node brings for this never ends in /proc, where nothing can be made in a folder that is there.
  const parent = dirname(folder);
  if (parent !== folder && !(await isThere(parent))) await makeFolders(parent);
  try {
    await mkdir(folder);
  } catch (error) {
    if (!(await isThere(folder))) throw error;
    // A file in its place is none: this tells so.
    await stat(`${folder}/.`);
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
