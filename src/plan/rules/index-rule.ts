import { textIn } from '../attribute.ts'
import { createComment, writeComment } from '../facets/comment.ts'
import { addressOf } from '../name.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'

/** Indexes that belong to no constraint. */
export const indexRule: Rule = {
  kind: 'index',
  create: (index) => [
    statement('create', index.id, textIn(index, 'definition'), { hazards: ['blocks_writes'] }),
    ...createComment(index),
  ],
  drop: (index) => [
    statement('drop', index.id, `drop ${addressOf(index)}`, { hazards: ['blocks_reads'] }),
  ],
  alter: ({ to, attributes }) =>
    attributes.every((name) => name === 'comment') ? [writeComment(to)] : 'replace',
}
