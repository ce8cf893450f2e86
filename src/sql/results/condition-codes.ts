/** The conditions that functions raise for what their callers did, from the manual's appendix A. */
const codes: Readonly<Record<string, string>> = {
  feature_not_supported: '0A000',
  data_exception: '22000',
  string_data_right_truncation: '22001',
  numeric_value_out_of_range: '22003',
  null_value_not_allowed: '22004',
  division_by_zero: '22012',
  invalid_parameter_value: '22023',
  invalid_text_representation: '22P02',
  integrity_constraint_violation: '23000',
  not_null_violation: '23502',
  foreign_key_violation: '23503',
  unique_violation: '23505',
  check_violation: '23514',
  exclusion_violation: '23P01',
  invalid_authorization_specification: '28000',
  insufficient_privilege: '42501',
  undefined_object: '42704',
  duplicate_object: '42710',
  object_not_in_prerequisite_state: '55000',
  object_in_use: '55006',
  lock_not_available: '55P03',
  query_canceled: '57014',
  raise_exception: 'P0001',
  no_data_found: 'P0002',
  too_many_rows: 'P0003',
  assert_failure: 'P0004',
}

/** The SQLSTATE of a condition; what is not known stays as it is. */
export function codeOfCondition(name: string): string {
  return codes[name] ?? name
}
