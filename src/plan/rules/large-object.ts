import type { Rule } from '../rule.ts'
import { alterFacets } from './facets/facets.ts'

/** Large objects that both states have: whose they are, who may do what with them, and what is said of them. */
export const largeObjectRule: Rule = {
  kind: 'largeObject',
  create: () => ({
    refused: 'its bytes are data, which no plan has: write it by the application, or by lo_import',
  }),
  drop: () => ({
    refused: 'its bytes are data, which no plan drops: drop it by hand with lo_unlink',
  }),
  alter: alterFacets,
}
