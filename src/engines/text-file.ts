import { readFile } from 'node:fs/promises';

/** A text that was to come from a file. */
export interface FileText {
  readonly text: string;
  /** What the user should hear when the file could not be read and the text is another one. */
  readonly warning?: string;
}

/** The text of the file, or the fallback with a warning when it cannot be read. */
export async function readTextFile(path: string, fallback: string): Promise<FileText> {
  try {
    return { text: await readFile(path, 'utf8') };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      text: fallback,
      warning: `Cannot read --text-file ${path} (${reason}); streaming the message instead.`,
    };
  }
}
