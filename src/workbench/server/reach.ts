import { constants } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ServerUser } from './server-user.ts'

/**
 * Whether `user` may enter every folder down to `path`, and `path` itself (a folder, or a program to run); what
 * does not exist yet is no hindrance. Looks at mode bits, not at access lists beyond them.
 */
export async function isReachable(path: string, user: ServerUser): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    if (!(await mayEnter(folder, user))) return false
    if (folder === dirname(folder)) return true
  }
}

async function mayEnter(folder: string, { uid, gid }: ServerUser): Promise<boolean> {
  try {
    const found = await stat(folder)
    const bit = bitFor(found, uid, gid)
    return (found.mode & bit) !== 0
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return true
    throw error
  }
}

function bitFor(
  owner: { readonly uid: number; readonly gid: number },
  uid: number,
  gid: number,
): number {
  if (owner.uid === uid) return constants.S_IXUSR
  return owner.gid === gid ? constants.S_IXGRP : constants.S_IXOTH
}
