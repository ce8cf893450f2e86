import { join } from 'node:path'
import { listFolder } from './list-folder.ts'
import { decodeText, loadIfThere } from './read-text.ts'

/** Sample rows of a table: a file of the folder of samples, named as the table's schema file is. */
export interface Sample {
  /** The file's name in the folder, such as `notes.sql`. */
  readonly file: string
  readonly schema: string
  readonly table: string
  readonly text: string
}

/** Loads the files of a folder of sample rows, in byte order of their names; none when it is not there. */
export async function loadSamples(folder: string): Promise<Sample[]> {
  const entries = (await listFolder(folder)) ?? []
  const names = entries.map(({ name }) => name).filter((name) => name.endsWith('.sql'))
  return Promise.all(
    names.map(async (file) => {
      const path = join(folder, file)
      const text = decodeText((await loadIfThere(path)) ?? Buffer.from(''), path)
      return { file, ...tableOf(file.slice(0, -'.sql'.length)), text }
    }),
  )
}

function tableOf(name: string): Pick<Sample, 'schema' | 'table'> {
  const [first = '', ...rest] = name.split('.').map(decode)
  return rest.length === 0
    ? { schema: 'public', table: first }
    : { schema: first, table: rest.join('.') }
}

/** Characters that no file name allows are percent-encoded. */
function decode(text: string): string {
  return text.replaceAll(/%[0-7][0-9A-Fa-f]/g, (coded) => decodeURIComponent(coded))
}
