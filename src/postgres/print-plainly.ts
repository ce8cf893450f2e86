import { fewPlans } from './few-plans.ts'
import { sendText } from './connect.ts'
import type { Queryable } from './connect.ts'

/**
 * Has PostgreSQL print definitions alike for everybody in this transaction, whatever a server, database or role has
 * set: each name with its schema, quotes only where they are needed, constants in one form (as pg_dump does). Of
 * queries over catalogs few plans are compared.
 */
export async function printPlainly(tx: Queryable): Promise<void> {
  await sendText(
    tx,
    `
      set local search_path = '';
      set local quote_all_identifiers = off;
      set local datestyle = 'ISO, MDY';
      set local intervalstyle = 'postgres';
      set local timezone = 'UTC';
      set local extra_float_digits = 1;
      set local bytea_output = 'hex';
      ${fewPlans};
      -- reading a catalog turns it off
      set local enable_nestloop to default;
    `,
  )
}
