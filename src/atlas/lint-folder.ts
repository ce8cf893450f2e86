import { pathToFileURL } from 'node:url'
import type { Variables } from '../files/environment.ts'
import type { Atlas } from './atlas.ts'
import { withPasswords } from './passwords.ts'
import { runAtlas } from './run-atlas.ts'
import { tunedUrl } from './tuned-url.ts'

/** What is looked at, and where it is run. */
export interface LintFolder {
  /** The absolute path of a folder of migrations. */
  readonly folder: string
  /** The URL of an empty database. */
  readonly dev: string
  /** How many of the newest migrations are looked at; the others are run only. */
  readonly latest: number
  readonly variables: Variables
}

/** What Atlas says of a statement. The line counts from 1. */
interface AtlasDiagnostic {
  /** The file's name in the folder. */
  readonly file: string
  readonly line: number
  /** Such as DS103 (https://atlasgo.io/lint/analyzers). */
  readonly code: string
  readonly text: string
}

/** What Atlas's analyzers say of a folder, or why they say nothing. */
export type AtlasLint =
  | { readonly kind: 'linted'; readonly diagnostics: readonly AtlasDiagnostic[] }
  | { readonly kind: 'failed'; readonly message: string }

/** Has Atlas replay a folder of migrations and analyze the newest. */
export async function lintFolder(
  atlas: Atlas,
  { folder, dev, latest, variables }: LintFolder,
): Promise<AtlasLint> {
  const where = ['--dir', pathToFileURL(folder).href, '--latest', String(latest)]
  const words = ['migrate', 'lint', ...where, '--format', '{{ json .Files }}']
  const run = await withPasswords([tunedUrl(dev)], async ({ urls: [url = ''], variables: added }) =>
    runAtlas(atlas, [...words, '--dev-url', url], { variables, added }),
  )
  // Where it is told to fail for what it finds, it prints its list all the same.
  const out = run.out.trim()
  if (!out.startsWith('[')) {
    return { kind: 'failed', message: run.kind === 'failed' ? run.message : out }
  }
  const files: readonly FileReport[] = JSON.parse(out)
  return { kind: 'linted', diagnostics: files.flatMap(parseReport) }
}

/** The fields of Atlas's own report that are read. */
interface FileReport {
  readonly Name: string
  readonly Text?: string
  readonly Reports?: readonly {
    readonly Diagnostics?: readonly {
      readonly Pos: number
      readonly Text: string
      readonly Code: string
    }[]
  }[]
}

function parseReport({ Name: file, Text: text = '', Reports = [] }: FileReport): AtlasDiagnostic[] {
  const bytes = Buffer.from(text, 'utf8')
  return Reports.flatMap(({ Diagnostics = [] }) =>
    Diagnostics.map((told) => ({
      file,
      line: bytes.subarray(0, told.Pos).toString('utf8').split('\n').length,
      code: told.Code,
      text: told.Text,
    })),
  )
}
