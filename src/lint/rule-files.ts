import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Level } from './finding.ts'

/** One question to a catalog. */
export interface Rule {
  /** Supabase's number of it, such as 0001. */
  readonly advisor: string
  readonly name: string
  readonly level: Level
  /** What is wrong with what it finds. */
  readonly sentence: string
  /** The objects that it looks at, in words. */
  readonly looksAt: string
  readonly fix: string
  /** Whether only a database in use can answer. */
  readonly needsLiveData: boolean
  /** A query whose rows are RuleRow. */
  readonly text: string
}

/**
 * Loads the rules, in the order of their numbers. A file begins with what is said of it: `-- LEVEL: sentence`,
 * `-- Looks at: objects.`, `-- Fix: what to do.` and, for some, `-- Needs: live data`.
 */
export async function loadRules(): Promise<Rule[]> {
  const folder = join(import.meta.dirname, 'rules')
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  return Promise.all(
    files.map(async (file) => parseRule(file, await readFile(join(folder, file), 'utf8'))),
  )
}

/** Takes a rule's file apart. */
function parseRule(file: string, text: string): Rule {
  const said = form.exec(`${file}\n${text}`)?.groups
  const level = levels.find((each) => each === said?.['level'])
  if (said === undefined || level === undefined) throw asBroken(file)
  const { advisor, name, sentence, looksAt, fix, needs } = { ...nothing, ...said }
  return { advisor, name, level, sentence, looksAt, fix, needsLiveData: needs !== undefined, text }
}

const levels: readonly Level[] = ['error', 'warn', 'info']

/** A file's name, and the head of its text. */
const form =
  /^(?<advisor>\d{4})-(?<name>[a-z-]+)\.sql\n-- (?<level>\w+): (?<sentence>.+)\n-- Looks at: (?<looksAt>.+)\.\n-- Fix: (?<fix>.+)\n(?:-- Needs: (?<needs>live data)\n)?/

/** What the form above finds where it fits at all. */
const nothing = { advisor: '', name: '', sentence: '', looksAt: '', fix: '', needs: undefined }

function asBroken(file: string): Error {
  return new Error(
    `${file}: a rule's name is NNNN-name.sql, and its head says level, sentence, Looks at and Fix`,
  )
}
