import { codeEdits } from './code.ts'
import type { Edit } from './edit.ts'
import { renameEdits } from './renames.ts'
import { rightsEdits } from './rights.ts'
import { tableEdits } from './tables.ts'

/** Everyday edits of this project's schema, each of which is planned and proved in both directions. */
export const edits: readonly Edit[] = [...tableEdits, ...rightsEdits, ...codeEdits, ...renameEdits]
