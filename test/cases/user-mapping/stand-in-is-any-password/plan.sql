-- up
alter user mapping for anon server far
  options (set user 'b');

-- down
alter user mapping for anon server far
  options (set user 'a');
