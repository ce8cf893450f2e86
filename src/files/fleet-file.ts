import { UserError } from '../errors.ts'
import { decodeText, loadIfThere } from './read-text.ts'

/** Which databases a fleet has, as its file says it: by variables that hold URLs, or by a query that lists them. */
export type FleetList =
  | { readonly kind: 'variables'; readonly path: string; readonly entries: readonly FleetEntry[] }
  | {
      readonly kind: 'query'
      readonly path: string
      /** The variable with the URL of the database that is asked. */
      readonly variable: string
      /** The whole file: its first line is a comment to PostgreSQL. */
      readonly text: string
    }

/** One database of a list, by the variable that holds its URL. */
interface FleetEntry {
  readonly variable: string
  /** Whether it is the one that is changed first. */
  readonly canary: boolean
}

/**
 * Loads the file of a fleet. It holds no URL, so that it can be committed. Throws UserError with the line that has
 * another form; the line itself is not repeated, because it may hold a password.
 */
export async function loadFleetFile(path: string): Promise<FleetList> {
  const bytes = await loadIfThere(path)
  if (bytes === undefined) throw new UserError(`${path}: no such file. ${form}`)
  return parseFleetFile(decodeText(bytes, path), path)
}

/** The same of a text. */
export function parseFleetFile(text: string, path: string): FleetList {
  const variable = /^-- query in ([A-Za-z_]\w*)[ \t]*(?:\r?\n|$)/.exec(text)?.[1]
  if (variable !== undefined) return { kind: 'query', path, variable, text }
  const entries = text.split(/\r?\n/).flatMap((line, index): (FleetEntry & Numbered)[] => {
    const bare = line.replace(/#.*$/, '').trim()
    return bare === '' ? [] : [parseEntry(bare, path, index + 1)]
  })
  refuseEntries(entries, path)
  return {
    kind: 'variables',
    path,
    entries: entries.map((entry) => ({ variable: entry.variable, canary: entry.canary })),
  }
}

/** The name of a fleet, which a change asks for: its file's without folders and ending. */
export function fleetName(path: string): string {
  const file = path.split(/[/\\]/).at(-1) ?? path
  return file.replace(/(?<=.)\.[^.]*$/, '')
}

const form =
  'A fleet is a file with the name of a variable on each line, which holds a URL, or one that begins with `-- query in VARIABLE`, followed by a query.'

interface Numbered {
  readonly line: number
}

function parseEntry(bare: string, path: string, line: number): FleetEntry & Numbered {
  const [, variable, mark] = /^([A-Za-z_]\w*)(?:\s+(canary))?$/.exec(bare) ?? []
  if (variable !== undefined) return { variable, canary: mark !== undefined, line }
  throw new UserError(
    `${path}:${String(line)}: neither the name of a variable nor a name and \`canary\`. ${form} ` +
      'A URL has no place in it: set it in the shell or in .env.fleet.',
  )
}

function refuseEntries(entries: readonly (FleetEntry & Numbered)[], path: string): void {
  if (entries.length === 0) throw new UserError(`${path}: it names no database. ${form}`)
  const names = entries.map(({ variable }) => variable)
  const twice = entries.find(({ variable }, index) => names.indexOf(variable) !== index)
  if (twice !== undefined)
    throw new UserError(
      `${path}:${String(twice.line)}: ${twice.variable} stands in the file twice. Take one out.`,
    )
  const second = entries.filter(({ canary }) => canary)[1]
  if (second !== undefined)
    throw new UserError(
      `${path}:${String(second.line)}: a second canary. One database is changed first; mark one, or none for the first.`,
    )
}
