import path from 'node:path'
import { beforeEach } from 'vitest'
import { fileShares } from './file-shares.ts'
import { isInShare } from './sample.ts'

beforeEach(({ task, skip }) => {
  const share = fileShares[path.relative('', task.file.filepath)]
  if (share !== undefined && !isInShare(task.name, { usual: share, others: share })) skip()
})
