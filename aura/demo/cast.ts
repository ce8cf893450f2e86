import { generateKey, parseKeyRing } from '../../client/tokens.ts'
import type { KeyRing } from '../../client/tokens.ts'
import type { Caller } from './caller.ts'

/** An account of the demo; its id is fixed, so that the next run finds what a killed one has left. */
export interface Player {
  readonly id: string
  readonly email: string
  readonly name: string
}

/** The user whose story it is. */
export const grace: Player = {
  id: 'de300000-0000-4000-8000-000000000001',
  email: 'grace@demo.invalid',
  name: 'Grace',
}

/** A signed-in user who asks for Grace's rows. */
export const mallory: Player = {
  id: 'de300000-0000-4000-8000-000000000002',
  email: 'mallory@demo.invalid',
  name: 'Mallory',
}

/** Who asks in the story. */
export const callers = {
  owner: { role: 'postgres' },
  accounts: { role: 'supabase_auth_admin' },
  server: { role: 'service_role' },
  grace: { role: 'authenticated', account: grace },
  mallory: { role: 'authenticated', account: mallory },
  nobody: { role: 'anon' },
} as const satisfies Readonly<Record<string, Caller>>

/** The highest version there is: projects count theirs from 1. */
export const keyVersion = 99_999

/** A key for one run, which is never written anywhere. */
export function makeKeyRing(): KeyRing {
  return parseKeyRing(generateKey(keyVersion))
}
