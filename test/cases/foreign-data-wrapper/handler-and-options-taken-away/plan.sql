-- up
alter foreign data wrapper files
  no handler
  no validator;
alter foreign data wrapper other
  options (drop a);

-- down
alter foreign data wrapper files
  handler public.file_fdw_handler
  validator public.file_fdw_validator;
alter foreign data wrapper other
  options (add a '1');
