-- up
alter user mapping for anon server far
  options (set user 'z');
alter user mapping for authenticated server far
  options (add password '(fill in)');
-- ! data_loss
alter user mapping for postgres server far
  options (drop password);

-- down
alter user mapping for anon server far
  options (set user 'a');
-- ! data_loss
alter user mapping for authenticated server far
  options (drop password);
alter user mapping for postgres server far
  options (add password '(fill in)');
