import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { messageOf } from '../errors.ts'
import type { Variables } from '../files/environment.ts'
import { oldestAtlas } from './atlas.ts'
import type { Atlas } from './atlas.ts'

/** What came of looking for an Atlas at one place. */
export type Found =
  | { readonly kind: 'found'; readonly atlas: Atlas }
  /** Why there is none to be had there, as the rest of a sentence. */
  | { readonly kind: 'none'; readonly why: string }

/** `atlas version v1.3.4-1fc284b-canary`, `atlas community version v1.2.3`; the engine of tools/atlas says `engine`. */
const answer =
  /^atlas (?:(?<flavour>\w+) )?version v?(?<version>(?<major>\d+)\.(?<minor>\d+)(?:\.\d+)?)/m

/**
 * Asks a program whether it is Atlas, and which. MongoDB's command line has the same name and no such word; versions
 * before 1.0 are none.
 */
export async function askVersion(path: string, variables: Variables): Promise<Found> {
  const said = await ask(path, variables)
  if (said.kind === 'none') return said
  const { flavour, version, major = '0' } = answer.exec(said.text)?.groups ?? {}
  if (version === undefined) return { kind: 'none', why: strangers(said.text) }
  if (Number(major) < Number.parseInt(oldestAtlas, 10)) {
    return { kind: 'none', why: `is Atlas ${version}, which is older than ${oldestAtlas}` }
  }
  return {
    kind: 'found',
    atlas: { kind: flavour === 'engine' ? 'engine' : 'cli', path, version },
  }
}

type Said =
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'none'; readonly why: string }

async function ask(path: string, variables: Variables): Promise<Said> {
  try {
    const { stdout } = await promisify(execFile)(path, ['version'], {
      env: { ...variables, ATLAS_NO_UPDATE_NOTIFIER: '1' },
      timeout: 20_000,
    })
    return { kind: 'said', text: stdout }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return { kind: 'none', why: 'is not there' }
    if (code === 'EACCES') return { kind: 'none', why: 'may not be run' }
    return { kind: 'none', why: strangers(messageOf(error)) }
  }
}

function strangers(text: string): string {
  const mongo = /mongodb|atlascli|unknown command/i.test(text)
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const said = lines.find((line) => !line.startsWith('Command failed')) ?? lines[0] ?? 'nothing'
  return mongo
    ? `is another program of that name, such as MongoDB's (it said: ${said.trim()})`
    : `does not say that it is Atlas (it said: ${said.trim()})`
}
