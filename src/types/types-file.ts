import { correctTypes } from './correct-types.ts'
import type { Corrections } from './correct-types.ts'
import { parseType, renderType } from './type-tree.ts'

/** The text of the file of types, from what the generator wrote. */
export function renderTypesFile(generated: string, corrections: Corrections): string {
  const start = generated.indexOf(declaration)
  const end = generated.indexOf(rest)
  if (start === -1 || end === -1) throw new Error(`the generator wrote no Database: ${generated}`)
  const from = start + declaration.length
  const database = correctTypes(parseType(generated.slice(from, end)), corrections)
  const text = `${generated.slice(0, from)}${renderType(database)}\n\n${generated.slice(end)}`
  return `${head}\n${withDocstrings(text.trim())}\n`
}

const declaration = 'export type Database = '
const rest = 'type DatabaseWithoutInternals'

const head = `// Written by npm run types, from the schema files. What it corrects of Supabase's generator: docs/types.md.
`

/** What each export is, for whoever sees it in an editor. */
const docstrings: Readonly<Record<string, string>> = {
  Json: 'A value of a column or parameter of JSON.',
  Database: 'The tables, views and functions that the API shows: the parameter of createClient.',
  Tables: 'A row of a table or a view, as it is read.',
  TablesInsert: 'A row of a table, as it is inserted.',
  TablesUpdate: 'A change of a row of a table.',
  Enums: 'The labels of an enum.',
  CompositeTypes: 'A value of a composite type.',
  Constants: 'The labels of enums, in their order.',
}

function withDocstrings(text: string): string {
  return text.replaceAll(/^export (?:type|const) (?<name>\w+)/gm, (line, name: string) => {
    const docstring = docstrings[name]
    return docstring === undefined ? line : `/** ${docstring} */\n${line}`
  })
}
