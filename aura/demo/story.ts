import type { KeyRing } from '../../client/tokens.ts'
import type { Act } from './act.ts'
import { deletionActs } from './deletion-acts.ts'
import type { Feed } from './feed.ts'
import { logActs } from './log-acts.ts'
import { signUpActs } from './sign-up-acts.ts'
import { taskActs } from './task-acts.ts'
import { tokenActs } from './token-acts.ts'

/** The story of one user, from the sign-up to the deletion of the account. */
export function storyOf(feed: Feed, keys: KeyRing): readonly Act[] {
  return [
    ...signUpActs(),
    ...tokenActs(keys),
    ...logActs(feed),
    ...taskActs(feed),
    ...deletionActs(),
  ]
}
