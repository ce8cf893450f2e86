-- superuser, of the plan too
create extension file_fdw;
create foreign data wrapper files;
create foreign data wrapper other;
