/** What a reader of the matrix has to know. */
export const rightsNotes: readonly string[] = [
  'A row is what a role may do with an object, memberships and what PUBLIC may do included. Owners may do everything.',
  '“own rows”: those of the signed-in user. “some rows”: the page of the table has the sentence.',
  '“n columns”: the grant is on columns; the page of the table lists them.',
  'An update or a delete with a condition also needs the right to read, and reaches only rows that may be read.',
]
