import path from 'node:path'
import { beforeEach } from 'vitest'
import { fileShares } from './file-shares.ts'
import { isChanged, isInShare } from './sample.ts'

beforeEach(({ task, skip }) => {
  const file = path.relative('', task.file.filepath)
  const share = fileShares[file]
  if (share === undefined || isChanged(file)) return
  if (!isInShare(task.name, { usual: share, others: share })) skip()
})
