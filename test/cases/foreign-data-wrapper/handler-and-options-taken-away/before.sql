-- superuser, of the plan too
create extension file_fdw;
create foreign data wrapper files handler public.file_fdw_handler validator public.file_fdw_validator;
create foreign data wrapper other options (a '1');
